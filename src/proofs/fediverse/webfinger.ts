import { z } from 'zod'
import { hostOf } from '#accounts/host.ts'
import type { GuardedGet } from '#net/net.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { Read } from '#proofs/reader.ts'
import { plainHttps } from './object.ts'

/** What a server says of a name: how the account is properly called, and where its actor is. */
export type Finger = { readonly handle: string; readonly self: string }

// RFC 7033 §4.4.
const jrd = z.object({
  subject: z.string(),
  links: z.array(z.object({ rel: z.string(), type: z.string().nullish(), href: z.string().nullish() })),
})

const activity = /^application\/(?:activity\+json|ld\+json)\s*(?:;|$)/i

/**
 * Asks the host of `user@host` for its account of that name.
 * @throws PlatformSilent, Unreachable
 */
export async function webfinger(get: GuardedGet, handle: string): Promise<Read<Finger>> {
  const host = handle.slice(handle.indexOf('@') + 1)
  const url = `https://${host}/.well-known/webfinger?resource=acct:${handle}`
  const answer = await askJson(get, { url, accept: 'application/jrd+json, application/json' }, jrd)
  if (answer.kind === 'missing') return answer
  const { subject, links } = answer.value
  const selves = links.flatMap(({ rel, type, href }) =>
    rel === 'self' && activity.test(type ?? '') && href != null ? [href] : [],
  )
  const [self, other] = [...new Set(selves)]
  if (self === undefined || other !== undefined) throw unexpected(host, 'it names no actor, or several')
  const named = handleOf(subject)
  if (named === null || plainHttps(self) === null) throw unexpected(host, 'it names no account')
  return { kind: 'read', value: { handle: named, self } }
}

/** `acme@host` from `acct:Acme@Host`, as `#accounts` writes it. */
function handleOf(subject: string): string | null {
  const [, user, host] = /^acct:@?([\w.-]+)@([^@/\s]+)$/i.exec(subject) ?? []
  const name = hostOf(host ?? '')
  return user === undefined || name === null ? null : `${user.toLowerCase()}@${name}`
}

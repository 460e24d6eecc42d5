import type { z } from 'zod'
import { parseUrl } from '#accounts/host.ts'
import type { GuardedGet } from '#net/net.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { Read } from '#proofs/reader.ts'

const accept =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
/** A file that a stranger uploaded to the server is not served as one of these (CVE-2024-23832). */
const types = /^\s*application\/(?:activity\+json|ld\+json)\s*(?:;|$)/i

/**
 * An ActivityPub object as its own server shows it at its own id: what is found under another address speaks only of
 * where to ask, and never for another host.
 * @throws PlatformSilent, Unreachable
 */
export async function ownObject<Value extends { readonly id: string }>(
  get: GuardedGet,
  url: string,
  shape: z.ZodType<Value>,
): Promise<Read<Value>> {
  const found = await askJson(get, { url, accept, types }, shape)
  if (found.kind === 'missing' || found.value.id === url) return found
  const id = plainHttps(found.value.id)
  const { hostname } = new URL(found.url)
  if (id === null) throw unexpected(hostname, 'an object has no usable id')
  if (id.hostname !== hostname) {
    const detail = `${hostname} shows a copy of what is at home on ${id.hostname}. Give the address there.`
    return { kind: 'alias', detail }
  }
  const own = await askJson(get, { url: found.value.id, accept, types }, shape)
  if (own.kind === 'read' && own.value.id !== found.value.id) {
    throw unexpected(hostname, 'an object changes its id')
  }
  return own
}

/** An https URL that hides nothing; null for any other. */
export function plainHttps(text: string): URL | null {
  const url = parseUrl(text)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
    ? url
    : null
}

import { z } from 'zod'
import type { GuardedGet } from '#net/net.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import { plainHttps } from './object.ts'

const index = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) })

const document = z.object({
  openRegistrations: z.boolean(),
  usage: z.object({ users: z.object({ total: z.number() }) }),
})

const schema = /^https?:\/\/nodeinfo\.diaspora\.software\/ns\/schema\/(\d+\.\d+)$/

export type Instance = { readonly open: boolean; readonly users: number }

/**
 * Who may have an account on a fediverse server, by its own word (NodeInfo 2). A server without it tells us nothing.
 * @throws PlatformSilent, Unreachable
 */
export async function readInstance(get: GuardedGet, host: string): Promise<Instance> {
  const found = await askJson(get, { url: `https://${host}/.well-known/nodeinfo` }, index)
  if (found.kind === 'missing') throw unexpected(host, 'it has no nodeinfo, which would say who may join')
  const [newest] = found.value.links
    .flatMap(({ rel, href }) => ({ version: Number(schema.exec(rel)?.[1] ?? 0), href }))
    .toSorted((one, other) => other.version - one.version)
  const url = newest === undefined || newest.version === 0 ? null : plainHttps(newest.href)
  if (url?.hostname !== host) throw unexpected(host, 'its nodeinfo names no document of its own')
  const told = await askJson(get, { url: url.href }, document)
  if (told.kind === 'missing') throw unexpected(host, 'its nodeinfo is not where it says')
  return { open: told.value.openRegistrations, users: told.value.usage.users.total }
}

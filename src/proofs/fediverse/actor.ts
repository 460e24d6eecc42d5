import { z } from 'zod'
import type { GuardedGet } from '#net/net.ts'
import { readHtml, textOf } from '#proofs/html.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Read } from '#proofs/reader.ts'
import { bioOf, websiteOf, websitesOf } from '#proofs/website.ts'
import { ownObject } from './object.ts'
import { type Finger, webfinger } from './webfinger.ts'

const actorTypes = z.enum(['Person', 'Service', 'Organization', 'Group', 'Application'])
// A server may name further types beside it.
const severalTypes = z.array(z.string()).transform((types) => types[0])

const actorShape = z
  .object({
    id: z.string(),
    type: z.union([actorTypes, severalTypes.pipe(actorTypes)]),
    preferredUsername: z.string().regex(/^[\w.-]+$/),
    summary: z.string().nullish(),
    attachment: z.unknown().optional(),
  })
  // Without fields some servers leave `attachment` out, but no server leaves out both.
  .refine((actor) => actor.attachment !== undefined || actor.summary !== undefined)
type Actor = z.infer<typeof actorShape>

const field = z.object({ type: z.literal('PropertyValue'), value: z.string() })

/** Servers allow a handful of fields. */
const fieldsMax = 50

/** The account that a name leads to, when its own server calls it so too. */
export async function readByHandle(get: GuardedGet, handle: string): Promise<Read<Profile>> {
  const named = await webfinger(get, handle)
  if (named.kind !== 'read') return named
  const actor = await ownObject(get, named.value.self, actorShape)
  if (actor.kind !== 'read') return actor
  const confirmed = await canonicalHandle(get, actor.value, { handle, finger: named.value })
  if (confirmed.kind !== 'read') return confirmed
  const canonical = confirmed.value
  if (handle === canonical || hostIn(handle) === hostIn(ownHandle(actor.value)))
    return read(actor.value, canonical)
  return alias(`${handle} is a name that a foreign server gives to ${canonical}. Claim ${canonical} instead.`)
}

/** The account with this actor id. */
export async function readById(get: GuardedGet, id: string): Promise<Read<Profile>> {
  const actor = await ownObject(get, id, actorShape)
  if (actor.kind !== 'read') return actor
  if (actor.value.id !== id) throw unexpected(new URL(id).hostname, 'an actor has another id')
  const confirmed = await canonicalHandle(get, actor.value, null)
  return confirmed.kind === 'read' ? read(actor.value, confirmed.value) : confirmed
}

/**
 * WebFinger in both directions: the actor's own server must lead from its name back to this very id, and so must the
 * server of the name that it is properly called by. Else any host could call another's actor its own.
 */
async function canonicalHandle(
  get: GuardedGet,
  actor: Actor,
  known: { readonly handle: string; readonly finger: Finger } | null,
): Promise<Read<string>> {
  const ask = async (handle: string): Promise<Read<Finger>> =>
    handle === known?.handle ? { kind: 'read', value: known.finger } : await webfinger(get, handle)
  const own = ownHandle(actor)
  const home = await ask(own)
  if (home.kind !== 'read' || home.value.self !== actor.id) {
    return alias(`The server of ${own} does not say that this account is its own.`)
  }
  const canonical = home.value.handle
  if (canonical === own) return { kind: 'read', value: canonical }
  const proper = await ask(canonical)
  return proper.kind === 'read' && proper.value.self === actor.id && proper.value.handle === canonical
    ? { kind: 'read', value: canonical }
    : alias(`${own} calls itself ${canonical}, and the server of that name does not agree.`)
}

function hostIn(handle: string): string {
  return handle.slice(handle.indexOf('@') + 1)
}

function ownHandle({ id, preferredUsername }: Actor): string {
  return `${preferredUsername.toLowerCase()}@${new URL(id).hostname}`
}

function read(actor: Actor, handle: string): Read<Profile> {
  const attached = Array.isArray(actor.attachment) ? actor.attachment : [actor.attachment]
  const values = attached.slice(0, fieldsMax).flatMap((entry) => field.safeParse(entry).data?.value ?? [])
  return {
    kind: 'read',
    value: {
      handle,
      platformId: actor.id,
      websites: values.flatMap(websitesInField),
      bio: bioOf(textOf(actor.summary ?? '')),
    },
  }
}

/** A field that is one link, or several; a link inside other words is no more than a mention. */
function websitesInField(value: string): readonly string[] {
  const links = readHtml(value, (tag) => tag === 'a')
  if (links === null || links.elements.length > fieldsMax) return []
  if (links.elements.length === 0) return [websiteOf(links.text)].filter((url) => url !== null)
  const beside = links.elements.reduce((text, { text: link }) => text.replace(link, ''), links.text)
  if (/[\p{L}\p{N}]/u.test(beside)) return []
  return websitesOf(links.elements.map(({ attributes }) => attributes['href']))
}

function alias(detail: string): { readonly kind: 'alias'; readonly detail: string } {
  return { kind: 'alias', detail }
}

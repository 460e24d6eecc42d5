import { z } from 'zod'
import type { GuardedGet } from '#net/net.ts'
import { textOf } from '#proofs/html.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { PostReading } from '#proofs/profile.ts'
import type { Read } from '#proofs/reader.ts'
import { readById } from './actor.ts'
import { ownObject, plainHttps } from './object.ts'

const author = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])

const severalAuthors = z.array(author).transform(([first]) => first)

const noteShape = z.object({
  id: z.string(),
  attributedTo: z.union([author, severalAuthors.pipe(z.string())]),
  content: z.string(),
  published: z.string().nullish(),
})

/** A post and its author, both as the author's own server shows them: no server may speak for another's actor. */
export async function readNote(get: GuardedGet, url: string): Promise<Read<PostReading>> {
  const note = await ownObject(get, url, noteShape)
  if (note.kind !== 'read') return note
  const { id, attributedTo, content, published } = note.value
  const { hostname } = new URL(id)
  const actorId = plainHttps(attributedTo)
  if (actorId === null) throw unexpected(hostname, 'a post has no author')
  if (actorId.hostname !== hostname) {
    const detail = `${hostname} shows a post by somebody whose server is ${actorId.hostname}. Give the address there.`
    return { kind: 'alias', detail }
  }
  const actor = await readById(get, attributedTo)
  if (actor.kind !== 'read') return actor
  const { handle, platformId } = actor.value
  const at = Date.parse(published ?? '')
  const post = { url: id, author: { handle, platformId }, text: textOf(content) }
  return { kind: 'read', value: { ...post, at: Number.isNaN(at) ? null : at } }
}

import { z } from 'zod'
import { askJson } from '#proofs/ask.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { PostReading, Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'

const host = 'public.api.bsky.app'
const did = z.string().regex(/^did:[a-z]+:[\w.:%-]+$/)

const profileShape = z.object({
  did,
  handle: z.string(),
  description: z.string().optional(),
  website: z.string().optional(),
})

const postsShape = z.object({
  posts: z.array(
    z.object({
      uri: z.string(),
      author: z.object({ did, handle: z.string() }),
      record: z.object({ text: z.string() }),
      indexedAt: z.string(),
    }),
  ),
})

const errorShape = z.object({ error: z.string(), message: z.string().default('') })

/** What the AppView shows for an account whose handle's domain does not name it. */
const brokenHandle = 'handle.invalid'

/** Taken down and deactivated accounts are shown to nobody: they are as gone as deleted ones. */
function isMissing(status: number, json: unknown): 'missing' | null {
  const told = errorShape.safeParse(json)
  if (status !== 400 || !told.success) return null
  const { error, message } = told.data
  const isGone = error === 'AccountTakedown' || error === 'AccountDeactivated'
  return isGone || (error === 'InvalidRequest' && message === 'Profile not found') ? 'missing' : null
}

async function read({ get }: Sight, actor: string): Promise<Read<Profile>> {
  const url = `https://${host}/xrpc/app.bsky.actor.getProfile?actor=${encodeURIComponent(actor)}`
  const answer = await askJson(get, { url, meaning: isMissing }, profileShape)
  if (answer.kind === 'missing') return answer
  const { did: id, handle, website, description } = answer.value
  if (actor.startsWith('did:') && actor !== id) throw unexpected(host, 'it shows another account')
  if (handle === brokenHandle && actor !== id) {
    throw new PlatformSilent(
      'handle_unconfirmed',
      `Bluesky cannot confirm the handle ${actor} now: its domain does not name the account. Nothing was decided.`,
    )
  }
  const bio = bioOf(description)
  return {
    kind: 'read',
    value: { handle: shown(id, handle), platformId: id, websites: websitesOf([website]), bio },
  }
}

/** An account without a working handle is called by its DID. */
function shown(id: string, handle: string): string {
  return handle === brokenHandle ? id : handle.toLowerCase()
}

async function readPost(sight: Sight, author: string, key: string): Promise<Read<PostReading>> {
  const profile = author.startsWith('did:') ? null : await read(sight, author)
  if (profile !== null && profile.kind !== 'read') return profile
  const id = profile?.value.platformId ?? author
  const uri = `at://${id}/app.bsky.feed.post/${key}`
  const url = `https://${host}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`
  const answer = await askJson(sight.get, { url }, postsShape)
  if (answer.kind === 'missing') return answer
  const [post] = answer.value.posts
  if (post === undefined) return { kind: 'missing' }
  // `createdAt` in the record is whatever its author likes; when it was indexed is the platform's word.
  const at = Date.parse(post.indexedAt)
  if (post.uri !== uri || Number.isNaN(at)) throw unexpected(host, 'it shows another post')
  const { did: platformId, handle } = post.author
  return {
    kind: 'read',
    value: {
      url: `https://bsky.app/profile/${platformId}/post/${key}`,
      author: { handle: shown(platformId, handle), platformId },
      text: post.record.text,
      at,
    },
  }
}

const postAddress =
  /^(?:https:\/\/(?:www\.)?bsky\.app\/profile\/([\w.:%-]+)\/post|at:\/\/([\w.:%-]+)\/app\.bsky\.feed\.post)\/([\w.~:-]{1,512})\/?(?:[?#].*)?$/i

export const bluesky: Reader = {
  host: () => host,
  profile: read,
  profileById: read,
  post: (sight, url) => {
    const [, web, at, key] = postAddress.exec(url.trim()) ?? []
    const author = web ?? at
    return author === undefined || key === undefined ? null : readPost(sight, author, key)
  },
  help: {
    website: 'Open your profile → Edit profile → Website on Bluesky, and',
    bio: 'Open your profile → Edit profile → Description on Bluesky, and',
    post: 'Publish a post on Bluesky, and',
  },
}

import { findPlatform } from '#accounts/find-platform.ts'
import { readById, readByHandle } from '#proofs/fediverse/actor.ts'
import { readNote } from '#proofs/fediverse/note.ts'
import { plainHttps } from '#proofs/fediverse/object.ts'
import type { Reader } from '#proofs/reader.ts'

/** Any fediverse server, by WebFinger and ActivityPub. */
export const mastodon: Reader = {
  host: (handle) => handle.slice(handle.indexOf('@') + 1),
  profile: ({ get }, handle) => readByHandle(get, handle),
  profileById: ({ get }, platformId) => readById(get, platformId),
  post: ({ get }, pasted) => {
    const url = plainHttps(pasted)
    if (url === null || url.pathname === '/' || findPlatform(url.hostname) !== null) return null
    url.hash = ''
    return readNote(get, url.href)
  },
  help: {
    website: 'Open Preferences → Profile → Extra fields on your server, and',
    bio: 'Open Preferences → Profile → Bio on your server, and',
    post: 'Publish a public post of your own, and',
  },
}

import type { Reader } from '#proofs/reader.ts'
import { bluesky } from './bluesky.ts'
import { facebook } from './facebook.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { nostr } from './nostr.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Under the keys of `#accounts/platforms/index.ts`. */
const readers: Readonly<Record<string, Reader>> = {
  bluesky,
  facebook,
  github,
  gitlab,
  instagram,
  linkedin,
  mastodon,
  nostr,
  telegram,
  threads,
  tiktok,
  x,
  youtube,
}

/** How accounts of a platform are read; null for one that shows us nothing. */
export function readerOf(platform: string): Reader | null {
  return Object.hasOwn(readers, platform) ? (readers[platform] ?? null) : null
}

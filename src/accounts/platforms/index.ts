import type { Platform } from '#accounts/platform.ts'
import { bluesky } from './bluesky.ts'
import { facebook } from './facebook.ts'
import { github } from './github.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every platform we know, under the key that the API and the database use. Keys are permanent. */
export const platforms = {
  x,
  instagram,
  facebook,
  youtube,
  tiktok,
  linkedin,
  bluesky,
  mastodon,
  threads,
  github,
} satisfies Record<string, Platform>

export type PlatformKey = keyof typeof platforms

export function isPlatformKey(key: string): key is PlatformKey {
  return Object.hasOwn(platforms, key)
}

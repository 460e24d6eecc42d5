import type { Account, Platform } from '#accounts/platform.ts'
import { aparat } from './aparat.ts'
import { appstore } from './app-store.ts'
import { applepodcasts } from './apple-podcasts.ts'
import { bilibili } from './bilibili.ts'
import { blip } from './blip.ts'
import { bluesky } from './bluesky.ts'
import { discord } from './discord.ts'
import { douyin } from './douyin.ts'
import { facebook } from './facebook.ts'
import { flaker } from './flaker.ts'
import { flickr } from './flickr.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { googleplay } from './google-play.ts'
import { instagram } from './instagram.ts'
import { kakaotalk } from './kakaotalk.ts'
import { line } from './line.ts'
import { linkedin } from './linkedin.ts'
import { linktree } from './linktree.ts'
import { mastodon } from './mastodon.ts'
import { medium } from './medium.ts'
import { nostr } from './nostr.ts'
import { odnoklassniki } from './odnoklassniki.ts'
import { patreon } from './patreon.ts'
import { pinterest } from './pinterest.ts'
import { reddit } from './reddit.ts'
import { rumble } from './rumble.ts'
import { rutube } from './rutube.ts'
import { sledzik } from './sledzik.ts'
import { slideshare } from './slideshare.ts'
import { snapchat } from './snapchat.ts'
import { soundcloud } from './soundcloud.ts'
import { spotify } from './spotify.ts'
import { substack } from './substack.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { trustpilot } from './trustpilot.ts'
import { truthsocial } from './truthsocial.ts'
import { tumblr } from './tumblr.ts'
import { twitch } from './twitch.ts'
import { unsplash } from './unsplash.ts'
import { vimeo } from './vimeo.ts'
import { vk } from './vk.ts'
import { weibo } from './weibo.ts'
import { whatsapp } from './whatsapp.ts'
import { x } from './x.ts'
import { xing } from './xing.ts'
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
  gitlab,
  telegram,
  whatsapp,
  reddit,
  twitch,
  pinterest,
  snapchat,
  discord,
  medium,
  substack,
  tumblr,
  vimeo,
  flickr,
  soundcloud,
  spotify,
  applepodcasts,
  appstore,
  googleplay,
  vk,
  odnoklassniki,
  weibo,
  douyin,
  bilibili,
  line,
  kakaotalk,
  xing,
  trustpilot,
  linktree,
  nostr,
  rumble,
  truthsocial,
  patreon,
  rutube,
  aparat,
  slideshare,
  unsplash,
  blip,
  flaker,
  sledzik,
} satisfies Record<string, Platform>

export type PlatformKey = keyof typeof platforms

export function isPlatformKey(key: string): key is PlatformKey {
  return Object.hasOwn(platforms, key)
}

function platformOf(key: string): Platform | undefined {
  return isPlatformKey(key) ? platforms[key] : undefined
}

/** As people call it; a key that is not known any more stands for itself. */
export function platformName(key: string): string {
  return platformOf(key)?.name ?? key
}

/** The day on which the service ended; null for one that lives. */
export function closingOf(key: string): string | null {
  return platformOf(key)?.closedOn ?? null
}

/** Whether the immutable id itself stands in the handle's place, as it does when that was pasted. */
export function isIdForm({ platform, handle }: Pick<Account, 'platform' | 'handle'>): boolean {
  return platformOf(platform)?.idForm?.test(handle) === true
}

import { pathOn, placed, programOf } from '#accounts/fediverse.ts'
import { hostOf } from '#accounts/host.ts'
import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/**
 * Sites that write profiles as `/@user` or `/users/…` and are no fediverse servers; with their subdomains. Other
 * platforms' own hosts never come here.
 */
const strangers = new Set(
  (
    'clubhouse.com codeberg.page codewars.com deviantart.com ecency.com gab.com gettr.com ' +
    'glitch.com hashnode.com hive.blog jsr.io kwai.com lemon8-app.com lichess.org likee.video ' +
    'makerworld.com matters.town observablehq.com odysee.com paragraph.com peakd.com pexels.com ' +
    'pixabay.com printables.com producthunt.com replit.com roblox.com scratch.mit.edu ' +
    'stackexchange.com stackoverflow.com steemit.com tenor.com triller.co vivino.com'
  ).split(' '),
)

function isStranger(host: string): boolean {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (strangers.has(rest)) return true
  }
  return false
}

const pages = (
  'activate confirmation edit forgot_password invitation login logout me new password profile register ' +
  'search settings sign_in sign_out sign_up signin signup unlock'
).split(' ')

const tabs = ['about', 'featured', 'followers', 'following', 'media', 'tagged', 'with_replies']

/** Pixelfed's own pages, which stand where its accounts stand too. */
const pixelfedPages = (
  'about account admin api auth c contact direct discover embed explore followers help home i legal nodeinfo ' +
  'notifications oauth p places portfolio privacy public robots share site stories storage tags terms timeline ' +
  'users web'
).split(' ')

/** Drops the web app's own prefixes: `/web/@acme` and `/deck/@acme` show `/@acme`. */
function ownPath(segments: readonly string[]): readonly string[] {
  const [first, second] = segments
  return (first === 'web' || first === 'deck') && second?.startsWith('@') ? segments.slice(1) : segments
}

/** Many other sites keep `/users/22656` and `/users/sign_in`. */
function isUser(name: string): boolean {
  return (
    /^(?!\d+$|.*\.(?:html?|ico|js|json|php|png|txt|xml)$)[\w.-]+$/.test(name) &&
    !pages.includes(name.toLowerCase())
  )
}

function account(user: string, host: string | null): string | null {
  return host === null || isStranger(host) ? null : `${user}@${host}`
}

const channelTabs = ['about', 'video-channels', 'video-playlists', 'videos']

/** `acme` or `!acme` from a path that only this host's program, or only PeerTube, writes so; else null. */
function ownPlace(segments: readonly string[], host: string): string | null {
  const [first = '', second = '', third] = segments
  const program = programOf(host)
  if (program === 'pixelfed' && segments.length === 1) {
    return isUser(first) && !pixelfedPages.includes(first.toLowerCase()) ? first : null
  }
  const isTab =
    third === undefined || channelTabs.includes(third) || (program === 'friendica' && third === first)
  if (segments.length > 3 || !isTab || !isUser(second)) return null
  // No other site has heard of video channels.
  const isPeerTube = [first, third].includes('video-channels') || third === 'video-playlists'
  return placed(program === 'usual' && isPeerTube ? 'peertube' : program, first, second)
}

/** The host's own `/@user`, `/users/user` and the like; undefined when the path is none of these. */
function ownUser(segments: readonly string[], host: string): string | undefined {
  const own = ownPath(segments)
  if (own[0]?.startsWith('@'))
    return lead(own, 1, tabs)?.[0]
      ?.slice(1)
      .replace(/\.(?:rss|atom|json)$/, '')
  const place = ownPlace(own, host)
  if (place !== null) return place
  // On Misskey `/users/` is followed by an id.
  if (own[0] !== 'users' || programOf(host) === 'misskey') return undefined
  return lead(own, 2, ['followers', 'following'])?.[1]
}

/**
 * Any fediverse host; the handle is `user@host`, or `!group@host`. `/@user@elsewhere` is one server's copy of another
 * server's account: whoever runs the first could show anything there, so it stands for nobody.
 */
export const mastodon: Platform = {
  name: 'Mastodon and the fediverse',
  hosts: [],
  handle:
    /^!?[a-z\d_](?:[a-z\d_.-]{0,62}[a-z\d_])?@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/,
  anyHost: (segments, url) => {
    const [first = '', second = '', ...rest] = ownPath(segments)
    if (isStranger(url.hostname)) return false
    if (ownPlace(segments, url.hostname) !== null) return true
    if (first === 'users')
      return isUser(second) && (rest.length === 0 || tabs.includes(rest[0] ?? '') || rest[0] === 'statuses')
    return (
      /^@[\w.-]+(?:@[^@]+)?$/.test(first) && (second === '' || tabs.includes(second) || /^\d+$/.test(second))
    )
  },
  read: (segments, url) => {
    const user = ownUser(segments, url.hostname)
    return user === undefined || user.includes('@') ? null : account(user, hostOf(url.hostname))
  },
  schemes: ['acct'],
  readText: (text) => {
    const [, user, host] = /^(?:acct:[@~]?|[@!])([\w.-]+)@([^@/\s]+)$/i.exec(text) ?? []
    if (user === undefined || host === undefined) return null
    return account(text.startsWith('!') ? `!${user}` : user, hostOf(host))
  },
  canonical: (handle) => {
    const [user = '', host = ''] = handle.toLowerCase().split('@')
    return pathOn(host, user) === null ? '' : handle.toLowerCase()
  },
  profile: (handle) => {
    const [user = '', host = ''] = handle.split('@')
    return `https://${host}/${pathOn(host, user) ?? ''}`
  },
  proofs: {
    website: 'metadata fields of the profile',
    post: 'public post',
    domain: 'account on the brand’s own host, such as `@news@social.acme.com`',
    id: 'ActivityPub actor id',
  },
  examples: {
    accepts: {
      'https://Mastodon.social/@Acme': 'acme@mastodon.social',
      'https://social.acme.com/users/news': 'news@social.acme.com',
      'https://mastodon.social/@acme.rss': 'acme@mastodon.social',
      'mastodon.social/@acme/with_replies': 'acme@mastodon.social',
      'https://mastodon.social/web/@acme': 'acme@mastodon.social',
      '@Acme@mastodon.social': 'acme@mastodon.social',
      'acct:acme@mastodon.social': 'acme@mastodon.social',
      '@stadt@münchen.social': 'stadt@xn--mnchen-3ya.social',
      'https://pixelfed.social/Acme': 'acme@pixelfed.social',
      'https://framatube.org/a/acme/video-channels': 'acme@framatube.org',
      'https://peertube.acme.com/c/acme_news/videos': 'acme_news@peertube.acme.com',
      'https://video.acme.com/video-channels/news': 'news@video.acme.com',
      'https://misskey.io/@acme': 'acme@misskey.io',
      'https://lemmy.world/u/acme': 'acme@lemmy.world',
      'https://lemmy.world/c/acme': '!acme@lemmy.world',
      '!acme@lemmy.world': '!acme@lemmy.world',
      'https://friendica.acme.com/profile/news/profile': 'news@friendica.acme.com',
      'https://fedia.io/m/acme': '!acme@fedia.io',
    },
    rejects: [
      'https://mastodon.social/@acme/109876543210',
      'https://mastodon.social/users/acme/statuses/1',
      'https://evil.example/@acme@mastodon.social',
      'https://gab.com/@acme',
      'https://tiktok.com.evil.example/@acme',
      'https://eviltiktok.com/@acme',
      '@acme@eviltiktok.com',
      'https://lichess.org/@/acme',
      'https://stackoverflow.com/users/22656/acme',
      'https://forum.acme.com/users/sign_in',
      'https://blog.acme.com/@acme/our-new-tools',
      'https://shop.acme.com/c/tools',
      'https://forum.acme.com/u/jane',
      'https://acme.com/accounts/login',
      'https://acme.com/profile/jane',
      'https://lemmy.world/c/tools@beehaw.org',
      'https://lemmy.world/post/123456',
      'https://misskey.io/users/7rkrarq81i',
      'https://framatube.org/w/AbCdEf',
      'https://pixelfed.social/p/acme/123456789',
      'https://pixelfed.social/login',
      'https://pixelfed.social/robots.txt',
      '@acme@x.com',
      '!acme@mastodon.social',
      '@acme@127.0.0.1',
      '@acme@xn--.com',
    ],
  },
}

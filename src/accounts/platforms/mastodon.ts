import { hostOf } from '#accounts/host.ts'
import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** Sites that write profiles as `/@user` or `/users/…` and are no fediverse servers; with their subdomains. */
const strangers = new Set([
  'codeberg.page',
  'deviantart.com',
  'discord.com',
  'ecency.com',
  'gab.com',
  'gettr.com',
  'gitlab.com',
  'glitch.com',
  'hive.blog',
  'kwai.com',
  'lemon8-app.com',
  'likee.video',
  'matters.town',
  'medium.com',
  'observablehq.com',
  'odysee.com',
  'paragraph.com',
  'patreon.com',
  'peakd.com',
  'pinterest.com',
  'producthunt.com',
  'replit.com',
  'roblox.com',
  'rutube.ru',
  'scratch.mit.edu',
  'snapchat.com',
  'stackexchange.com',
  'stackoverflow.com',
  'steemit.com',
  'substack.com',
  't.me',
  'triller.co',
  'truthsocial.com',
  'unsplash.com',
  'vk.com',
])

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

/** Drops the web app's own prefixes: `/web/@acme` and `/deck/@acme` show `/@acme`. */
function ownPath(segments: readonly string[]): readonly string[] {
  const [first, second] = segments
  return (first === 'web' || first === 'deck') && second?.startsWith('@') ? segments.slice(1) : segments
}

/** Many other sites keep `/users/22656` and `/users/sign_in`. */
function isUser(name: string): boolean {
  return /^(?!\d+$)[\w.-]+$/.test(name) && !pages.includes(name.toLowerCase())
}

function account(user: string, host: string | null): string | null {
  return host === null || isStranger(host) ? null : `${user}@${host}`
}

/**
 * Any fediverse host; the handle is `user@host`. `/@user@elsewhere` is one server's copy of another server's
 * account: whoever runs the first could show anything there, so it stands for nobody.
 */
export const mastodon: Platform = {
  name: 'Mastodon',
  hosts: [],
  handle:
    /^[a-z\d_](?:[a-z\d_.-]{0,62}[a-z\d_])?@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/,
  anyHost: (segments, url) => {
    const [first = '', second = '', ...rest] = ownPath(segments)
    if (isStranger(url.hostname)) return false
    if (first === 'users')
      return isUser(second) && (rest.length === 0 || tabs.includes(rest[0] ?? '') || rest[0] === 'statuses')
    return (
      /^@[\w.-]+(?:@[^@]+)?$/.test(first) && (second === '' || tabs.includes(second) || /^\d+$/.test(second))
    )
  },
  read: (segments, url) => {
    const own = ownPath(segments)
    const user = own[0]?.startsWith('@')
      ? lead(own, 1, tabs)?.[0]?.slice(1)
      : lead(own, 2, ['followers', 'following'])?.[1]
    return user === undefined || user.includes('@') ? null : account(user, hostOf(url.hostname))
  },
  schemes: ['acct'],
  readText: (text) => {
    const [, user, host] = /^(?:acct:@?|@)([\w.-]+)@([^@/\s]+)$/i.exec(text) ?? []
    return user === undefined || host === undefined ? null : account(user, hostOf(host))
  },
  profile: (handle) => {
    const [user, host] = handle.split('@')
    return `https://${host}/@${user}`
  },
  examples: {
    accepts: {
      'https://Mastodon.social/@Acme': 'acme@mastodon.social',
      'https://social.acme.com/users/news': 'news@social.acme.com',
      'mastodon.social/@acme/with_replies': 'acme@mastodon.social',
      'https://mastodon.social/web/@acme': 'acme@mastodon.social',
      '@Acme@mastodon.social': 'acme@mastodon.social',
      'acct:acme@mastodon.social': 'acme@mastodon.social',
      '@stadt@münchen.social': 'stadt@xn--mnchen-3ya.social',
    },
    rejects: [
      'https://mastodon.social/@acme/109876543210',
      'https://mastodon.social/users/acme/statuses/1',
      'https://evil.example/@acme@mastodon.social',
      'https://medium.com/@acme',
      'https://stackoverflow.com/users/22656/acme',
      'https://forum.acme.com/users/sign_in',
      'https://blog.acme.com/@acme/our-new-tools',
      '@acme@x.com',
      '@acme@127.0.0.1',
    ],
  },
}

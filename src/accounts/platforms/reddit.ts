import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const kinds = new Map([
  ['u', 'u'],
  ['user', 'u'],
  ['r', 'r'],
])

const tabs = ['about', 'comments', 'hot', 'new', 'overview', 'rising', 'submitted', 'top', 'wiki']
const feeds = new Set(['all', 'friends', 'mod', 'popular', 'random', 'randnsfw'])

/** The kind stays in the handle: a user `u/acme` and a community `r/acme` are two. `r/u_acme` is the user's own page. */
function canonical(handle: string): string {
  const [kind = '', name = ''] = handle.toLowerCase().split('/')
  if (kind === 'r' && name.startsWith('u_')) return `u/${name.slice(2)}`
  return kind === 'r' && feeds.has(name) ? '' : `${kinds.get(kind) ?? kind}/${name}`
}

export const reddit: Platform = {
  name: 'Reddit',
  hosts: ['reddit.com'],
  subdomains: /^(?:www|m|old|new|np|sh|amp|i|[a-z]{2})$/,
  otherHosts: ['redd.it', 'redditmedia.com', 'redditstatic.com'],
  handle: /^(?:u\/[a-z\d_-]{2,20}|r\/[a-z\d][a-z\d_]{1,20})$/,
  read: (segments) => {
    const kind = kinds.get(segments[0]?.toLowerCase() ?? '')
    const name = lead(segments, 2, tabs)?.[1]
    return kind === undefined || name === undefined ? null : `${kind}/${name}`
  },
  // In lower case only: `R/GA` is a firm.
  readText: (text) => /^\/?([ur]\/[\w-]+)\/?$/.exec(text)?.[1] ?? null,
  canonical,
  profile: (handle) => `https://www.reddit.com/${handle.replace(/^u\//, 'user/')}`,
  proofs: {
    none: 'cannot be checked automatically: Reddit answers nobody who has not signed in; moderator review with evidence',
  },
  examples: {
    accepts: {
      'https://www.reddit.com/user/Acme_Tools/': 'u/acme_tools',
      'old.reddit.com/u/acme/submitted': 'u/acme',
      'https://www.reddit.com/r/Acme/new?t=week': 'r/acme',
      'https://www.reddit.com/r/u_acme': 'u/acme',
      'r/acme': 'r/acme',
      '/u/Acme': 'u/acme',
    },
    rejects: [
      'https://www.reddit.com/r/acme/comments/1abcde/our_new_tools',
      'https://www.reddit.com/user/acme/comments/1abcde/our_new_tools',
      'https://www.reddit.com/r/acme/s/AbCdEf',
      'https://www.reddit.com/r/acme+tools',
      'https://www.reddit.com/r/all',
      'https://www.reddit.com/login',
      'https://www.reddit.com/search?q=acme',
      'https://www.reddit.com/submit?url=https://acme.com',
      'https://redd.it/1abcde',
      'https://reddit.com.evil.example/user/acme',
    ],
  },
}

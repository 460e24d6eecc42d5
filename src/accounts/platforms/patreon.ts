import type { Platform } from '#accounts/platform.ts'
import { lead, queryValue } from '#accounts/segments.ts'

const tabs = [
  'about',
  'chats',
  'collections',
  'community',
  'gift',
  'home',
  'membership',
  'overview',
  'posts',
  'recommendations',
  'shop',
]

export const patreon: Platform = {
  name: 'Patreon',
  hosts: ['patreon.com'],
  subdomains: /^(?:www|m)$/,
  otherHosts: ['patreonusercontent.com'],
  handle: /^(?:[a-z\d_][a-z\d_-]{0,63}|user\/[1-9]\d{0,11})$/,
  read: (segments, url) => {
    const [first = ''] = segments
    if (first.toLowerCase() === 'user') {
      const id = segments.length === 1 ? queryValue(url, 'u') : null
      return id === null ? null : `user/${id}`
    }
    const isPrefixed = first === 'c' || first === 'cw'
    return lead(isPrefixed ? segments.slice(1) : segments, 1, tabs)?.[0] ?? null
  },
  reserved: (
    'about apps auth bepatron blog c campaign campaigns careers cat checkout collection contact create creators ' +
    'cw dashboard developers europe explore features forgot-password guidelines help home invite join leaderboard ' +
    'legal library login logout m manage-rewards members messages notifications oauth2 platform policy portal posts ' +
    'pledges press pricing privacy product products resources search settings share shop signup support terms ' +
    'topic user useful'
  ).split(' '),
  profile: (handle) => `https://www.patreon.com/${handle.replace(/^user\//, 'user?u=')}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://www.patreon.com/AcmeTools': 'acmetools',
      'patreon.com/c/acme_tools/posts?x=1': 'acme_tools',
      'https://patreon.com/cw/acme': 'acme',
      'https://www.patreon.com/user?u=1234567': 'user/1234567',
    },
    rejects: [
      'https://www.patreon.com/posts/our-new-tools-12345678',
      'https://www.patreon.com/acme/shop/our-new-tools-1234',
      'https://www.patreon.com/join/acme',
      'https://www.patreon.com/login',
      'https://www.patreon.com/search?q=acme',
      'https://www.patreon.com/user?u=1&u=2',
      'https://support.patreon.com/acme',
      'https://patreon.com.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { labelBefore, lead } from '#accounts/segments.ts'

const userTabs = ['about', 'followers', 'following', 'lists', 'subscribe']
const publicationTabs = ['about', 'all', 'archive', 'followers', 'latest', 'search', 'subscribe']

/** Medium's own pages, which stand where a publication's may stand too. */
const pages = new Set(
  (
    '_ about apps archive foryou friend-link library lists newsletter recommended story subscribe ' +
    ' blog browse business careers contact creators earn explore-topics feed followers ' +
    'gift help inbox jobs jobs-at-medium latest login logout m me media membership new-story notifications p ' +
    'partner-program plans policy press privacy r read reading-list recommendations resources rules search ' +
    'settings signin signup sitemap stats status stories tag tags team terms topic topics trending u upgrade ' +
    'verified-author write'
  ).split(' '),
)

/** `acme` is the user `@acme`, whose own host is `acme.medium.com`; `pub/acme` the publication `medium.com/acme`. */
export const medium: Platform = {
  name: 'Medium',
  hosts: ['medium.com'],
  subdomains: /^(?:www|m|[a-z\d](?:[a-z\d-]*[a-z\d])?)$/,
  otherHosts: [
    'help.medium.com',
    'link.medium.com',
    'blog.medium.com',
    'policy.medium.com',
    'status.medium.com',
  ],
  handle: /^(?:pub\/[a-z\d][a-z\d-]{0,99}|[a-z\d_](?:[a-z\d_.-]{0,62}[a-z\d_])?)$/,
  read: (segments, url) => {
    const label = labelBefore('medium.com', url)
    if (label !== null && label !== 'm') return lead(segments, 0, userTabs) && label
    const [first = ''] = segments
    if (first.startsWith('@')) return lead(segments, 1, userTabs)?.[0]?.slice(1) ?? null
    const own = pages.has(first.toLowerCase()) ? null : lead(segments, 1, publicationTabs)
    return own && `pub/${first}`
  },
  profile: (handle) => `https://medium.com/${handle.startsWith('pub/') ? handle.slice(4) : `@${handle}`}`,
  proofs: {
    none: 'cannot be checked automatically: profiles have no website field; moderator review with evidence',
  },
  examples: {
    accepts: {
      'https://medium.com/@Acme.Tools': 'acme.tools',
      'medium.com/@acme/about?source=x': 'acme',
      'https://acme.medium.com/': 'acme',
      'https://medium.com/acme-engineering': 'pub/acme-engineering',
    },
    rejects: [
      'https://medium.com/@acme/our-new-tools-0123456789ab',
      'https://acme.medium.com/our-new-tools-0123456789ab',
      'https://medium.com/acme-engineering/our-new-tools-0123456789ab',
      'https://medium.com/p/0123456789ab',
      'https://medium.com/tag/acme',
      'https://medium.com/search?q=acme',
      'https://medium.com/m/signin',
      'https://help.medium.com/',
      'https://medium.com.evil.example/@acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { appleId } from '#accounts/segments.ts'

const kinds = ['podcast', 'channel']

/** Apple resolves `/es/podcast/any-words/id123` by the id alone. With `?i=` it is one episode. */
export const applepodcasts: Platform = {
  name: 'Apple Podcasts',
  hosts: ['podcasts.apple.com', 'itunes.apple.com'],
  subdomains: /^www$/,
  otherHosts: ['podcastsconnect.apple.com'],
  handle: /^(?:podcast|channel)\/id[1-9]\d{0,11}$/,
  read: (segments, url) => (url.searchParams.has('i') ? null : appleId(segments, kinds)),
  canonical: (handle) => handle.toLowerCase().replace(/^(?=id\d)/, 'podcast/'),
  profile: (handle) => `https://podcasts.apple.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence, such as the website in the show’s own feed',
    id: 'podcast or channel id, which is the handle',
  },
  examples: {
    accepts: {
      'https://podcasts.apple.com/es/podcast/acme-talks/id1234567890': 'podcast/id1234567890',
      'podcasts.apple.com/podcast/id1234567890?mt=2': 'podcast/id1234567890',
      'https://itunes.apple.com/us/podcast/acme-talks/id1234567890?mt=2': 'podcast/id1234567890',
      'https://podcasts.apple.com/us/channel/acme/id6442473211': 'channel/id6442473211',
    },
    rejects: [
      'https://podcasts.apple.com/es/podcast/our-new-tools/id1234567890?i=1000512345678',
      'https://podcasts.apple.com/es/genre/podcasts-arts/id1301',
      'https://podcasts.apple.com/es/search?term=acme',
      'https://podcasts.apple.com/es/podcast/acme-talks',
      'https://podcasts.apple.com.evil.example/es/podcast/acme-talks/id1234567890',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = [
  'albums',
  'archives',
  'collections',
  'contacts',
  'favorites',
  'galleries',
  'groups',
  'relationship',
  'sets',
  'stats',
  'tags',
]

const isId = (handle: string) => /^\d+@n\d\d$/i.test(handle)

/** The handle is the id (`100564418@N08`) or the address that its owner chose for good. */
export const flickr: Platform = {
  name: 'Flickr',
  hosts: ['flickr.com'],
  otherHosts: ['flic.kr', 'staticflickr.com'],
  handle: /^(?:\d{5,12}@N\d\d|[a-z\d_-]{3,50})$/,
  read: (segments) => {
    const kind = segments[0]?.toLowerCase()
    return kind === 'people' || kind === 'photos' ? (lead(segments, 2, tabs)?.[1] ?? null) : null
  },
  canonical: (handle) => (isId(handle) ? handle.toUpperCase() : handle.toLowerCase()),
  reserved: ['me', 'tags', 'upload'],
  profile: (handle) => `https://www.flickr.com/people/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Flickr answers its API’s customers alone; moderator review with evidence',
    id: 'NSID',
  },
  examples: {
    accepts: {
      'https://www.flickr.com/people/100564418@N08': '100564418@N08',
      'https://www.flickr.com/photos/100564418%40n08/': '100564418@N08',
      'flickr.com/photos/AcmeTools/albums': 'acmetools',
      'https://m.flickr.com/people/acme_tools/?rb=1': 'acme_tools',
    },
    rejects: [
      'https://www.flickr.com/photos/acmetools/12345678901',
      'https://www.flickr.com/photos/acmetools/albums/72157600000000000',
      'https://www.flickr.com/groups/acmetools/',
      'https://www.flickr.com/photos/tags/acme',
      'https://www.flickr.com/search/?text=acme',
      'https://identity.flickr.com/login',
      'https://flic.kr/p/AbCdEf',
      'https://flickr.com.evil.example/people/acmetools',
    ],
  },
}

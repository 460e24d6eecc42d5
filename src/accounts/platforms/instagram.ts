import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = ['channel', 'feed', 'followers', 'following', 'guides', 'reels', 'tagged', 'video']

export const instagram: Platform = {
  name: 'Instagram',
  hosts: ['instagram.com', 'instagr.am'],
  otherHosts: ['ig.me'],
  handle: /^(?!.*\.\.)[a-z\d_](?:[a-z\d_.]{0,28}[a-z\d_])?$/,
  // `/_u/acme` is how Instagram's own app links to a profile.
  read: (segments) => lead(segments[0] === '_u' ? segments.slice(1) : segments, 1, tabs)?.[0] ?? null,
  reserved: [
    'about',
    'accounts',
    'api',
    'ar',
    'challenge',
    'create',
    'developer',
    'direct',
    'directory',
    'emails',
    'explore',
    'graphql',
    'legal',
    'locations',
    'nametag',
    'oauth',
    'p',
    'popular',
    'press',
    'reel',
    'reels',
    'share',
    'stories',
    'topics',
    'tv',
    'web',
  ],
  profile: (handle) => `https://www.instagram.com/${handle}`,
  proofs: {
    website: 'website of the profile, with the operator’s API credentials',
    none: 'cannot be checked automatically otherwise: moderator review with evidence',
    id: 'user id, with the operator’s API credentials',
  },
  examples: {
    accepts: {
      'https://www.instagram.com/Acme.Tools/': 'acme.tools',
      'instagram.com/_acme_/reels?igsh=1': '_acme_',
      'http://instagr.am/acme': 'acme',
      'https://www.instagram.com/_u/acme': 'acme',
    },
    rejects: [
      'https://www.instagram.com/p/CxYz123/',
      'https://www.instagram.com/acme/p/CxYz123/',
      'https://www.instagram.com/stories/acme/1',
      'https://www.instagram.com/accounts/login/',
      'https://www.instagram.com/explore/tags/acme/',
      'https://www.instagram.com/acme..tools',
      'https://instagram.com.evil.example/acme',
    ],
  },
}

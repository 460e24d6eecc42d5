import type { Platform } from '#accounts/platform.ts'
import { lead, queryValue } from '#accounts/segments.ts'

const tabs = [
  'about',
  'affiliates',
  'articles',
  'followers',
  'following',
  'header_photo',
  'highlights',
  'likes',
  'media',
  'photo',
  'superfollows',
  'verified_followers',
  'with_replies',
]

export const x: Platform = {
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  otherHosts: ['t.co', 'pic.twitter.com'],
  handle: /^[a-z\d_]{1,15}$/,
  read: (segments, url) => {
    const [first, second] = segments
    // Links of 2010 to 2013 put the account behind a hash-bang.
    if (first === undefined) return /^#!\/@?(\w+)\/?$/.exec(url.hash)?.[1] ?? null
    if (first === 'intent') {
      return segments.length === 2 && (second === 'user' || second === 'follow')
        ? queryValue(url, 'screen_name')
        : null
    }
    return lead(segments, 1, tabs)?.[0]?.replace(/^@/, '') ?? null
  },
  reserved: [
    'about',
    'account',
    'bookmarks',
    'communities',
    'compose',
    'direct_messages',
    'download',
    'explore',
    'followers',
    'following',
    'hashtag',
    'home',
    'i',
    'jobs',
    'lists',
    'login',
    'logout',
    'messages',
    'notifications',
    'oauth',
    'privacy',
    'search',
    'search-advanced',
    'search-home',
    'settings',
    'share',
    'signup',
    'status',
    'statuses',
    'tos',
    'who_to_follow',
    'widgets',
  ],
  profile: (handle) => `https://x.com/${handle}`,
  proofs: {
    website: 'website of the profile, with the operator’s API credentials',
    post: 'post, by oEmbed',
    id: 'user id, with the operator’s API credentials',
  },
  examples: {
    accepts: {
      'https://twitter.com/Acme': 'acme',
      'https://mobile.twitter.com/acme?s=20#top': 'acme',
      'x.com/@Acme/with_replies': 'acme',
      'https://twitter.com/#!/acme': 'acme',
      'https://x.com/intent/follow?screen_name=acme': 'acme',
      'https://x.com/HMT': 'hmt',
    },
    rejects: [
      'https://x.com/acme/status/1',
      'https://x.com/search?q=acme',
      'https://x.com/i/user/783214',
      'https://x.com/intent/post?text=acme',
      'https://x.com/a_name_longer_than_fifteen',
      'https://t.co/abc',
      'https://eviltwitter.com/acme',
      'https://x.com.evil.example/acme',
      'https://x.com@evil.example/acme',
    ],
  },
}

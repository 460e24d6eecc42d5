import type { Platform } from '#accounts/platform.ts'
import { readAtHandle } from '#accounts/segments.ts'

const tabs = ['collections', 'followers', 'following', 'illustrations', 'likes', 'photos', 'stats']

export const unsplash: Platform = {
  name: 'Unsplash',
  hosts: ['unsplash.com'],
  subdomains: /^www$/,
  handle: /^[a-z\d_-]{1,60}$/,
  // `/es/@acme` shows the same in another language.
  read: (segments) =>
    readAtHandle(/^[a-z]{2}(?:-[a-z]{2})?$/i.test(segments[0] ?? '') ? segments.slice(1) : segments, tabs),
  profile: (handle) => `https://unsplash.com/@${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Unsplash answers its API’s customers alone; moderator review with evidence',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://unsplash.com/@AcmeTools': 'acmetools',
      'unsplash.com/es/@acme_tools/collections': 'acme_tools',
      'https://www.unsplash.com/@acme?utm_source=x': 'acme',
    },
    rejects: [
      'https://unsplash.com/photos/our-new-tools-AbCdEfGhIjK',
      'https://unsplash.com/s/photos/acme',
      'https://unsplash.com/collections/123456/acme',
      'https://unsplash.com/login',
      'https://unsplash.com/acme',
      'https://api.unsplash.com/@acme',
      'https://unsplash.com.evil.example/@acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { readAtHandle } from '#accounts/segments.ts'

/** It runs the fediverse's program, and stands outside the fediverse. */
export const truthsocial: Platform = {
  name: 'Truth Social',
  hosts: ['truthsocial.com'],
  handle: /^[a-z\d_.]{1,30}$/,
  read: (segments) => readAtHandle(segments, ['followers', 'following', 'media', 'with_replies']),
  profile: (handle) => `https://truthsocial.com/@${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Truth Social answers nobody who has not signed in; moderator review with evidence',
    id: 'account id',
  },
  examples: {
    accepts: {
      'https://truthsocial.com/@AcmeTools': 'acmetools',
      'truthsocial.com/@acme/with_replies': 'acme',
      'https://www.truthsocial.com/@acme?x=1': 'acme',
    },
    rejects: [
      'https://truthsocial.com/@acme/posts/112233445566778899',
      'https://truthsocial.com/@acme/112233445566778899',
      'https://truthsocial.com/acme',
      'https://truthsocial.com/login',
      'https://truthsocial.com/tags/acme',
      '@acme@truthsocial.com',
      'https://truthsocial.com.evil.example/@acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { appleId } from '#accounts/segments.ts'

const kinds = ['app', 'developer']

/** Apple resolves `/es/app/any-words/id123` by the id alone; the words, which anyone may choose, are dropped. */
export const appstore: Platform = {
  name: 'App Store',
  hosts: ['apps.apple.com', 'itunes.apple.com'],
  subdomains: /^www$/,
  otherHosts: ['appstoreconnect.apple.com', 'apple.co', 'appsto.re'],
  handle: /^(?:app|developer)\/id[1-9]\d{0,11}$/,
  read: (segments) => appleId(segments, kinds),
  canonical: (handle) => handle.toLowerCase().replace(/^(?=id\d)/, 'app/'),
  profile: (handle) => `https://apps.apple.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence, such as the app’s support website',
    id: 'app or developer id, which is the handle',
  },
  examples: {
    accepts: {
      'https://apps.apple.com/es/app/acme-tools/id1234567890': 'app/id1234567890',
      'apps.apple.com/app/id1234567890?platform=iphone': 'app/id1234567890',
      'https://itunes.apple.com/us/app/acme-tools/id1234567890?mt=8': 'app/id1234567890',
      'https://apps.apple.com/gb/developer/acme-ltd/id284417353': 'developer/id284417353',
    },
    rejects: [
      'https://apps.apple.com/es/story/id1234567890',
      'https://apps.apple.com/es/charts/iphone',
      'https://apps.apple.com/es/search?term=acme',
      'https://apps.apple.com/es/app/acme-tools',
      'https://itunes.apple.com/us/album/acme/id1234567890',
      'https://appstoreconnect.apple.com/login',
      'https://apps.apple.com.evil.example/es/app/acme-tools/id1234567890',
    ],
  },
}

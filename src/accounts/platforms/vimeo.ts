import type { Platform } from '#accounts/platform.ts'

export const vimeo: Platform = {
  name: 'Vimeo',
  hosts: ['vimeo.com'],
  otherHosts: ['vimeopro.com', 'vimeocdn.com'],
  // Digits alone are a video.
  handle: /^(?!\d+$)[a-z\d][a-z\d_-]{1,63}$/,
  tabs: [
    'about',
    'albums',
    'appearances',
    'channels',
    'collections',
    'followers',
    'following',
    'groups',
    'likes',
    'videos',
  ],
  reserved: (
    'about album api apps blog business categories channels checkout company contact couchmode create ' +
    'customers dmca enterprise explore event events everywhere features for-hire forums goodies groups guidelines ' +
    'help home integrations jobs join live log_in log_out login logout manage me messages moogaloop music on ' +
    'ondemand ott partners player plus press pricing privacy pro product search settings share showcase sign_up ' +
    'signup site_map solutions staffpicks stats stock stream subscriptions tag tags terms tools tv upgrade ' +
    'upload user users video videos watch watchlater webinars'
  ).split(' '),
  profile: (handle) => `https://vimeo.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Vimeo answers its API’s customers alone; moderator review with evidence',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://vimeo.com/AcmeTools': 'acmetools',
      'https://www.vimeo.com/user13888689/videos': 'user13888689',
      'vimeo.com/acme?embedded=true': 'acme',
    },
    rejects: [
      'https://vimeo.com/123456789',
      'https://vimeo.com/acme/ournewtools',
      'https://vimeo.com/channels/acme/123456789',
      'https://vimeo.com/showcase/1234567',
      'https://vimeo.com/search?q=acme',
      'https://vimeo.com/log_in',
      'https://player.vimeo.com/video/123456789',
      'https://vimeo.com.evil.example/acme',
    ],
  },
}

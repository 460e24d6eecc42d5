import type { Platform } from '#accounts/platform.ts'

export const aparat: Platform = {
  name: 'Aparat',
  hosts: ['aparat.com'],
  handle: /^[a-z\d_][a-z\d_.-]{1,63}$/,
  tabs: ['about', 'live', 'playlists', 'shorts', 'videos'],
  reserved: (
    'about ads api app apps authentication category community contact content dashboard discover etc game games ' +
    'hashtag help home kids live login logout main movie music news notifications official playlist profile ' +
    'register report result rules search setting settings shorts signin signup subscription subscriptions tag ' +
    'terms trending upload user v video videos watch'
  ).split(' '),
  profile: (handle) => `https://www.aparat.com/${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://www.aparat.com/Acme': 'acme',
      'aparat.com/acme.tools/playlists': 'acme.tools',
      'https://www.aparat.com/acme_tools?x=1': 'acme_tools',
    },
    rejects: [
      'https://www.aparat.com/v/AbCdE',
      'https://www.aparat.com/search/acme',
      'https://www.aparat.com/playlist/123456',
      'https://www.aparat.com/login',
      'https://api.aparat.com/acme',
      'https://aparat.com.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'

export const twitch: Platform = {
  name: 'Twitch',
  hosts: ['twitch.tv'],
  subdomains: /^(?:www|m|go|[a-z]{2})$/,
  otherHosts: ['twitch.com'],
  handle: /^[a-z\d]\w{2,24}$/,
  tabs: ['about', 'clips', 'collections', 'home', 'schedule', 'videos'],
  reserved: (
    'about activate annual-recap bits blog broadcast clips collections communities company creatorcamp ' +
    'creators dashboard directory downloads drops embed event events following friends inventory jobs legal ' +
    'login logout manager messages moderator p partner payments popout prime privacy products redeem search ' +
    'settings signup store subs subscriptions support team teams terms tos turbo u user video videos wallet'
  ).split(' '),
  profile: (handle) => `https://www.twitch.tv/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Twitch answers its API’s customers alone; moderator review with evidence',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://www.twitch.tv/Acme_Tools': 'acme_tools',
      'm.twitch.tv/acme/about': 'acme',
      'https://twitch.tv/acme?sr=a#chat': 'acme',
    },
    rejects: [
      'https://www.twitch.tv/videos/123456789',
      'https://www.twitch.tv/acme/clip/FunnyClip',
      'https://www.twitch.tv/acme/v/123456789',
      'https://www.twitch.tv/directory/category/acme',
      'https://www.twitch.tv/search?term=acme',
      'https://clips.twitch.tv/FunnyClip',
      'https://player.twitch.tv/?channel=acme',
      'https://twitch.tv.evil.example/acme',
    ],
  },
}

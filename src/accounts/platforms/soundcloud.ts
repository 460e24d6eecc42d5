import type { Platform } from '#accounts/platform.ts'

export const soundcloud: Platform = {
  name: 'SoundCloud',
  hosts: ['soundcloud.com'],
  otherHosts: ['snd.sc', 'soundcloud.app.goo.gl', 'sndcdn.com'],
  handle: /^[a-z\d_-]{2,60}$/,
  tabs: [
    'albums',
    'comments',
    'followers',
    'following',
    'likes',
    'popular-tracks',
    'reposts',
    'sets',
    'spotlight',
    'toptracks',
    'tracks',
  ],
  reserved: (
    'about activity apps artists charts checkout community-guidelines connect creators dashboard discover ' +
    'download emails explore feed feedback for-artists getstarted go groups help home imprint jobs login logout ' +
    'messages mobile music notifications oauth pages partners people popular premium press privacy pro search ' +
    'settings share signin signup stations stream tags terms-of-use tour upload you'
  ).split(' '),
  profile: (handle) => `https://soundcloud.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: SoundCloud answers its API’s customers alone; moderator review with evidence',
  },
  examples: {
    accepts: {
      'https://soundcloud.com/Acme-Tools': 'acme-tools',
      'm.soundcloud.com/user-9984588/tracks': 'user-9984588',
      'https://www.soundcloud.com/acme?si=1': 'acme',
    },
    rejects: [
      'https://soundcloud.com/acme/our-new-song',
      'https://soundcloud.com/acme/sets/our-album',
      'https://soundcloud.com/search?q=acme',
      'https://soundcloud.com/discover',
      'https://soundcloud.com/signin',
      'https://on.soundcloud.com/AbCdEf',
      'https://w.soundcloud.com/player/?url=https://soundcloud.com/acme',
      'https://soundcloud.com.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** The microblog inside Nasza Klasa, under the number of its author's profile. It ended with nk.pl at the latest. */
export const sledzik: Platform = {
  name: 'Śledzik',
  hosts: ['nk.pl', 'nasza-klasa.pl'],
  handle: /^[1-9]\d{0,11}$/,
  read: (segments, url) => {
    const hash = /^#(?:!\/?)?profile\/(\d+)(?:\/sledzik)?\/?$/.exec(url.hash)?.[1]
    if (segments.length === 0) return hash ?? null
    return segments[0] === 'profile' ? (lead(segments, 2, ['gallery', 'sledzik'])?.[1] ?? null) : null
  },
  profile: (handle) => `https://nk.pl/profile/${handle}`,
  closedOn: '2021-07-27',
  proofs: {
    none: 'cannot be checked automatically: closed on 27 July 2021, recorded for history',
    id: 'profile id, which is the handle',
  },
  examples: {
    accepts: {
      'http://nk.pl/profile/1234567': '1234567',
      'nasza-klasa.pl/profile/1234567/sledzik': '1234567',
      'https://nk.pl/#profile/1234567': '1234567',
      'https://www.nk.pl/profile/1234567/gallery?x=1': '1234567',
    },
    rejects: [
      'http://nk.pl/sledzik?shout=https://acme.com',
      'http://nk.pl/profile/1234567/gallery/album/1',
      'http://nk.pl/szukaj/profile?query=acme',
      'http://nk.pl/login',
      'http://nk.pl/acme',
      'http://nk.pl.evil.example/profile/1234567',
    ],
  },
}

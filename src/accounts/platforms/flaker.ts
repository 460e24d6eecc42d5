import type { Platform } from '#accounts/platform.ts'

/** The Polish microblog of 2008, gone by about 2014: the day is not known here, and the year’s last stands for it. */
export const flaker: Platform = {
  name: 'Flaker',
  hosts: ['flaker.pl'],
  otherHosts: ['api.flaker.pl'],
  handle: /^[a-z\d_-]{1,40}$/,
  reserved: (
    'about add api blog flakosfera faq grupy help kontakt login logout oauth pomoc register regulamin search ' +
    'settings szukaj tag tagi traker users'
  ).split(' '),
  profile: (handle) => `https://flaker.pl/${handle}`,
  closedOn: '2014-12-31',
  proofs: { none: 'cannot be checked automatically: closed about 2014, recorded for history' },
  examples: {
    accepts: {
      'http://flaker.pl/Acme': 'acme',
      'flaker.pl/acme_tools/': 'acme_tools',
      'https://www.flaker.pl/acme?x=1': 'acme',
    },
    rejects: [
      'http://flaker.pl/f/123456-our-new-tools',
      'http://flaker.pl/add2flaker.php?url=https://acme.com',
      'http://flaker.pl/register',
      'http://flaker.pl/t/acme',
      'http://flaker.pl.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { labelBefore, lead } from '#accounts/segments.ts'

/** The Polish microblog of 2007 to 2013. `acme.blip.pl` was an account's own page. */
export const blip: Platform = {
  name: 'Blip',
  hosts: ['blip.pl'],
  subdomains: /^(?:www|[a-z\d](?:[a-z\d_-]*[a-z\d])?)$/,
  otherHosts: ['api.blip.pl', 'm.blip.pl', 'rdir.pl'],
  handle: /^[a-z\d](?:[a-z\d_-]{0,28}[a-z\d])?$/,
  read: (segments, url) => {
    const label = labelBefore('blip.pl', url)
    if (label !== null) return segments.length === 0 ? label : null
    return segments[0] === 'users'
      ? (lead(segments, 2, ['dashboard', 'followed', 'followers'])?.[1] ?? null)
      : null
  },
  readText: (text) => /^\^([a-z\d][a-z\d_-]*)$/i.exec(text)?.[1] ?? null,
  profile: (handle) => `https://blip.pl/users/${handle}`,
  closedOn: '2013-08-31',
  proofs: { none: 'cannot be checked automatically: closed on 31 August 2013, recorded for history' },
  examples: {
    accepts: {
      'http://acme.blip.pl/': 'acme',
      'https://acme-tools.blip.pl': 'acme-tools',
      'blip.pl/users/Acme/dashboard': 'acme',
      '^acme': 'acme',
    },
    rejects: [
      'http://blip.pl/s/123456789',
      'http://acme.blip.pl/archive/1',
      'http://blip.pl/tags/acme',
      'http://blip.pl/dashboard?body=https://acme.com',
      'http://rdir.pl/abcde',
      'http://api.blip.pl/users/acme',
      'http://blip.pl.evil.example/users/acme',
    ],
  },
}

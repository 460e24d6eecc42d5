import { bech32 } from '@scure/base'
import { hostOf } from '#accounts/host.ts'
import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** Before the key or name, where each viewer keeps its profiles. */
const profiles = new Set(['p', 'profile', 'people', 'u', 'users', 'user'])

const named = /^([\w.-]+)@([^@/\s]+)$/

/** NIP-19: the key as `npub1…`, from that or from `nprofile1…`; null when the checksum is wrong. */
function keyOf(text: string): string | null {
  const decoded = bech32.decodeUnsafe(text, 1_023)
  const bytes = decoded && bech32.fromWordsUnsafe(decoded.words)
  if (!decoded || !bytes) return null
  if (decoded.prefix === 'npub') return bytes.length === 32 ? bech32.encode('npub', decoded.words) : null
  // An nprofile is a list of type, length, value; type 0 is the key.
  for (let at = 0; decoded.prefix === 'nprofile' && at + 2 <= bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const key = bytes.subarray(at + 2, at + 34)
    if (bytes[at] === 0)
      return bytes[at + 1] === 32 && key.length === 32 ? bech32.encode('npub', bech32.toWords(key)) : null
  }
  return null
}

function canonical(handle: string): string {
  const [, name, domain] = named.exec(handle) ?? []
  if (name === undefined || domain === undefined) return keyOf(handle) ?? ''
  return `${name.toLowerCase()}@${hostOf(domain) ?? ''}`
}

/** The key itself, or the name that a domain gives to a key (NIP-05): `_@acme.com` is the domain's own. */
export const nostr: Platform = {
  name: 'Nostr',
  hosts: [
    'njump.me',
    'primal.net',
    'snort.social',
    'iris.to',
    'coracle.social',
    'jumble.social',
    'nosta.me',
    'nostr.band',
    'nostr.com',
    'yakihonne.com',
  ],
  subdomains: /^(?:www|m)$/,
  handle:
    /^(?:npub1[02-9ac-hj-np-z]{58}|[a-z\d_.-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d])$/,
  read: (segments) => {
    const own = profiles.has(segments[0]?.toLowerCase() ?? '') ? segments.slice(1) : segments
    const name = lead(own, 1)?.[0]?.replace(/^@/, '') ?? ''
    return named.test(name) || /^n(?:pub|profile)1/i.test(name) ? name : null
  },
  schemes: ['nostr', 'web+nostr'],
  readText: (text) => {
    const [, scheme, written = ''] = /^((?:web\+)?nostr:)?(?:\/\/)?@?(\S+)$/i.exec(text) ?? []
    if (/^n(?:pub|profile)1/i.test(written)) return written
    // Without its scheme, a name could be the fediverse's or a mail address.
    return scheme !== undefined && named.test(written) ? written : null
  },
  canonical,
  profile: (handle) => `https://njump.me/${handle}`,
  proofs: {
    post: 'note with the code, signed by the key (NIP-01), at any https address',
    domain: 'the domain’s own name, `_@acme.com` (NIP-05)',
    id: 'public key',
  },
  examples: {
    accepts: {
      'nostr:npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6':
        'npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
      NPUB180CVV07TJDRRGPA0J7J7TMNYL2YR6YR7L8J4S3EVF6U64TH6GKWSYJH6W6:
        'npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
      'https://primal.net/p/npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6?x=1':
        'npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
      'https://njump.me/nprofile1qqsrhuxx8l9ex335q7he0f09aej04zpazpl0ne2cgukyawd24mayt8gpp4mhxue69uhhytnc9e3k7mgpz4mhxue69uhkg6nzv9ejuumpv34kytnrdaksjlyr9p':
        'npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
      'https://njump.me/_@Acme.com': '_@acme.com',
      'nostr:news@acme.com': 'news@acme.com',
    },
    rejects: [
      'nostr:npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w7',
      'nostr:note1fntxtkcy9pjwucqwa9mddn7v03wwwsu9j330jj350nvhpky2tuaspk6nqc',
      'https://njump.me/nevent1qqstna2yrezu5wghjvswqqculvvwxsrcvu7uc0f78gan4xqhvz49d9spr3mhxue69uhkummnw3ez6un9d3shjtn4de6x2argwghx6egpr4mhxue69uhkummnw3ez6ur4vgh8wetvd3hhyer9wghxuet5nxnepm',
      'https://njump.me/acme.com',
      'https://primal.net/search/acme',
      'https://primal.net/acme',
      'https://njump.me.evil.example/npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
    ],
  },
}

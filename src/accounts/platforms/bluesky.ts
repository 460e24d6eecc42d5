import { hostOf, isUnderKnownSuffix } from '#accounts/host.ts'
import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const did = /^did:(?:plc:[a-z2-7]{24}|web:[a-z\d.-]+)$/

/** A Bluesky handle is a DNS name; what its own app writes as a host, `acme.bsky.social`, is a handle too. */
export const bluesky: Platform = {
  name: 'Bluesky',
  hosts: ['bsky.app', 'bsky.social'],
  subdomains: /^(?:www|[a-z\d](?:[a-z\d-]*[a-z\d])?)$/,
  // `handle.invalid` is what the network shows for an account whose handle has failed.
  handle:
    /^(?:did:plc:[a-z2-7]{24}|(?:did:web:)?(?!handle\.invalid$)(?=.{3,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?)$/,
  idForm: /^did:/,
  read: (segments, url) => {
    const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '')
    if (host.endsWith('.bsky.social')) return segments.length === 0 ? host : null
    if (host !== 'bsky.app' || segments[0] !== 'profile') return null
    const actor = lead(segments, 2, ['followers', 'follows', 'known-followers'])?.[1]?.replace(/^@/, '')
    return actor === undefined || did.test(actor) ? (actor ?? null) : hostOf(actor)
  },
  schemes: ['at', 'did'],
  readText: (text) => {
    const written = text.replace(/^at:\/\//i, '').replace(/\/$/, '')
    if (/^did:/i.test(written)) return written
    const isAt = written !== text && /^at:/i.test(text)
    const host = isAt || text.startsWith('@') ? hostOf(written.replace(/^@/, '')) : null
    // Handles elsewhere have dots too: `@acme.tools` is a name unless a domain can end so.
    return host !== null && (isAt || isUnderKnownSuffix(host)) ? host : null
  },
  profile: (handle) => `https://bsky.app/profile/${handle}`,
  proofs: {
    website: 'website of the profile, or `trust://acme.com!` in the description',
    post: 'post',
    domain: 'the handle is the domain: `@acme.com`',
    id: 'DID',
  },
  examples: {
    accepts: {
      'https://bsky.app/profile/Acme.com': 'acme.com',
      'bsky.app/profile/acme.bsky.social?ref=x': 'acme.bsky.social',
      'https://acme.bsky.social/': 'acme.bsky.social',
      'at://acme.com': 'acme.com',
      '@acme.com': 'acme.com',
      '@münchen.de': 'xn--mnchen-3ya.de',
      'at://did:plc:z72i7hdynmk6r22z27h6tvur': 'did:plc:z72i7hdynmk6r22z27h6tvur',
      'did:web:acme.com': 'did:web:acme.com',
    },
    rejects: [
      'https://bsky.app/profile/acme.com/post/3k',
      'https://bsky.app/profile/acme.com/feed/news',
      'https://bsky.app/search?q=acme',
      'https://bsky.app/profile/acme',
      'https://bsky.app/profile/handle.invalid',
      'at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k',
      'https://bsky.app.evil.example/profile/acme.com',
    ],
  },
}

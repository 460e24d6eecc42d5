import { hostOf } from '#accounts/host.ts'
import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** A company's page is named for its website. `www.acme.com` and `acme.com` can be two pages, and stay so. */
export const trustpilot: Platform = {
  name: 'Trustpilot',
  hosts: ['trustpilot.com'],
  subdomains: /^(?:www|m|[a-z]{2}|[a-z]{2}-[a-z]{2})$/,
  handle: /^(?=.{3,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/,
  read: (segments) => {
    const name = segments[0] === 'review' ? lead(segments, 2, ['transparency'])?.[1] : undefined
    return name === undefined ? null : hostOf(name)
  },
  canonical: (handle) => hostOf(handle) ?? '',
  profile: (handle) => `https://www.trustpilot.com/review/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: anybody can open the page of a website; moderator review with evidence',
    id: 'business unit id',
  },
  examples: {
    accepts: {
      'https://www.trustpilot.com/review/Acme.com?page=2': 'acme.com',
      'es.trustpilot.com/review/www.acme.com': 'www.acme.com',
      'https://fr-be.trustpilot.com/review/acme.com/transparency': 'acme.com',
      'https://de.trustpilot.com/review/m%C3%BCnchen.de': 'xn--mnchen-3ya.de',
    },
    rejects: [
      'https://www.trustpilot.com/reviews/0123456789abcdef01234567',
      'https://www.trustpilot.com/users/0123456789abcdef01234567',
      'https://www.trustpilot.com/evaluate/acme.com',
      'https://www.trustpilot.com/review/acme',
      'https://www.trustpilot.com/search?query=acme',
      'https://www.trustpilot.com/categories/tools',
      'https://business.trustpilot.com/review/acme.com',
      'https://trustpilot.com.evil.example/review/acme.com',
    ],
  },
}

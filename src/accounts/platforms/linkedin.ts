import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const kinds = new Map([
  ['company', 'company'],
  ['company-beta', 'company'],
  ['in', 'in'],
  ['school', 'school'],
  ['showcase', 'showcase'],
])

const tabs = [
  'about',
  'alumni',
  'events',
  'insights',
  'jobs',
  'life',
  'mycompany',
  'people',
  'posts',
  'products',
  'recent-activity',
  'services',
  'videos',
]

/** The kind stays in the handle: `company/acme` and `in/acme` are two accounts. */
export const linkedin: Platform = {
  name: 'LinkedIn',
  hosts: ['linkedin.com'],
  subdomains: /^(?:www|m|mobile|touch|[a-z]{2,3})$/,
  otherHosts: ['lnkd.in'],
  // Measured on real slugs: every script, and `&`, `'`, `.`, `_` beside hyphens.
  handle: /^(?:company|in|school|showcase)\/[\p{L}\p{M}\p{N}&'’.,_!()+®™–-]{1,150}$/u,
  read: (segments) => {
    const own = segments[0] === 'mwlite' ? segments.slice(1) : segments
    const kind = kinds.get(own[0]?.toLowerCase() ?? '')
    if (kind === undefined) return null
    // A person's profile exists in several languages: `/in/acme/de`.
    const isTranslated = kind === 'in' && own.length === 3 && /^[a-z]{2}(?:-[a-z]{2})?$/i.test(own[2] ?? '')
    const slug = isTranslated ? own[1] : lead(own, 2, tabs)?.[1]
    return slug === undefined ? null : `${kind}/${slug}`
  },
  profile: (handle) => `https://www.linkedin.com/${handle.split('/').map(encodeURIComponent).join('/')}`,
  proofs: {
    website: 'website of a company’s page, with the operator’s API credentials',
    none: 'cannot be checked automatically otherwise: moderator review with evidence',
    id: 'organisation id, with the operator’s API credentials',
  },
  examples: {
    accepts: {
      'https://www.linkedin.com/company/Acme/about/': 'company/acme',
      'uk.linkedin.com/in/jane-doe-1b2?trk=x': 'in/jane-doe-1b2',
      'https://www.linkedin.com/in/jane-doe/de': 'in/jane-doe',
      'https://www.linkedin.com/school/acme-university/': 'school/acme-university',
      'https://www.linkedin.com/showcase/acme-cloud': 'showcase/acme-cloud',
      'https://www.linkedin.com/company/h%C3%B6gskolan-i-sk%C3%B6vde': 'company/högskolan-i-skövde',
      "https://www.linkedin.com/company/port-&-prime's.ltd": "company/port-&-prime's.ltd",
    },
    rejects: [
      'https://www.linkedin.com/posts/acme_activity-1',
      'https://www.linkedin.com/feed/update/urn:li:activity:1',
      'https://www.linkedin.com/login',
      'https://www.linkedin.com/jobs/view/1',
      'https://www.linkedin.com/shareArticle?url=https://acme.com',
      'https://www.linkedin.com/company/',
      'https://www.linkedin.com/acme',
      'https://lnkd.in/abc',
      'https://linkedin.com.evil.example/company/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const kinds = new Map([
  ['companies', 'pages'],
  ['company', 'pages'],
  ['pages', 'pages'],
  ['profile', 'profile'],
])

const tabs = [
  'about_us',
  'affiliates',
  'cv',
  'employees',
  'jobs',
  'news',
  'portfolio',
  'updates',
  'web_profiles',
]

/** The kind stays in the handle: a company's `pages/acme` and a person's `profile/jane_doe`. */
export const xing: Platform = {
  name: 'Xing',
  hosts: ['xing.com'],
  subdomains: /^(?:www|m|mobile|touch)$/,
  otherHosts: ['xing.to', 'new.xing.com', 'login.xing.com'],
  handle: /^(?:pages|profile)\/[\p{Ll}\p{Lo}\p{M}\p{N}&.,_+-]{1,100}$/u,
  read: (segments) => {
    const kind = kinds.get(segments[0]?.toLowerCase() ?? '')
    const name = lead(segments, 2, tabs)?.[1]
    return kind === undefined || name === undefined ? null : `${kind}/${name}`
  },
  profile: (handle) => `https://www.xing.com/${handle.split('/').map(encodeURIComponent).join('/')}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://www.xing.com/pages/AcmeTools': 'pages/acmetools',
      'xing.com/companies/acmetools/about_us': 'pages/acmetools',
      'https://www.xing.com/profile/Jane_Doe12/cv?x=1': 'profile/jane_doe12',
      'https://www.xing.com/pages/m%C3%BCllergmbh': 'pages/müllergmbh',
    },
    rejects: [
      'https://www.xing.com/jobs/berlin-acme-1234',
      'https://www.xing.com/news/articles/our-new-tools-1234',
      'https://www.xing.com/pages/acmetools/updates/1234',
      'https://www.xing.com/search/members?keywords=acme',
      'https://www.xing.com/spi/shares/new?url=https://acme.com',
      'https://www.xing.com/acme',
      'https://login.xing.com/profile/jane_doe',
      'https://xing.com.evil.example/pages/acmetools',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const groupTabs = ['-', 'activity', 'issues', 'merge_requests', 'projects', 'shared', 'subgroups']
const userTabs = [
  'activity',
  'contributed',
  'followers',
  'following',
  'groups',
  'projects',
  'snippets',
  'starred',
]

const signIn = new Set(
  'almost_there auth confirmation identity_verification password sign_in sign_out sign_up terms unlock'.split(
    ' ',
  ),
)

/** Users and groups share one name space. Deeper paths are projects or subgroups, which nothing tells apart. */
export const gitlab: Platform = {
  name: 'GitLab',
  hosts: ['gitlab.com'],
  handle: /^(?!.*\.(?:git|atom)$)(?!.*[-._]{2})[a-z\d_](?:[a-z\d_.-]{0,253}[a-z\d_])?$/,
  read: (segments) => {
    const kind = segments[0]?.toLowerCase()
    if (kind === 'groups') return lead(segments, 2, groupTabs)?.[1] ?? null
    if (kind === 'users')
      return signIn.has(segments[1] ?? '') ? null : (lead(segments, 2, userTabs)?.[1] ?? null)
    return lead(segments, 1)?.[0]?.replace(/^@/, '') ?? null
  },
  // https://docs.gitlab.com/user/reserved_names/, and what leads to the company's own site.
  reserved: (
    'about admin api assets blog company dashboard explore features files groups health_check help import jwt ' +
    'login oauth pricing privacy profile projects public s search security sign_in sign_up signup sitemap ' +
    'slash-command-logo.png snippets solutions support terms unsubscribe uploads users v2'
  ).split(' '),
  profile: (handle) => `https://gitlab.com/${handle}`,
  proofs: {
    website: 'website of a user’s profile, or `trust://acme.com!` in a bio or a group’s description',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://gitlab.com/Acme': 'acme',
      'gitlab.com/groups/acme/-/': 'acme',
      'https://gitlab.com/users/acme/projects?sort=name': 'acme',
      'https://gitlab.com/users/Acme': 'acme',
      'https://www.gitlab.com/acme-group#readme': 'acme-group',
    },
    rejects: [
      'https://gitlab.com/acme/tools',
      'https://gitlab.com/acme/tools/-/issues/1',
      'https://gitlab.com/users/sign_in',
      'https://gitlab.com/users/password/new',
      'https://gitlab.com/explore',
      'https://gitlab.com/search?search=acme',
      'https://about.gitlab.com/acme',
      'https://gitlab.com.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { labelBefore, lead, readAtHandle } from '#accounts/segments.ts'

const tabs = ['about', 'archive', 'notes', 'podcast', 'subscribe', 'welcome']

/** `acme` is the profile `@acme`, `pub/acme` the publication at `acme.substack.com`: not always the same people. */
export const substack: Platform = {
  name: 'Substack',
  hosts: ['substack.com'],
  subdomains: /^(?:www|[a-z\d](?:[a-z\d-]*[a-z\d])?)$/,
  otherHosts: [
    'api.substack.com',
    'cdn.substack.com',
    'email.substack.com',
    'reader.substack.com',
    'substackcdn.com',
  ],
  handle: /^(?:pub\/[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?|[a-z\d][a-z\d_-]{0,63})$/,
  read: (segments, url) => {
    const label = labelBefore('substack.com', url)
    if (label === 'open') {
      const name = segments[0] === 'pub' ? lead(segments, 2)?.[1] : undefined
      return name === undefined ? null : `pub/${name}`
    }
    if (label !== null) return lead(segments, 0, tabs) && `pub/${label}`
    return readAtHandle(segments, ['likes', 'notes', 'posts', 'reads', 'subscriptions'])
  },
  profile: (handle) =>
    handle.startsWith('pub/')
      ? `https://${handle.slice(4)}.substack.com/`
      : `https://substack.com/@${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://Acme.substack.com/': 'pub/acme',
      'acme.substack.com/archive?sort=new': 'pub/acme',
      'https://open.substack.com/pub/acme': 'pub/acme',
      'https://substack.com/@Acme': 'acme',
    },
    rejects: [
      'https://acme.substack.com/p/our-new-tools',
      'https://acme.substack.com/@acme',
      'https://open.substack.com/pub/acme/p/our-new-tools',
      'https://substack.com/@acme/note/c-123',
      'https://substack.com/home/post/p-123',
      'https://substack.com/search/acme',
      'https://substack.com/sign-in',
      'https://substack.com.evil.example/@acme',
    ],
  },
}

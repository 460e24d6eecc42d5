import type { Platform } from '#accounts/platform.ts'
import { labelBefore, lead } from '#accounts/segments.ts'

const tabs = ['about', 'archive', 'ask', 'followers', 'following', 'likes', 'submit']

export const tumblr: Platform = {
  name: 'Tumblr',
  hosts: ['tumblr.com'],
  subdomains: /^(?:www|m|mobile|[a-z\d](?:[a-z\d-]*[a-z\d])?)$/,
  otherHosts: [
    'tmblr.co',
    'api.tumblr.com',
    'assets.tumblr.com',
    'at.tumblr.com',
    'embed.tumblr.com',
    'help.tumblr.com',
    'media.tumblr.com',
    'static.tumblr.com',
  ],
  handle: /^[a-z\d](?:[a-z\d-]{0,30}[a-z\d])?$/,
  read: (segments, url) => {
    const label = labelBefore('tumblr.com', url)
    if (label !== null && label !== 'm' && label !== 'mobile') return lead(segments, 0, tabs) && label
    const [first, second, third] = segments
    if (first !== 'blog') return lead(segments, 1, tabs)?.[0]?.replace(/^@/, '') ?? null
    return second === 'view' ? lead(segments, 3) && (third ?? null) : (lead(segments, 2, tabs)?.[1] ?? null)
  },
  reserved: (
    'about apps archive blog blogs changes communities customize dashboard developers docs embed explore ' +
    'following forgot_password help inbox jobs likes live login logout messaging new oauth policy press ' +
    'privacy reblog recommended register search security settings share spotlight staff-picks submit support ' +
    'switch tagged terms themes tips trending tumblelog tv upload video view widgets'
  ).split(' '),
  profile: (handle) => `https://www.tumblr.com/${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://Acme.tumblr.com/': 'acme',
      'https://www.tumblr.com/acme-tools?source=share': 'acme-tools',
      'tumblr.com/blog/view/acme': 'acme',
      'https://acme.tumblr.com/archive': 'acme',
    },
    rejects: [
      'https://acme.tumblr.com/post/123456789/our-new-tools',
      'https://www.tumblr.com/acme/123456789/our-new-tools',
      'https://www.tumblr.com/tagged/acme',
      'https://www.tumblr.com/search/acme',
      'https://www.tumblr.com/login',
      'https://www.tumblr.com/widgets/share/tool?url=https://acme.com',
      'https://64.media.tumblr.com/acme',
      'https://tumblr.com.evil.example/acme',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** An account's address is its id; the name that people see is no address. */
export const douyin: Platform = {
  name: 'Douyin',
  hosts: ['douyin.com', 'iesdouyin.com'],
  subdomains: /^(?:www|m)$/,
  handle: /^MS4wLjABAAAA[\w-]{20,80}$/,
  read: (segments, url) => {
    // A video opens over the page that it was found on.
    if (url.searchParams.has('modal_id') || url.searchParams.has('vid')) return null
    const own = segments[0] === 'share' ? segments.slice(1) : segments
    return own[0] === 'user' ? (lead(own, 2)?.[1] ?? null) : null
  },
  canonical: (handle) => handle,
  profile: (handle) => `https://www.douyin.com/user/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: Douyin answers nobody who has not signed in; moderator review with evidence',
    id: 'account id, which is the handle',
  },
  examples: {
    accepts: {
      'https://www.douyin.com/user/MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI':
        'MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI',
      'douyin.com/user/MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI?from_tab_name=main':
        'MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI',
      'https://www.iesdouyin.com/share/user/MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI':
        'MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI',
    },
    rejects: [
      'https://www.douyin.com/video/7123456789012345678',
      'https://www.douyin.com/user/MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI?modal_id=7123456789012345678',
      'https://www.douyin.com/user/self',
      'https://www.douyin.com/search/acme',
      'https://www.douyin.com/acme',
      'https://v.douyin.com/AbCdEf/',
      'https://douyin.com.evil.example/user/MS4wLjABAAAAv5gYpqbRvLsBmjz4wxpLhTFZVyCJcVvsdOxM1g5sUOI',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** Official accounts alone: their ids begin with `@`, which is left out here. `~id` is a person's. */
export const line: Platform = {
  name: 'LINE',
  hosts: ['line.me', 'page.line.me'],
  subdomains: /^www$/,
  otherHosts: ['lin.ee', 'line.naver.jp', 'line-apps.com', 'line-scdn.net'],
  handle: /^[a-z\d][a-z\d._-]{1,29}$/,
  read: (segments, url) => {
    if (/^(?:www\.)?page\.line\.me$/.test(url.hostname))
      return lead(segments, 1)?.[0]?.replace(/^@/, '') ?? null
    const own = segments[0]?.toLowerCase() === 'r' ? segments.slice(1) : segments
    const id = own[0] === 'ti' && own[1] === 'p' ? lead(own, 3)?.[2] : undefined
    return id?.startsWith('@') ? id.slice(1) : null
  },
  profile: (handle) => `https://line.me/R/ti/p/@${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://line.me/R/ti/p/@Acme': 'acme',
      'https://line.me/R/ti/p/%40123abcde': '123abcde',
      'line.me/ti/p/@acme-tools?from=page': 'acme-tools',
      'https://page.line.me/acme': 'acme',
    },
    rejects: [
      'https://line.me/ti/p/~jane',
      'https://line.me/ti/p/AbCdEf1234',
      'https://line.me/R/ti/g/AbCdEf1234',
      'https://line.me/R/msg/text/?https://acme.com',
      'https://social-plugins.line.me/lineit/share?url=https://acme.com',
      'https://access.line.me/oauth2/v2.1/login',
      'https://lin.ee/AbCdEf1',
      'https://line.me.evil.example/R/ti/p/@acme',
    ],
  },
}

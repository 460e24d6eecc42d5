import type { Platform } from '#accounts/platform.ts'
import { lead, readAtHandle } from '#accounts/segments.ts'

export const snapchat: Platform = {
  name: 'Snapchat',
  hosts: ['snapchat.com'],
  handle: /^[a-z][a-z\d._-]{1,13}[a-z\d_]$/,
  read: (segments) => {
    if (segments[0]?.toLowerCase() !== 'add') return readAtHandle(segments)
    return lead(segments.slice(1), 1)?.[0]?.replace(/^@/, '') ?? null
  },
  profile: (handle) => `https://www.snapchat.com/@${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://www.snapchat.com/add/Acme_Tools': 'acme_tools',
      'snapchat.com/@acme.tools?locale=es': 'acme.tools',
      'https://www.snapchat.com/add/acme?share_id=x': 'acme',
    },
    rejects: [
      'https://www.snapchat.com/@acme/spotlight/W7_EDlXWTBiXAEEniNoMPw',
      'https://www.snapchat.com/acme',
      'https://www.snapchat.com/discover',
      'https://www.snapchat.com/t/AbCdEf',
      'https://story.snapchat.com/@acme',
      'https://accounts.snapchat.com/accounts/login',
      'https://snapchat.com.evil.example/add/acme',
    ],
  },
}

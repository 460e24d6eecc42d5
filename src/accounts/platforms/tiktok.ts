import type { Platform } from '#accounts/platform.ts'
import { readAtHandle } from '#accounts/segments.ts'

export const tiktok: Platform = {
  name: 'TikTok',
  hosts: ['tiktok.com'],
  handle: /^[a-z\d_.]{0,23}[a-z\d_]$/,
  read: (segments) => readAtHandle(segments, ['live']),
  profile: (handle) => `https://www.tiktok.com/@${handle}`,
  proofs: { post: 'code in the caption of a video, by oEmbed' },
  examples: {
    accepts: {
      'https://www.tiktok.com/@Acme.Tools?lang=en': 'acme.tools',
      'm.tiktok.com/@acme': 'acme',
      'https://www.tiktok.com/%40acme': 'acme',
    },
    rejects: [
      'https://www.tiktok.com/@acme/video/7123456789',
      'https://www.tiktok.com/acme',
      'https://www.tiktok.com/login',
      'https://www.tiktok.com/search?q=acme',
      'https://vm.tiktok.com/ZMabc/',
      'https://tiktok.com.evil.example/@acme',
    ],
  },
}

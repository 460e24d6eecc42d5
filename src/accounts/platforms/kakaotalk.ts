import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** Channels alone: open chats are nobody's public account. Ids are case-sensitive. */
export const kakaotalk: Platform = {
  name: 'KakaoTalk',
  hosts: ['pf.kakao.com'],
  subdomains: /^www$/,
  otherHosts: ['open.kakao.com', 'plus.kakao.com', 'qr.kakao.com', 'sharer.kakao.com', 'kko.to'],
  handle: /^_[A-Za-z\d]{3,16}$/,
  read: (segments) => lead(segments, 1, ['chat', 'friend', 'home', 'posts'])?.[0] ?? null,
  canonical: (handle) => handle,
  profile: (handle) => `https://pf.kakao.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'channel id, which is the handle',
  },
  examples: {
    accepts: {
      'http://pf.kakao.com/_ZeUTxl': '_ZeUTxl',
      'pf.kakao.com/_ZeUTxl/chat': '_ZeUTxl',
      'https://pf.kakao.com/_QxfxkCxl/friend?x=1': '_QxfxkCxl',
      'https://pf.kakao.com/_QxfxkCxl': '_QxfxkCxl',
    },
    rejects: [
      'https://pf.kakao.com/_ZeUTxl/12345678',
      'https://pf.kakao.com/acme',
      'https://open.kakao.com/o/sAbCdEf',
      'https://accounts.kakao.com/_ZeUTxl',
      'https://pf.kakao.com.evil.example/_ZeUTxl',
    ],
  },
}

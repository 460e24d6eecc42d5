import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** Channels alone: `wa.me` numbers and group invitations are nobody's public account. */
export const whatsapp: Platform = {
  name: 'WhatsApp',
  hosts: ['whatsapp.com'],
  subdomains: /^www$/,
  otherHosts: ['wa.me', 'whatsapp.net', 'wl.co'],
  handle: /^0029V[A-Za-z\d]{16,24}$/,
  read: (segments) => (segments[0]?.toLowerCase() === 'channel' ? (lead(segments, 2)?.[1] ?? null) : null),
  canonical: (handle) => handle,
  profile: (handle) => `https://whatsapp.com/channel/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'channel id, which is the handle',
  },
  examples: {
    accepts: {
      'https://www.whatsapp.com/channel/0029Va7EmX7BvvseYXLRgs1p': '0029Va7EmX7BvvseYXLRgs1p',
      'whatsapp.com/channel/0029Va7EmX7BvvseYXLRgs1p/': '0029Va7EmX7BvvseYXLRgs1p',
      'https://whatsapp.com/channel/0029VbAekvY9MF91AnQPft2y?utm_source=x': '0029VbAekvY9MF91AnQPft2y',
    },
    rejects: [
      'https://www.whatsapp.com/channel/0029Va7EmX7BvvseYXLRgs1p/123',
      'https://www.whatsapp.com/channel/acme',
      'https://wa.me/34600123123',
      'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.whatsapp.com/send?phone=34600123123',
      'https://web.whatsapp.com/',
      'https://whatsapp.com.evil.example/channel/0029Va7EmX7BvvseYXLRgs1p',
    ],
  },
}

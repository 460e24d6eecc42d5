import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = ['about', 'live', 'playlists', 'shorts', 'videos']

/** Digits are the channel's id; `u/acme` is an address that its owner chose. */
export const rutube: Platform = {
  name: 'Rutube',
  hosts: ['rutube.ru'],
  handle: /^(?:[1-9]\d{0,11}|u\/[a-z\d_][a-z\d_.-]{0,63})$/,
  read: (segments) => {
    const own = segments[0] === 'video' && segments[1] === 'person' ? segments.slice(1) : segments
    const [kind] = own
    const name = lead(own, 2, tabs)?.[1]
    if (name === undefined) return null
    if (kind === 'channel' || kind === 'person') return /^\d+$/.test(name) ? name : null
    return kind === 'u' ? `u/${name}` : null
  },
  profile: (handle) => `https://rutube.ru/${handle.startsWith('u/') ? handle : `channel/${handle}`}/`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'channel id',
  },
  examples: {
    accepts: {
      'https://rutube.ru/channel/23645808/': '23645808',
      'rutube.ru/channel/23645808/videos/?x=1': '23645808',
      'https://rutube.ru/video/person/23645808/': '23645808',
      'https://rutube.ru/u/Acme/': 'u/acme',
    },
    rejects: [
      'https://rutube.ru/video/0123456789abcdef0123456789abcdef/',
      'https://rutube.ru/plst/123456/',
      'https://rutube.ru/search/?query=acme',
      'https://rutube.ru/acme',
      'https://studio.rutube.ru/channel/23645808',
      'https://rutube.ru.evil.example/channel/23645808',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = ['article', 'audio', 'channel', 'dynamic', 'favlist', 'lists', 'pugv', 'upload', 'video']

export const bilibili: Platform = {
  name: 'Bilibili',
  hosts: ['space.bilibili.com', 'bilibili.com'],
  subdomains: /^(?:www|m)$/,
  otherHosts: ['b23.tv', 'bilibili.tv', 'hdslb.com'],
  handle: /^[1-9]\d{0,16}$/,
  read: (segments, url) => {
    if (/^(?:www\.)?space\.bilibili\.com$/.test(url.hostname)) return lead(segments, 1, tabs)?.[0] ?? null
    return segments[0] === 'space' ? (lead(segments, 2, tabs)?.[1] ?? null) : null
  },
  profile: (handle) => `https://space.bilibili.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'user id, which is the handle',
  },
  examples: {
    accepts: {
      'https://space.bilibili.com/123456': '123456',
      'space.bilibili.com/123456/video?tid=0': '123456',
      'https://m.bilibili.com/space/123456': '123456',
    },
    rejects: [
      'https://www.bilibili.com/video/BV1xx411c7mD',
      'https://www.bilibili.com/123456',
      'https://live.bilibili.com/123456',
      'https://search.bilibili.com/all?keyword=acme',
      'https://passport.bilibili.com/login',
      'https://space.bilibili.com/123456/channel/collectiondetail?sid=1',
      'https://b23.tv/AbCdEf',
      'https://space.bilibili.com.evil.example/123456',
    ],
  },
}

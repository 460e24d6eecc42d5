import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = ['album', 'article', 'fans', 'follow', 'home', 'info', 'photos', 'profile', 'video']

/** `TokyoGov` is an address that its owner chose, digits are the id, and `n/…` is the name that is shown. */
export const weibo: Platform = {
  name: 'Weibo',
  hosts: ['weibo.com', 'weibo.cn'],
  subdomains: /^(?:www|m|e|hk|tw|us)$/,
  otherHosts: ['t.cn', 'sinaimg.cn'],
  handle: /^(?:[1-9]\d{4,11}|n\/[\p{Ll}\p{Lo}\p{M}\p{N}_·-]{2,30}|(?=.*[a-z])[a-z\d_][a-z\d_-]{2,29})$/u,
  read: (segments) => {
    const [kind = ''] = segments
    if (kind === 'u' || kind === 'profile') {
      const id = lead(segments, 2, tabs)?.[1] ?? ''
      return /^\d+$/.test(id) ? id : null
    }
    if (kind !== 'n') return lead(segments, 1, tabs)?.[0] ?? null
    const name = lead(segments, 2)?.[1]
    return name === undefined ? null : `n/${name}`
  },
  reserved: (
    'a about account ajax api app apps article at compose detail explore fav feature feed follow help home hot ' +
    'index info inbox like like-list login logout message messages mobile mygroups new newlogin notice oauth ' +
    'overseas profile reg register search set setting settings share signup status super tag tags topic ttarticle ' +
    'tv user users v video wow'
  ).split(' '),
  profile: (handle) => `https://weibo.com/${/^\d+$/.test(handle) ? `u/${handle}` : encodeURI(handle)}`,
  proofs: {
    none: 'cannot be checked automatically: Weibo answers nobody who has not signed in; moderator review with evidence',
    id: 'user id',
  },
  examples: {
    accepts: {
      'https://weibo.com/AcmeTools': 'acmetools',
      'https://weibo.com/u/1234567890?refer_flag=1': '1234567890',
      'https://www.weibo.com/1234567890/profile': '1234567890',
      'm.weibo.cn/u/1234567890': '1234567890',
      'https://weibo.com/n/%E5%8C%97%E4%BA%AC': 'n/北京',
    },
    rejects: [
      'https://weibo.com/1234567890/AbCdEfGhI',
      'https://m.weibo.cn/status/1234567890123456',
      'https://weibo.com/ttarticle/p/show?id=1',
      'https://weibo.com/login.php',
      'https://s.weibo.com/weibo?q=acme',
      'https://service.weibo.com/share/share.php?url=https://acme.com',
      'https://t.cn/AbCdEf',
      'https://weibo.com.evil.example/acmetools',
    ],
  },
}

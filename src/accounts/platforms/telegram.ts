import type { Platform } from '#accounts/platform.ts'
import { labelBefore, lead, queryValue } from '#accounts/segments.ts'

const hosts = ['t.me', 'telegram.me', 'telegram.dog', 'web.telegram.org']

/** Public names of channels, groups, bots and people: one name space. Invitations and private channels have none. */
export const telegram: Platform = {
  name: 'Telegram',
  hosts,
  subdomains: /^(?:www|[a-z][a-z\d]{3,31})$/,
  otherHosts: ['telesco.pe'],
  handle: /^[a-z](?:[a-z\d]|_(?=[a-z\d])){2,31}$/,
  read: (segments, url) => {
    const host = url.hostname.replace(/^www\./, '')
    if (host === 'web.telegram.org')
      return segments.length < 2 ? (/^#@(\w+)$/.exec(url.hash)?.[1] ?? null) : null
    const label = labelBefore('t.me', url)
    if (label !== null) return segments.length === 0 ? label : null
    // Stories, comments and boosts of an account open from its own address.
    if (['story', 'comment', 'boost'].some((name) => url.searchParams.has(name))) return null
    // Whatever else ends in a platform's host has no accounts: `acme.telegram.me`.
    if (!hosts.includes(host)) return null
    return lead(segments[0] === 's' ? segments.slice(1) : segments, 1)?.[0]?.replace(/^@/, '') ?? null
  },
  schemes: ['tg'],
  readText: (text) => {
    const [, query] = /^tg:(?:\/\/)?resolve\?([^#\s]*)$/i.exec(text) ?? []
    if (query === undefined) return null
    const url = new URL(`https://t.me/?${query}`)
    return ['post', 'story', 'comment'].some((name) => url.searchParams.has(name))
      ? null
      : queryValue(url, 'domain')
  },
  reserved: (
    'addemoji addlist addstickers addtheme bg boost call confirmphone contact giftcode invoice joinchat login ' +
    'nft passport proxy resolve setlanguage share socks stars'
  ).split(' '),
  profile: (handle) => `https://t.me/${handle}`,
  proofs: { website: '`trust://acme.com!` in the public description' },
  examples: {
    accepts: {
      'https://t.me/Acme_News': 'acme_news',
      'https://t.me/s/AcmeNews?before=20': 'acmenews',
      'telegram.me/acmenews': 'acmenews',
      'https://acmenews.t.me/': 'acmenews',
      'https://web.telegram.org/k/#@acmenews': 'acmenews',
      'tg://resolve?domain=AcmeNews': 'acmenews',
    },
    rejects: [
      'https://t.me/acmenews/123',
      'https://t.me/s/acmenews/123',
      'https://t.me/acmenews?comment=4',
      'https://t.me/c/1234567890/5',
      'https://t.me/+AbCdEfGhIjK',
      'https://t.me/joinchat/AbCdEfGhIjK',
      'https://t.me/share/url?url=https://acme.com',
      'https://t.me/addstickers/acme',
      'tg://resolve?domain=acmenews&post=5',
      'https://telegram.org/faq',
      'https://web.telegram.org/k/#-1234567890',
      'https://acmenews.telegram.me/',
      'https://t.me.evil.example/acmenews',
    ],
  },
}

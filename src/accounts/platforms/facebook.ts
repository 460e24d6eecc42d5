import type { Platform } from '#accounts/platform.ts'
import { lead, queryValue } from '#accounts/segments.ts'

const tabs = [
  'about',
  'about_contact_and_basic_info',
  'about_details',
  'community',
  'events',
  'followers',
  'following',
  'friends',
  'info',
  'live_videos',
  'mentions',
  'photos',
  'photos_stream',
  'posts',
  'reels',
  'reviews',
  'services',
  'shop',
  'timeline',
  'videos',
]

const pages = new Set(
  (
    'about ads adsmanager ajax apps bookmarks business careers campaign checkpoint composer connect developers ' +
    'dialog directory events feed find-friends flx friends gaming games groups hashtag help home insights jobs ' +
    'l legal live login logout marketplace me media memories messages mobile notes notifications pages people ' +
    'p permalink pg photo photos places plugins policies policy posts privacy public r recover reel reels ' +
    'reg saved search security settings share sharer signup stories story terms tr v video videos watch'
  ).split(' '),
)

/** Facebook resolves `Any-Words-<id>` by the id alone, so the words, which anyone may choose, are dropped. */
const numbered = /^.*-([1-9]\d{8,19})$/
const id = (text: string | undefined) => (/^[1-9]\d{0,19}$/.test(text ?? '') ? (text ?? null) : null)

function canonical(handle: string): string {
  const folded = handle.replaceAll('.', '').toLowerCase()
  return numbered.exec(folded)?.[1] ?? folded
}

export const facebook: Platform = {
  name: 'Facebook',
  hosts: ['facebook.com', 'fb.com'],
  subdomains: /^(?:www|m|mobile|mbasic|touch|web|free|[a-z]{2}|[a-z]{2}-[a-z]{2})$/,
  otherHosts: ['fb.me', 'fb.watch', 'fb.gg', 'm.me'],
  handle: /^[a-z\d_-]{1,100}$/,
  read: (segments, url) => {
    const [first = '', second, third, fourth] = segments
    const kind = first.toLowerCase()
    if (kind === 'profile.php') return segments.length > 1 ? null : id(queryValue(url, 'id') ?? undefined)
    if (kind === 'people') return lead(segments, 3, tabs) && id(third)
    if (kind === 'p') return lead(segments, 2, tabs) && id(/-(\d+)$/.exec(second ?? '')?.[1])
    if (kind === 'pages') {
      if (second?.toLowerCase() !== 'category') return lead(segments, 3, tabs) && id(third)
      return lead(segments, 4, tabs) && id(/-(\d+)$/.exec(fourth ?? '')?.[1])
    }
    const own = lead(kind === 'pg' ? segments.slice(1) : segments, 1, tabs)?.[0]
    if (own === undefined || /\.(?:php|html?|txt|ico|xml)$/i.test(own) || pages.has(canonical(own)))
      return null
    return own
  },
  canonical,
  profile: (handle) => `https://www.facebook.com/${handle}`,
  proofs: {
    website: 'website of the page, with the operator’s API credentials',
    none: 'cannot be checked automatically otherwise: moderator review with evidence',
    id: 'page id',
  },
  examples: {
    accepts: {
      'es-es.facebook.com/acme/about?locale=es_ES': 'acme',
      'https://www.facebook.com/Acme.Tools/': 'acmetools',
      'https://www.facebook.com/Acme-1.00064378552150': '100064378552150',
      'https://m.facebook.com/pg/acme/posts/': 'acme',
      'fb.com/acme': 'acme',
      'https://www.facebook.com/profile.php?id=100064378552150&sk=about': '100064378552150',
      'https://www.facebook.com/Gemeinde-Garnich-100064378552150': '100064378552150',
      'https://www.facebook.com/p/Gemeinde-Garnich-100064378552150/': '100064378552150',
      'https://www.facebook.com/people/Gemeinde-Garnich/100064378552150/': '100064378552150',
      'https://www.facebook.com/pages/Kementerian-PANRB/252032711635152': '252032711635152',
      'https://www.facebook.com/pages/category/Cafe/Acme-252032711635152/': '252032711635152',
      'https://www.facebook.com/%C3%98ksnes-Kommune-502985983155281': '502985983155281',
      'https://www.facebook.com/Lomma-kommun': 'lomma-kommun',
    },
    rejects: [
      'https://www.facebook.com/acme/posts/123',
      'https://www.facebook.com/groups/acme',
      'https://www.facebook.com/sharer/sharer.php?u=https://acme.com',
      'https://www.facebook.com/log.in',
      'https://www.facebook.com/login.php',
      'https://www.facebook.com/watch/?v=1',
      'https://www.facebook.com/people/Gemeinde-Garnich',
      'https://www.facebook.com/profile.php',
      'https://l.facebook.com/l.php?u=https://acme.com',
      'https://fb.watch/abc/',
      'https://facebook.com.evil.example/acme',
    ],
  },
}

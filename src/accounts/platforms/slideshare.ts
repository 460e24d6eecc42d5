import type { Platform } from '#accounts/platform.ts'

export const slideshare: Platform = {
  name: 'SlideShare',
  hosts: ['slideshare.net'],
  subdomains: /^(?:www|m|mobile|de|es|fr|pt)$/,
  otherHosts: ['slidesharecdn.com'],
  handle: /^[a-z\d_-]{1,64}$/,
  tabs: [
    'clipboards',
    'documents',
    'followers',
    'following',
    'infographics',
    'likes',
    'presentations',
    'videos',
  ],
  reserved: (
    'about ads api browse business category contact copyright dashboard developers discover embed explore ' +
    'featured help home infographics login logout mobile most-popular new newsfeed presentations pricing privacy ' +
    'pro rss saved search settings share signup sitemap slideshow slideshows slideshowdownload ss_creators support ' +
    'tag tags terms topics trending upload user users videos'
  ).split(' '),
  profile: (handle) => `https://www.slideshare.net/${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://www.slideshare.net/AcmeTools': 'acmetools',
      'es.slideshare.net/acme-tools/presentations': 'acme-tools',
      'https://slideshare.net/acme?utm_source=x': 'acme',
    },
    rejects: [
      'https://www.slideshare.net/acmetools/our-new-tools-12345678',
      'https://www.slideshare.net/slideshow/our-new-tools/12345678',
      'https://www.slideshare.net/search?q=acme',
      'https://www.slideshare.net/login',
      'https://www.slideshare.net/tag/acme',
      'https://image.slidesharecdn.com/acmetools',
      'https://slideshare.net.evil.example/acmetools',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'

export const linktree: Platform = {
  name: 'Linktree',
  hosts: ['linktr.ee', 'linktree.com'],
  subdomains: /^www$/,
  handle: /^[a-z\d_.][a-z\d_.-]{0,29}$/,
  reserved: (
    'about account admin affiliate api app apps auth blog business careers contact creators discover enterprise ' +
    'explore features forgot-password help invite jobs learn legal link-in-bio login logout marketplace our-story ' +
    'partners press pricing privacy products register reset-password s search settings share sign-up signup ' +
    'solutions start support templates terms trust-center universe verify'
  ).split(' '),
  profile: (handle) => `https://linktr.ee/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: a list of links is all that its pages hold, and any link can be in it; moderator review with evidence',
  },
  examples: {
    accepts: {
      'https://linktr.ee/Acme.Tools': 'acme.tools',
      'linktree.com/acme?utm_source=x': 'acme',
      'https://www.linktr.ee/acme_tools/': 'acme_tools',
    },
    rejects: [
      'https://linktr.ee/s/pricing',
      'https://linktr.ee/login',
      'https://linktr.ee/acme/shop',
      'https://linktr.ee/search?query=acme',
      'https://help.linktr.ee/acme',
      'https://linktr.ee.evil.example/acme',
    ],
  },
}

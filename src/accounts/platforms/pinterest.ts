import type { Platform } from '#accounts/platform.ts'

const countries = 'at ca ch cl co.kr co.uk com.au com.mx de dk es fi fr ie info it jp nl nz ph pt ru se'

export const pinterest: Platform = {
  name: 'Pinterest',
  hosts: ['pinterest.com', ...countries.split(' ').map((ending) => `pinterest.${ending}`)],
  subdomains: /^(?:www|m|mobile|[a-z]{2})$/,
  otherHosts: ['pin.it', 'pinimg.com'],
  handle: /^[a-z\d_]{3,30}$/,
  tabs: ['_created', '_saved', 'activity', 'boards', 'created', 'followers', 'following', 'pins', 'saved'],
  reserved: (
    '_ about ads business board boards categories contact convert-business create css discover editorial email ' +
    'explore following help ideas invited join js legal login logout me messages notifications oauth offsite ' +
    'password pin pin-builder pin-creation-tool pins popular privacy resource search secure settings shop ' +
    'shopping signup source static today topics videos welcome'
  ).split(' '),
  profile: (handle) => `https://www.pinterest.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence, such as the website that the profile shows as claimed',
  },
  examples: {
    accepts: {
      'https://www.pinterest.com/AcmeTools/': 'acmetools',
      'https://www.pinterest.co.uk/acmetools/_created/': 'acmetools',
      'es.pinterest.com/acmetools': 'acmetools',
      'https://pinterest.de/acmetools?mt=login': 'acmetools',
    },
    rejects: [
      'https://www.pinterest.com/pin/1234567890/',
      'https://www.pinterest.com/acmetools/our-board/',
      'https://www.pinterest.com/search/pins/?q=acme',
      'https://www.pinterest.com/login/',
      'https://www.pinterest.com/ideas/tools/123/',
      'https://pin.it/AbCdEf',
      'https://developers.pinterest.com/acmetools',
      'https://pinterest.com.evil.example/acmetools',
    ],
  },
}

import type { Platform } from '#accounts/platform.ts'
import { queryValue } from '#accounts/segments.ts'

/** Package names and developer names are case-sensitive. */
const packageName = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/

const ways = new Map([
  ['store/apps/details', ''],
  ['store/apps/dev', 'dev/'],
  ['store/apps/developer', 'developer/'],
  // market.android.com, until 2012.
  ['details', ''],
])

/** `com.acme.app` is an app; `dev/123…` and `developer/Acme Ltd` are the two forms of a developer's page. */
export const googleplay: Platform = {
  name: 'Google Play',
  hosts: ['play.google.com', 'market.android.com'],
  subdomains: /^www$/,
  handle:
    /^(?:[A-Za-z]\w*(?:\.[A-Za-z]\w*)+|dev\/[1-9]\d{4,19}|developer\/(?!\s)[\p{L}\p{M}\p{N} &'’.,_!()+®™@/:|-]{1,100}(?<!\s))$/u,
  read: (segments, url) => {
    const way = ways.get(segments.join('/').toLowerCase())
    const id = queryValue(url, 'id')
    if (way === undefined || id === null) return null
    return (way === '') === packageName.test(id) || way === 'developer/' ? `${way}${id}` : null
  },
  canonical: (handle) => handle,
  profile: (handle) => {
    const [, kind = 'details', id = handle] = /^(dev|developer)\/(.*)$/su.exec(handle) ?? []
    return `https://play.google.com/store/apps/${kind}?${new URLSearchParams({ id }).toString()}`
  },
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence, such as the developer’s website',
    id: 'package name or developer id, which is the handle',
  },
  examples: {
    accepts: {
      'https://play.google.com/store/apps/details?id=com.acme.Tools&hl=es': 'com.acme.Tools',
      'play.google.com/store/apps/dev?id=5700313618786177705': 'dev/5700313618786177705',
      'https://play.google.com/store/apps/developer?id=Acme+Tools+Ltd.': 'developer/Acme Tools Ltd.',
      'https://market.android.com/details?id=com.acme.tools': 'com.acme.tools',
    },
    rejects: [
      'https://play.google.com/store/apps/details?id=acme',
      'https://play.google.com/store/apps/details?id=com.acme.tools&id=com.evil.tools',
      'https://play.google.com/store/search?q=acme',
      'https://play.google.com/store/books/details?id=AbCdEf',
      'https://play.google.com/store/apps/category/TOOLS',
      'https://play.google.com/store/apps/dev?id=com.acme.tools',
      'https://play.google.com.evil.example/store/apps/details?id=com.acme.tools',
    ],
  },
}

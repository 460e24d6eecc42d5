import { jsonLdText, relMeOf, trustTxtOf, type Lister } from '#listings/publish.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { platformName } from './words.ts'

/** A brand as its ready-made lists speak of it. */
export function listerOf(brand: PublicBrand, publicUrl: string): Lister {
  const { slug, name, verdict, accounts } = brand
  return {
    domain: slug,
    name,
    isControlled: verdict === 'controlled',
    page: `${publicUrl}/b/${encodeURIComponent(slug)}`,
    accounts: accounts.map((account) => ({ ...account, platformName: platformName(account.platform) })),
  }
}

export type List = {
  readonly file: 'trust.txt' | 'rel-me.html' | 'organization.jsonld'
  readonly type: string
  readonly write: (lister: Lister) => string
}

/** The lists of a brand that others understand, beside its page. */
export const lists: readonly List[] = [
  {
    file: 'trust.txt',
    type: 'text/plain; charset=utf-8',
    write: trustTxtOf,
  },
  {
    file: 'rel-me.html',
    type: 'text/html; charset=utf-8',
    write: relMeOf,
  },
  {
    file: 'organization.jsonld',
    type: 'application/ld+json',
    write: jsonLdText,
  },
]

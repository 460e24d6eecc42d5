import { raw } from 'hono/html'
import type { PublicBrand } from '#registry/answer.ts'
import { isOwn } from './account.tsx'

type Props = { readonly brand: PublicBrand; readonly address: string }

/** For search engines. Nothing is said of a brand whose domain is not controlled today. */
export function JsonLd({ brand, address }: Props) {
  if (brand.verdict !== 'controlled') return null
  const organisation = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: brand.name,
    url: `https://${brand.slug}/`,
    sameAs: brand.accounts.filter(isOwn).map((account) => account.url),
    mainEntityOfPage: address,
  }
  // In a script element only "<" could begin something else (HTML §13.2.5.4).
  const json = JSON.stringify(organisation).replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{raw(json)}</script>
}

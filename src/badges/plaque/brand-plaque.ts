import { badgeVerdict, mainDomain } from '#badges/credential.ts'
import type { PublicBrand } from '#registry/answer.ts'
import type { Plaque } from './plaque.ts'

/** What the registry itself shows of a brand at this moment. */
export function plaqueOf(brand: PublicBrand): Plaque {
  const { slug: domain, name, nameState } = brand
  const checkedAt = mainDomain(brand)?.checkedAt ?? null
  return { state: badgeVerdict(brand), domain, name, nameState, ...(checkedAt === null ? {} : { checkedAt }) }
}

/** Anybody can ask for any address; only what could be a domain is repeated. */
export function plaqueOfNobody(slug: string): Plaque {
  const domain = URL.parse(`https://${slug}`)?.hostname === slug ? slug : '?'
  return { state: 'unregistered', domain }
}

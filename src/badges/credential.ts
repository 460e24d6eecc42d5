import { second } from '#base/clock.ts'
import { registrable } from '#base/registrable.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { PublicBrand, PublicDomain } from '#registry/answer.ts'
import type { DomainVerdict } from '#registry/verdict.ts'
import { contextResource, contextUrl } from './context.ts'
import { credentialsContext, credentialTypes, type BrandCredential } from './credential-shape.ts'
import { issuedBy } from './keys/did.ts'
import { ownVerified, socialMedia, webSite } from './identities.ts'

/** What a badge of this brand says at this moment; null when there is nothing to state. Pure. */
export function credentialOf(brand: PublicBrand, publicUrl: string, now: number): BrandCredential | null {
  const main = mainDomain(brand)
  if (main === null || (main.verdict !== 'controlled' && main.verdict !== 'at_risk')) return null
  const sites = brand.domains.flatMap((domain) => webSite(domain, publicUrl) ?? [])
  const accounts = ownVerified(brand.accounts).flatMap((account) => socialMedia(account) ?? [])
  const stated = [...sites, ...accounts]
  const end = Math.min(endOfMain(main), now + lifetimes.domainProof, ...stated.map((each) => each.endsAt))
  const iat = Math.floor(now / second)
  const exp = Math.floor(end / second)
  if (exp <= iat) return null
  return {
    '@context': [credentialsContext, contextUrl(publicUrl)],
    id: `${publicUrl}/badges/${brand.slug}.jwt#${iat}`,
    type: [...credentialTypes],
    ...issuedBy(publicUrl, iat, exp),
    relatedResource: [contextResource(publicUrl)],
    credentialSubject: {
      id: originOf(brand.slug),
      type: 'Organization',
      name: brand.name,
      nameState: brand.nameState,
      brandId: brand.id,
      verdict: main.verdict,
      origin: originOf(brand.slug),
      domains: controlled(brand),
      origins: originsOf(brand),
      verifiedIdentities: stated.map((each) => each.identity),
    },
  }
}

/** The same of the main domain alone, which stays small enough to travel inside a picture. */
export function pictureCredentialOf(credential: BrandCredential): BrandCredential {
  const { id, credentialSubject: subject } = credential
  const [fullCredential = id] = id.split('#')
  const { hostname } = new URL(subject.id)
  return {
    ...credential,
    id: `${id}-picture`,
    fullCredential,
    credentialSubject: {
      ...subject,
      domains: subject.domains.filter((domain) => domain === hostname),
      origins: hosts(hostname).map(originOf),
      verifiedIdentities: subject.verifiedIdentities.filter(
        ({ type, uri }) => type === 'cawg.web_site' && uri === subject.id,
      ),
    },
  }
}

/** What its badges say of a brand in one word: while its accounts are frozen, that nothing of it is to be trusted. */
export function badgeVerdict(brand: PublicBrand): DomainVerdict {
  return brand.frozenAt === null ? (mainDomain(brand)?.verdict ?? 'unregistered') : 'suspended'
}

/** Where its badges may be shown: on the sites of what it controls, and of its main domain however that stands. */
export function originsOf(brand: PublicBrand): string[] {
  return [...new Set([brand.slug, ...controlled(brand)].flatMap(hosts).map(originOf))]
}

function controlled({ domains }: PublicBrand): string[] {
  return domains.flatMap(({ domain, verdict }) => (verdict === 'controlled' ? domain : []))
}

export function mainDomain(brand: PublicBrand): PublicDomain | null {
  return brand.domains.find(({ domain }) => domain === brand.slug) ?? null
}

/** Grace begins with the first refusal, after the last positive look, so this is never later than its end. */
function endOfMain({ verdict, checkedAt, expiresAt }: PublicDomain): number {
  if (checkedAt === null || expiresAt === null) return 0
  return verdict === 'at_risk' ? Math.min(expiresAt, checkedAt + lifetimes.grace) : expiresAt
}

/** A registrable domain and its `www` are one site; any other host stands for itself. */
function hosts(domain: string): readonly string[] {
  const apex = registrable(domain)
  return domain === apex || domain === `www.${apex}` ? [apex, `www.${apex}`] : [domain]
}

function originOf(domain: string): string {
  return `https://${domain}`
}

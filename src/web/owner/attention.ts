import { platformName } from '#accounts/platforms/index.ts'
import type { BrandOverview } from '#claims/overview.ts'
import { claimHealth, domainHealth, isSoon, type Health } from './health.ts'

/** Something that somebody should do, most pressing first. */
export type Wanted = {
  /** What has to be done, by its name in the words. */
  readonly key:
    | 'frozen'
    | 'stopped'
    | 'failing'
    | 'ending'
    | 'textOver'
    | 'publish'
    | 'agree'
    | 'addDomain'
    | 'addAccount'
  readonly href: string
  readonly what: string
  readonly brand: string
  readonly health: Health | null
  readonly urgency: number
}

/** What wants somebody: pure. */
export function attentionOf(all: readonly BrandOverview[], now: number): readonly Wanted[] {
  const wanted = all.flatMap((one) => [...ofBrand(one), ...ofDomains(one, now), ...ofClaims(one, now)])
  const endOf = ({ health }: Wanted) => health?.endsAt ?? Infinity
  return wanted.toSorted((one, other) => one.urgency - other.urgency || sooner(endOf(one), endOf(other)))
}

function sooner(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function ofBrand({ brand, domains, claims }: BrandOverview): Wanted[] {
  const common = { what: brand.name, brand: brand.name, health: null }
  const path = `/dashboard/brands/${brand.id}`
  if (brand.frozenAt !== null) return [{ ...common, key: 'frozen', href: path, urgency: 0 }]
  if (domains.length === 0) return [{ ...common, key: 'addDomain', href: path, urgency: 5 }]
  if (claims.length === 0 && brand.slug !== null) {
    return [{ ...common, key: 'addAccount', href: `${path}/accounts`, urgency: 7 }]
  }
  return []
}

function ofDomains({ brand, domains }: BrandOverview, now: number): Wanted[] {
  return domains.flatMap(({ domain, challengeExpiresAt }) => {
    const health = domainHealth(domain, challengeExpiresAt, now)
    const found = { what: domain.name, brand: brand.name, health, href: `/dashboard/domains/${domain.id}` }
    if (health.key === 'textOver') return [{ ...found, key: 'textOver' as const, urgency: 4 }]
    if (health.key === 'toPublish' || health.key === 'looking')
      return [{ ...found, key: 'publish' as const, urgency: 5 }]
    return pressing(found, now)
  })
}

function ofClaims({ brand, claims }: BrandOverview, now: number): Wanted[] {
  return claims.flatMap((owned) => {
    const { claim, waitingFor, instructions } = owned
    const health = claimHealth(owned)
    const what = `${platformName(claim.platform)} ${claim.handle}`
    const found = { what, brand: brand.name, health, href: `/dashboard/claims/${claim.id}` }
    // Where nothing can be checked, or the domain comes first, nobody can do anything here.
    if (health.key === 'declared' && waitingFor === 'account' && instructions.length > 0) {
      return [{ ...found, key: 'agree' as const, urgency: 6 }]
    }
    return brand.frozenAt === null ? pressing(found, now) : []
  })
}

type Found = Omit<Wanted, 'key' | 'urgency'> & { readonly health: Health }

function pressing(found: Found, now: number): Wanted[] {
  const { level } = found.health
  if (level === 3) return [{ ...found, key: 'stopped', urgency: 1 }]
  if (level === 2) return [{ ...found, key: 'failing', urgency: 2 }]
  return level === 0 && isSoon(found.health, now) ? [{ ...found, key: 'ending', urgency: 3 }] : []
}

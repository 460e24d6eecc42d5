import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import type { Brand } from '#brands/brand.ts'
import { ownBrands, ownDomains } from '#brands/list-brands.ts'
import type { OwnedDomain } from '#brands/show-domain.ts'
import { showClaimsOfBrand, type OwnedClaim } from './show-claims.ts'

/** A brand with everything of its that stands or waits. */
export type BrandOverview = {
  readonly brand: Brand
  readonly domains: readonly OwnedDomain[]
  readonly claims: readonly OwnedClaim[]
}

export type Overview = {
  readonly brands: readonly BrandOverview[]
  /** Where the following page begins. */
  readonly next: string | null
}

const brandsAPage = 50

/** What an organisation has, its oldest brands first, a page of them. */
export async function overviewOf(
  deps: Pick<Deps, 'db' | 'clock' | 'site' | 'credentials'>,
  principal: Principal,
  after?: string,
): Promise<Overview> {
  const { items, next } = await ownBrands(deps, principal, { after, limit: brandsAPage })
  const brands = await Promise.all(
    items.map(async (brand) => {
      const [domains, claims] = await Promise.all([
        ownDomains(deps, brand.id),
        showClaimsOfBrand(deps, brand.id),
      ])
      return { brand, domains, claims }
    }),
  )
  return { brands, next }
}

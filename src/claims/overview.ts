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

/** All that an organisation has, its oldest brand first. */
export async function overviewOf(
  deps: Pick<Deps, 'db' | 'clock' | 'site' | 'credentials'>,
  principal: Principal,
): Promise<readonly BrandOverview[]> {
  const brands = await ownBrands(deps, principal)
  return await Promise.all(
    brands.map(async (brand) => {
      const [domains, claims] = await Promise.all([
        ownDomains(deps, brand.id),
        showClaimsOfBrand(deps, brand.id),
      ])
      return { brand, domains, claims }
    }),
  )
}

import { and, eq, ne } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { actsAlone } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { refuse, type Result } from '#base/result.ts'
import { deleteBrand, type DeleteBrandReason } from '#brands/delete-brand.ts'
import { ownedBrand } from '#brands/owned.ts'
import { releaseDomain } from '#brands/release-domain.ts'
import { claims, domains } from '#db/schema.ts'
import { withdrawClaim } from './withdraw-claim.ts'

export type CloseBrandReason = DeleteBrandReason | 'claim_frozen' | 'domain_frozen'

/** Withdraws a brand's accounts, releases its domains and removes it. Cut short, it goes on when asked again. */
export async function closeBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<null, CloseBrandReason>> {
  const owned = await ownedBrand(deps, principal, id)
  if (!owned.ok) return owned
  const alone = await actsAlone(deps, principal)
  if (!alone.ok) return alone
  const { orm } = deps.db
  const open = and(eq(claims.brandId, id), ne(claims.state, 'withdrawn'))
  for (const claim of await orm.select({ id: claims.id }).from(claims).where(open)) {
    const withdrawn = await withdrawClaim(deps, principal, claim.id)
    if (!withdrawn.ok && withdrawn.refusal.reason === 'claim_frozen')
      return refuse('claim_frozen', withdrawn.refusal.detail)
  }
  const held = and(eq(domains.brandId, id), ne(domains.state, 'released'))
  for (const domain of await orm.select({ id: domains.id }).from(domains).where(held)) {
    const released = await releaseDomain(deps, principal, domain.id)
    if (!released.ok && released.refusal.reason === 'domain_frozen')
      return refuse('domain_frozen', released.refusal.detail)
  }
  return await deleteBrand(deps, principal, id)
}

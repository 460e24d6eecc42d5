import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { brands, domains } from '#db/schema.ts'
import type { Brand } from './brand.ts'
import { showDomains, type OwnedDomain } from './show-domain.ts'

/** The organisation's brands, oldest first. */
export async function ownBrands({ db }: Pick<Deps, 'db'>, principal: Principal): Promise<readonly Brand[]> {
  return await db.orm
    .select()
    .from(brands)
    .where(and(eq(brands.organisationId, principal.organisationId), isNull(brands.deletedAt)))
    .orderBy(asc(brands.createdAt), asc(brands.id))
}

/** A brand's domains that were not released, oldest first, with what each asks to be published. */
export async function ownDomains(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  brandId: string,
): Promise<readonly OwnedDomain[]> {
  const rows = await deps.db.orm
    .select()
    .from(domains)
    .where(and(eq(domains.brandId, brandId), ne(domains.state, 'released')))
    .orderBy(asc(domains.createdAt), asc(domains.id))
  return await showDomains(deps, rows)
}

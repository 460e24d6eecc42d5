import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { brands, domains } from '#db/schema.ts'
import type { Brand } from './brand.ts'
import { showDomains, type OwnedDomain } from './show-domain.ts'

/** The organisation's brands, oldest first, a page of them. `next` is the `after` of the following page. */
export async function ownBrands(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Principal,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly items: readonly Brand[]; readonly next: string | null }> {
  const own = eq(brands.organisationId, organisationId)
  // A brand that was deleted meanwhile still has its place.
  const last = db.orm
    .select({ createdAt: brands.createdAt, id: brands.id })
    .from(brands)
    .where(and(own, eq(brands.id, after ?? '')))
  const behind = after === undefined ? undefined : sql`(${brands.createdAt}, ${brands.id}) > (${last})`
  const found = await db.orm
    .select()
    .from(brands)
    .where(and(own, isNull(brands.deletedAt), behind))
    .orderBy(asc(brands.createdAt), asc(brands.id))
    .limit(limit + 1)
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** How many brands the organisation has. */
export async function countBrands(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Pick<Principal, 'organisationId'>,
): Promise<number> {
  return await db.orm.$count(brands, and(eq(brands.organisationId, organisationId), isNull(brands.deletedAt)))
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

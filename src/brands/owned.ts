import { and, eq, isNull } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { brands, domains } from '#db/schema.ts'
import type { Brand } from './brand.ts'
import type { Domain } from './domain.ts'

export type BrandUnknown = 'brand_unknown'
export type DomainUnknown = 'domain_unknown'

/** The organisation's own brand. Another's is as unknown as none. */
export async function ownedBrand(
  { db }: Pick<Deps, 'db'>,
  principal: Pick<Principal, 'organisationId'>,
  id: string,
): Promise<Result<Brand, BrandUnknown>> {
  const mine = and(
    eq(brands.id, id),
    eq(brands.organisationId, principal.organisationId),
    isNull(brands.deletedAt),
  )
  const [brand] = await db.orm.select().from(brands).where(mine)
  return brand === undefined ? refuse('brand_unknown', `You have no brand ${id.slice(0, 60)}.`) : ok(brand)
}

/** The organisation's own domain, unless it was released. */
export async function ownedDomain(
  { db }: Pick<Deps, 'db'>,
  principal: Pick<Principal, 'organisationId'>,
  id: string,
): Promise<Result<Domain, DomainUnknown>> {
  const mine = and(eq(domains.id, id), eq(domains.organisationId, principal.organisationId))
  const [domain] = await db.orm.select().from(domains).where(mine)
  if (domain === undefined || domain.state === 'released') {
    return refuse('domain_unknown', `You have no domain ${id.slice(0, 60)}.`)
  }
  return ok(domain)
}

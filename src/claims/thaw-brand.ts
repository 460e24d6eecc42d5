import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import type { Brand } from '#brands/brand.ts'
import { brands, challenges, domains } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'

export type ThawBrandReason = 'brand_unknown' | 'brand_not_frozen' | 'new_token_needed'

/**
 * Lifts a freeze. Whoever took a key could ask for it, so it is a person's act, and only once the main domain has been
 * proved by a token that was issued after the freeze.
 * @param actor the pseudonym of the person who decided
 */
export async function thawBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  actor: string,
  id: string,
): Promise<Result<Brand, ThawBrandReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const [brand] = await db.orm
      .select()
      .from(brands)
      .where(and(eq(brands.id, id), isNull(brands.deletedAt)))
    if (brand === undefined)
      return refuse(
        'brand_unknown',
        `There is no brand ${id.slice(0, 60)}. Brands are named by their id here, such as br_fqyi4fglhumvxqp5nzra.`,
      )
    if (brand.frozenAt === null) return refuse('brand_not_frozen', 'This brand is not frozen.')
    if (!(await isProvedSince(deps, brand, brand.frozenAt))) {
      const domainId = (await mainDomainOf(deps, brand)) ?? 'ID'
      return refuse(
        'new_token_needed',
        `Ask for a fresh challenge for ${brand.slug ?? 'the main domain'} (POST /v1/domains/${domainId}/challenges), publish it and have it checked: the freeze is lifted only on a token that was issued after it.`,
      )
    }
    const at = clock.now()
    const decision = { act: 'brand.thawed', subject: id, actor, at, values: {} }
    const written = await db.write([
      db.orm
        .update(brands)
        .set({ frozenAt: null, updatedAt: at })
        .where(and(eq(brands.id, id), eq(brands.frozenAt, brand.frozenAt))),
      ...(await leafOf(deps, decision, head)),
      issueBadgeLater(deps, id),
    ])
    if (written.written) return ok({ ...brand, frozenAt: null, updatedAt: at })
    if (!raced(written.violated)) throw new Error(`Lifting a freeze failed on ${written.violated}`)
  }
}

async function mainDomainOf({ db }: Pick<Deps, 'db'>, brand: Brand): Promise<string | null> {
  const [main] = await db.orm
    .select({ id: domains.id })
    .from(domains)
    .where(and(eq(domains.brandId, brand.id), eq(domains.name, brand.slug ?? '')))
    .orderBy(desc(domains.createdAt))
    .limit(1)
  return main?.id ?? null
}

async function isProvedSince({ db }: Pick<Deps, 'db'>, brand: Brand, since: number): Promise<boolean> {
  if (brand.slug === null) return false
  const [proved] = await db.orm
    .select({ id: domains.id })
    .from(domains)
    .innerJoin(challenges, eq(challenges.id, domains.provingChallengeId))
    .where(
      and(
        eq(domains.brandId, brand.id),
        eq(domains.name, brand.slug),
        inArray(domains.state, ['proved']),
        gt(challenges.issuedAt, since),
      ),
    )
  return proved !== undefined
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { brands, protectedBrands } from '#db/schema.ts'
import { moveWatch } from '#lookalikes/keep-names.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import type { Brand } from './brand.ts'
import { ownedBrand, type BrandUnknown } from './owned.ts'

export type Protection = (typeof protectedBrands.$inferSelect)['chosenBy']
type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** Who has this brand's names watched for typos and the like; null when nobody does. */
export async function protectionOf({ db }: Pick<Deps, 'db'>, brandId: string): Promise<Protection | null> {
  const [row] = await db.orm
    .select({ chosenBy: protectedBrands.chosenBy })
    .from(protectedBrands)
    .where(eq(protectedBrands.brandId, brandId))
  return row?.chosenBy ?? null
}

/** An owner's wish to have the names watched, or no more. What a moderator chose is not an owner's to end. */
export async function watchBrand(
  deps: Seams,
  principal: Principal,
  id: string,
  isWatched: boolean,
): Promise<Result<null, BrandUnknown>> {
  const owned = await ownedBrand(deps, principal, id)
  if (!owned.ok) return owned
  return await protect(deps, principal.pseudonym, owned.value, 'owner', isWatched)
}

/** A moderator's choice, or its end. */
export async function protectBrand(
  deps: Seams,
  actor: string,
  idOrSlug: string,
  isProtected: boolean,
): Promise<Result<null, BrandUnknown>> {
  const named = sql`(${brands.id} = ${idOrSlug} or ${brands.slug} = ${idOrSlug.toLowerCase()})`
  const [brand] = await deps.db.orm
    .select()
    .from(brands)
    .where(and(named, isNull(brands.deletedAt)))
  if (brand === undefined) return refuse('brand_unknown', `There is no brand ${idOrSlug.slice(0, 60)}.`)
  return await protect(deps, actor, brand, 'moderator', isProtected)
}

async function protect(
  deps: Seams,
  actor: string,
  { id }: Brand,
  chosenBy: Protection,
  isProtected: boolean,
): Promise<Result<null, never>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const known = await protectionOf(deps, id)
    const isSettled = isProtected ? known === chosenBy || known === 'moderator' : known !== chosenBy
    if (isSettled) return ok(null)
    const at = clock.now()
    const act = isProtected ? 'brand.protected' : 'brand.unprotected'
    const decision = { act, subject: id, actor, at, values: { chosen_by: chosenBy } }
    const own = and(eq(protectedBrands.brandId, id), eq(protectedBrands.chosenBy, chosenBy))
    const written = await db.write([
      isProtected
        ? db.orm
            .insert(protectedBrands)
            .values({ brandId: id, chosenBy, since: at })
            .onConflictDoUpdate({ target: protectedBrands.brandId, set: { chosenBy } })
        : db.orm.delete(protectedBrands).where(own),
      ...(await leafOf(deps, decision, head)),
      moveWatch(),
    ])
    if (written.written) return ok(null)
    if (!raced(written.violated)) throw new Error(`Protecting a brand failed on ${written.violated}`)
  }
}

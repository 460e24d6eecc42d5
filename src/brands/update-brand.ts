import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import { issueBadgeLater } from './badge-due.ts'
import { brands, brandWords } from '#db/schema.ts'
import { keepBrandNames } from '#lookalikes/keep-names.ts'
import { dropUnusedWords, keepWords } from '#lookalikes/keep-words.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { saidBy, searchWords, type Brand, type BrandText } from './brand.ts'
import { ownedBrand, type BrandUnknown } from './owned.ts'

/** Changes what a brand says of itself. A changed name is self-given again, whoever reviewed the old one. */
export async function updateBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
  change: Partial<BrandText>,
): Promise<Result<Brand, BrandUnknown>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedBrand(deps, principal, id)
    if (!owned.ok) return owned
    const before = owned.value
    if (Object.keys(change).length === 0) return ok(before)
    const at = clock.now()
    const renamed = change.name !== undefined && change.name !== before.name
    const after: Brand = {
      ...before,
      ...change,
      updatedAt: at,
      nameState: renamed ? 'self_given' : before.nameState,
    }
    const words = searchWords(after).map((word) => ({ word, brandId: id }))
    const decision = {
      act: 'brand.changed',
      subject: id,
      actor: principal.pseudonym,
      at,
      values: saidBy(after),
    }
    const written = await db.write([
      db.orm
        .update(brands)
        .set(after)
        // A domain's decision gives and takes the address without a leaf of the brand's: it must not be undone here.
        .where(
          and(
            eq(brands.id, id),
            eq(brands.updatedAt, before.updatedAt),
            sql`${brands.slug} is ${before.slug}`,
            isNull(brands.deletedAt),
          ),
        ),
      ...(await leafOf(deps, decision, head)),
      db.orm.delete(brandWords).where(eq(brandWords.brandId, id)),
      ...(words.length > 0 ? [db.orm.insert(brandWords).values(words)] : []),
      ...keepWords(searchWords(after)),
      dropUnusedWords(searchWords(before)),
      ...keepBrandNames(after),
      ...(after.slug === null ? [] : [issueBadgeLater(deps, id)]),
    ])
    if (written.written) return ok(after)
    if (!raced(written.violated)) throw new Error(`Changing a brand failed on ${written.violated}`)
  }
}

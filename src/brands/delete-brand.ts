import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { actsAlone, type LockReason } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { brands, brandWords, claims, domains, protectedBrands } from '#db/schema.ts'
import { dropNames, markWatch } from '#lookalikes/keep-names.ts'
import { dropUnusedWords } from '#lookalikes/keep-words.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { issueBadgeLater } from './badge-due.ts'
import { searchWords } from './brand.ts'
import { ownedBrand, type BrandUnknown } from './owned.ts'

export type DeleteBrandReason = BrandUnknown | LockReason | 'brand_has_domains' | 'brand_has_accounts'

/** Removes a brand that holds nothing any more: domains are released and accounts withdrawn first, one by one. */
export async function deleteBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<null, DeleteBrandReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedBrand(deps, principal, id)
    if (!owned.ok) return owned
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
    const holds = await holdings(deps, id)
    if (holds.domains > 0)
      return refuse(
        'brand_has_domains',
        'Release its domains first; what was proved must not vanish by accident.',
      )
    if (holds.accounts > 0) return refuse('brand_has_accounts', 'Withdraw its accounts first.')
    const at = clock.now()
    const decision = { act: 'brand.deleted', subject: id, actor: principal.pseudonym, at, values: {} }
    const written = await db.write([
      db.orm
        .update(brands)
        .set({ deletedAt: at, updatedAt: at, slug: null })
        .where(
          and(
            eq(brands.id, id),
            isNull(brands.deletedAt),
            sql`not exists (select 1 from domains where brand_id = ${id} and state <> 'released')`,
            sql`not exists (select 1 from claims where brand_id = ${id} and state <> 'withdrawn')`,
          ),
        ),
      ...(await leafOf(deps, decision, head)),
      db.orm.delete(brandWords).where(eq(brandWords.brandId, id)),
      dropUnusedWords(searchWords(owned.value)),
      dropNames(id),
      markWatch(id),
      db.orm.delete(protectedBrands).where(eq(protectedBrands.brandId, id)),
      issueBadgeLater(deps, id),
    ])
    if (written.written) return ok(null)
    if (!raced(written.violated)) throw new Error(`Deleting a brand failed on ${written.violated}`)
  }
}

async function holdings(
  { db }: Pick<Deps, 'db'>,
  id: string,
): Promise<{ domains: number; accounts: number }> {
  return {
    domains: await db.orm.$count(domains, and(eq(domains.brandId, id), ne(domains.state, 'released'))),
    accounts: await db.orm.$count(claims, and(eq(claims.brandId, id), ne(claims.state, 'withdrawn'))),
  }
}

import { and, eq, isNull } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import type { Brand } from '#brands/brand.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { brands } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'

export type FreezeBrandReason = BrandUnknown | 'brand_frozen'

/** Tells the public at once to trust none of a brand's accounts, because it was hacked; or changes nothing. */
export async function freezeBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<Brand, FreezeBrandReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedBrand(deps, principal, id)
    if (!owned.ok) return owned
    if (owned.value.frozenAt !== null) return refuse('brand_frozen', 'This brand is frozen already.')
    const at = clock.now()
    const decision = { act: 'brand.frozen', subject: id, actor: principal.pseudonym, at, values: {} }
    const written = await db.write([
      db.orm
        .update(brands)
        .set({ frozenAt: at, updatedAt: at })
        .where(and(eq(brands.id, id), isNull(brands.frozenAt), isNull(brands.deletedAt))),
      ...(await leafOf(deps, decision, head)),
      issueBadgeLater(deps, id),
    ])
    if (written.written) return ok({ ...owned.value, frozenAt: at, updatedAt: at })
    if (!raced(written.violated)) throw new Error(`Freezing a brand failed on ${written.violated}`)
  }
}

import { and, asc, eq } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { disavowals } from '#db/schema.ts'

/** "This account is not ours", said by a brand or decided in a dispute. */
export type Disavowal = typeof disavowals.$inferSelect

/** What says so of this very account. */
export function disavowalOf(brandId: string, { platform, handle }: Pick<Account, 'platform' | 'handle'>) {
  return and(
    eq(disavowals.brandId, brandId),
    eq(disavowals.platform, platform),
    eq(disavowals.handle, handle),
  )
}

/** All that a brand disavows, oldest first. */
export async function disavowalsOf({ db }: Pick<Deps, 'db'>, brandId: string): Promise<readonly Disavowal[]> {
  return await db.orm
    .select()
    .from(disavowals)
    .where(eq(disavowals.brandId, brandId))
    .orderBy(asc(disavowals.createdAt), asc(disavowals.platform), asc(disavowals.handle))
}

/** The same for its owner, who alone may ask so. */
export async function listDisavowals(
  deps: Pick<Deps, 'db'>,
  principal: Principal,
  brandId: string,
): Promise<Result<readonly Disavowal[], BrandUnknown>> {
  const owned = await ownedBrand(deps, principal, brandId)
  return owned.ok ? ok(await disavowalsOf(deps, brandId)) : owned
}

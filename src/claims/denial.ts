import { and, eq, exists, notExists } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import { platformName } from '#accounts/platforms/index.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Statement } from '#db/open.ts'
import { absences, brands, claims, disavowals } from '#db/schema.ts'
import type { Claim } from './claim.ts'
import { disavowalOf } from './disavowal.ts'

export type DeniedReason = 'account_disavowed' | 'platform_absent'

/** What a brand denies only grows while it is frozen: who took its key would take warnings off. */
export const listFrozen = refuse(
  'brand_frozen',
  'All accounts of this brand are frozen; until that is lifted nothing is taken off this list.',
)

function absenceOf(brandId: string, { platform }: Pick<Account, 'platform'>) {
  return and(eq(absences.brandId, brandId), eq(absences.platform, platform))
}

/** Whether the brand itself publishes the contrary of "this account is ours". */
export async function refuseDenied(
  { db }: Pick<Deps, 'db'>,
  brandId: string,
  account: Account,
): Promise<Result<null, DeniedReason>> {
  const [disavowal] = await db.orm.select().from(disavowals).where(disavowalOf(brandId, account))
  if (disavowal?.decidedBy === 'dispute') {
    return refuse('account_disavowed', `A dispute decided that ${account.url} is not this brand's.`)
  }
  if (disavowal !== undefined) {
    return refuse(
      'account_disavowed',
      `This brand says that ${account.url} is not its account. Take that back first.`,
    )
  }
  if ((await db.orm.$count(absences, absenceOf(brandId, account))) > 0) {
    const name = platformName(account.platform)
    return refuse(
      'platform_absent',
      `This brand says that it has no account on ${name}. Take ${name} off that list first.`,
    )
  }
  return ok(null)
}

/** Changes a row only while the brand is theirs and denies neither account nor platform: it stands before the leaf. */
export function unlessDenied({ db }: Pick<Deps, 'db'>, claim: Claim): Statement {
  const disavowal = db.orm
    .select({ brandId: disavowals.brandId })
    .from(disavowals)
    .where(disavowalOf(claim.brandId, claim))
  const absence = db.orm
    .select({ brandId: absences.brandId })
    .from(absences)
    .where(absenceOf(claim.brandId, claim))
  const brand = db.orm
    .select({ id: brands.id })
    .from(brands)
    .where(and(eq(brands.id, claim.brandId), eq(brands.organisationId, claim.organisationId)))
  return db.orm
    .update(claims)
    .set({ updatedAt: claim.updatedAt })
    .where(and(eq(claims.id, claim.id), exists(brand), notExists(disavowal), notExists(absence)))
}

import { and, eq } from 'drizzle-orm'
import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { disavowals } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { listFrozen } from './denial.ts'
import { disavowalOf } from './disavowal.ts'

export type WithdrawDisavowalReason =
  | AccountReason
  | BrandUnknown
  | 'brand_frozen'
  | 'decided_by_dispute'
  | 'disavowal_unknown'

/** Takes an account off the list of what is not the brand's. What a dispute decided is not the brand's to take off. */
export async function withdrawDisavowal(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  brandId: string,
  text: string,
): Promise<Result<null, WithdrawDisavowalReason>> {
  const parsed = parseAccount(text)
  if (!parsed.ok) return parsed
  const { url } = parsed.value
  const { db, clock } = deps
  const listed = disavowalOf(brandId, parsed.value)
  for (;;) {
    const head = await headOf(db, brandId)
    const owned = await ownedBrand(deps, principal, brandId)
    if (!owned.ok) return owned
    if (owned.value.frozenAt !== null) {
      return listFrozen
    }
    const [disavowal] = await db.orm.select().from(disavowals).where(listed)
    if (disavowal === undefined) {
      return refuse(
        'disavowal_unknown',
        `${url} is not on this brand's list of accounts that are not its own.`,
      )
    }
    if (disavowal.decidedBy === 'dispute') {
      return refuse(
        'decided_by_dispute',
        `A dispute decided that ${url} is not this brand's. Only another decision can change that.`,
      )
    }
    const at = clock.now()
    const decision = {
      act: 'account.disavowal_withdrawn',
      subject: brandId,
      actor: principal.pseudonym,
      at,
      values: { account: url },
    }
    const written = await db.write([
      db.orm.delete(disavowals).where(and(listed, eq(disavowals.decidedBy, 'brand'))),
      ...(await leafOf(deps, decision, head)),
    ])
    if (written.written) return ok(null)
    if (!raced(written.violated)) {
      throw new Error(`Withdrawing a disavowal failed on ${written.violated}`)
    }
  }
}

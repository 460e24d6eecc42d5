import { and, eq } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { actsAlone, type LockReason } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import { ownedBrand } from '#brands/owned.ts'
import { claims } from '#db/schema.ts'
import { forget } from '#jobs/queue.ts'
import { dropNames, markWatch } from '#lookalikes/keep-names.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { ownedClaim, type Claim, type ClaimUnknown } from './claim.ts'
import { isSuspendedBySight } from './settle-claim.ts'

export type WithdrawClaimReason = ClaimUnknown | LockReason | 'claim_frozen'

/** Takes a claim back. The account is free for everybody at once, and the badge no longer names it. */
export async function withdrawClaim(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<Claim, WithdrawClaimReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedClaim(deps, principal, id)
    if (!owned.ok) return owned
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
    if (owned.value.state !== 'open' && !isSuspendedBySight(owned.value)) {
      return refuse('claim_frozen', `This claim is ${owned.value.state}; withdrawing it would hide that.`)
    }
    const brand = await ownedBrand(deps, principal, owned.value.brandId)
    if (brand.ok && brand.value.frozenAt !== null) {
      return refuse('claim_frozen', "The brand's accounts are frozen; withdrawing one would hide that.")
    }
    const at = clock.now()
    const after: Claim = { ...owned.value, state: 'withdrawn', updatedAt: at }
    const decision = { act: 'claim.withdrawn', subject: id, actor: principal.pseudonym, at, values: {} }
    const written = await db.write([
      db.orm
        .update(claims)
        .set({ state: 'withdrawn', updatedAt: at })
        .where(and(eq(claims.id, id), eq(claims.state, owned.value.state))),
      ...(await leafOf(deps, decision, head)),
      forget(deps, 'look-claim', id),
      dropNames(id),
      markWatch(after.brandId),
      issueBadgeLater(deps, after.brandId),
    ])
    if (written.written) return ok(after)
    if (!raced(written.violated)) throw new Error(`Withdrawing a claim failed on ${written.violated}`)
  }
}

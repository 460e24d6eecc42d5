import { and, eq } from 'drizzle-orm'
import { closingOf } from '#accounts/platforms/index.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import { ownedBrand } from '#brands/owned.ts'
import { claims } from '#db/schema.ts'
import { markWatch } from '#lookalikes/keep-names.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { ownedClaim, type Claim, type ClaimChange, type ClaimText, type ClaimUnknown } from './claim.ts'

export type ChangeClaimReason = ClaimUnknown | 'claim_frozen' | 'platform_closed'

/**
 * Says anew whose account it is to the brand, and for whom; or changes nothing. Proofs stand: they are of control alone.
 */
export async function changeClaim(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
  change: ClaimChange,
): Promise<Result<Claim, ChangeClaimReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedClaim(deps, principal, id)
    if (!owned.ok) return owned
    const before = owned.value
    const changed = whatChanges(before, change)
    const { relation } = changed
    if (Object.keys(changed).length === 0) return owned
    if (before.state !== 'open') {
      return refuse(
        'claim_frozen',
        `This claim is ${before.state}; what it says cannot be changed meanwhile.`,
      )
    }
    const brand = await ownedBrand(deps, principal, before.brandId)
    if (brand.ok && brand.value.frozenAt !== null) {
      return refuse(
        'claim_frozen',
        "The brand's accounts are frozen; what they are cannot be changed meanwhile.",
      )
    }
    if (relation !== undefined && relation !== 'parked' && closingOf(before.platform) !== null) {
      return refuse('platform_closed', 'Its platform has closed, so the account can only be "parked".')
    }
    const at = clock.now()
    const decision = {
      act: relation === undefined ? 'claim.audience_changed' : 'claim.relation_changed',
      subject: id,
      actor: principal.pseudonym,
      at,
      // A commitment has no null: what is empty was taken back.
      values: Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, value ?? ''])),
    }
    const written = await db.write([
      db.orm
        .update(claims)
        .set({ ...changed, updatedAt: at })
        .where(and(eq(claims.id, id), eq(claims.state, 'open'), eq(claims.updatedAt, before.updatedAt))),
      ...(await leafOf(deps, decision, head)),
      markWatch(before.brandId),
      issueBadgeLater(deps, before.brandId),
    ])
    if (written.written) return ok({ ...before, ...changed, updatedAt: at })
    if (!raced(written.violated)) throw new Error(`Changing a claim failed on ${written.violated}`)
  }
}

/** Of what is asked only what differs. */
function whatChanges(before: Claim, { relation, country, language }: ClaimChange): Partial<ClaimText> {
  return {
    ...(relation === undefined || relation === before.relation ? {} : { relation }),
    ...(country === undefined || country === before.country ? {} : { country }),
    ...(language === undefined || language === before.language ? {} : { language }),
  }
}

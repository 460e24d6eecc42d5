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
import { ownedClaim, type Claim, type ClaimUnknown, type Relation } from './claim.ts'

export type ChangeRelationReason = ClaimUnknown | 'claim_frozen' | 'platform_closed'

/** Says anew whose account it is to the brand, or changes nothing. Proofs stand: they are of control alone. */
export async function changeRelation(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
  relation: Relation,
): Promise<Result<Claim, ChangeRelationReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const owned = await ownedClaim(deps, principal, id)
    if (!owned.ok) return owned
    const before = owned.value
    if (before.relation === relation) return owned
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
    if (closingOf(before.platform) !== null && relation !== 'parked') {
      return refuse('platform_closed', 'Its platform has closed, so the account can only be "parked".')
    }
    const at = clock.now()
    const decision = {
      act: 'claim.relation_changed',
      subject: id,
      actor: principal.pseudonym,
      at,
      values: { relation },
    }
    const written = await db.write([
      db.orm
        .update(claims)
        .set({ relation, updatedAt: at })
        .where(and(eq(claims.id, id), eq(claims.state, 'open'), eq(claims.updatedAt, before.updatedAt))),
      ...(await leafOf(deps, decision, head)),
      markWatch(before.brandId),
      issueBadgeLater(deps, before.brandId),
    ])
    if (written.written) return ok({ ...before, relation, updatedAt: at })
    if (!raced(written.violated)) throw new Error(`Changing a relation failed on ${written.violated}`)
  }
}

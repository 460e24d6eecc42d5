import { and, eq, ne } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { accountStates, claims, claimStates, relations } from '#db/schema.ts'

export { accountStates, claimStates, relations }

export type Claim = typeof claims.$inferSelect
export type Relation = (typeof relations)[number]

/** What a brand says of an account beside that it is its own. */
export type ClaimText = {
  readonly relation: Relation
  /** For whom it is; null: for nobody in particular. */
  readonly country: string | null
  readonly language: string | null
}

export type ClaimChange = { readonly [Key in keyof ClaimText]?: ClaimText[Key] | undefined }

export type ClaimUnknown = 'claim_unknown'

/** The organisation's own claim, unless it was withdrawn. Another's is as unknown as none. */
export async function ownedClaim(
  { db }: Pick<Deps, 'db'>,
  principal: Pick<Principal, 'organisationId'>,
  id: string,
): Promise<Result<Claim, ClaimUnknown>> {
  const mine = and(
    eq(claims.id, id),
    eq(claims.organisationId, principal.organisationId),
    ne(claims.state, 'withdrawn'),
  )
  const [claim] = await db.orm.select().from(claims).where(mine)
  return claim === undefined ? refuse('claim_unknown', `You have no claim ${id.slice(0, 60)}.`) : ok(claim)
}

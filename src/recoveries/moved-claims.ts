import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import type { Claim } from '#claims/claim.ts'
import type { Statement } from '#db/open.ts'
import { claims, postCodes } from '#db/schema.ts'
import { forget } from '#jobs/queue.ts'
import { dropNames, markWatch } from '#lookalikes/keep-names.ts'
import { headOf, leafOf } from '#log/leaf.ts'
import type { Recovery } from './recovery.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** A brand's claims go with it. Of two on one account the one stays that the account agrees with, else the brand's. */
export async function movedClaims(
  seams: Seams,
  { brandId, organisationId, incumbentId }: Recovery,
): Promise<Statement[]> {
  const { db, clock } = seams
  const live = ne(claims.state, 'withdrawn')
  const passing = await db.orm
    .select()
    .from(claims)
    .where(and(eq(claims.brandId, brandId), eq(claims.organisationId, incumbentId), live))
  const own = await db.orm
    .select()
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), live))
  const statements: Statement[] = []
  for (const claim of passing) {
    const rival = own.find(({ platform, handle }) => platform === claim.platform && handle === claim.handle)
    const gone = rival === undefined ? null : isStronger(rival, claim) ? claim : rival
    if (gone !== null) statements.push(...(await withdrawn(seams, gone)))
  }
  const passed = and(eq(claims.brandId, brandId), eq(claims.organisationId, incumbentId), live)
  const theirs = db.orm.select({ id: claims.id }).from(claims).where(eq(claims.brandId, brandId))
  return [
    ...statements,
    db.orm.update(claims).set({ organisationId, updatedAt: clock.now() }).where(passed),
    // Codes that nobody posted yet were handed to whoever had the brand.
    db.orm.delete(postCodes).where(and(inArray(postCodes.claimId, theirs), isNull(postCodes.location))),
  ]
}

/** What a moderator froze is not to be got rid of by having it twice. */
function isStronger(rival: Claim, claim: Claim): boolean {
  const isProved = ({ accountState }: Claim) => accountState === 'proved' || accountState === 'failing'
  if (claim.state !== 'open') return false
  return rival.state !== 'open' || (isProved(rival) && !isProved(claim))
}

async function withdrawn(seams: Seams, claim: Claim): Promise<Statement[]> {
  const { db, clock } = seams
  const at = clock.now()
  const decision = { act: 'claim.withdrawn', subject: claim.id, actor: 'system', at, values: {} }
  return [
    db.orm
      .update(claims)
      .set({ state: 'withdrawn', updatedAt: at })
      .where(and(eq(claims.id, claim.id), eq(claims.state, claim.state))),
    ...(await leafOf(seams, decision, await headOf(db, claim.id))),
    dropNames(claim.id),
    markWatch(claim.brandId),
    forget(seams, 'look-claim', claim.id),
    issueBadgeLater(seams, claim.brandId),
  ]
}

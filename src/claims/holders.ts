import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Statement } from '#db/open.ts'
import { claims } from '#db/schema.ts'
import { hurry } from '#jobs/queue.ts'
import type { Claim } from './claim.ts'

type Wanted = Pick<Claim, 'platform' | 'handle' | 'platformId' | 'organisationId'>

/** Other organisations' claims that the account itself agreed with. */
function holding({ platform, handle, platformId, organisationId }: Wanted) {
  return and(
    eq(claims.platform, platform),
    platformId === null
      ? eq(claims.handle, handle)
      : or(eq(claims.handle, handle), eq(claims.platformId, platformId)),
    inArray(claims.accountState, ['proved', 'failing']),
    ne(claims.state, 'withdrawn'),
    ne(claims.organisationId, organisationId),
  )
}

export async function heldByAnother(
  { db }: Pick<Deps, 'db'>,
  principal: Pick<Claim, 'organisationId'>,
  account: Pick<Claim, 'platform' | 'handle'>,
): Promise<boolean> {
  const wanted = { ...account, platformId: null, organisationId: principal.organisationId }
  return (await db.orm.$count(claims, holding(wanted))) > 0
}

/**
 * Somebody else wants an account: whether it still agrees with its holder is looked at now, and not only tomorrow, but
 * no sooner than a second look would be.
 */
export function lookAtHolders({ db, clock }: Pick<Deps, 'db' | 'clock'>, wanted: Wanted): Statement {
  const notLately = or(isNull(claims.lookedAt), lte(claims.lookedAt, clock.now() - lifetimes.secondLook))
  const held = db.orm
    .select({ id: claims.id })
    .from(claims)
    .where(and(holding(wanted), notLately))
  return hurry({ db, clock }, 'look-claim', held)
}

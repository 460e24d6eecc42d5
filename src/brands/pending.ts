import { and, countDistinct, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { budget } from '#base/lifetimes.ts'
import { challenges, domains } from '#db/schema.ts'
import type { Domain } from './domain.ts'

type Whose = Pick<Domain, 'organisationId' | 'registrableDomain'>

/** How many names an organisation has that wait for their proof: in all, or under one registrable domain. */
export function pendingCount(
  { db }: Pick<Deps, 'db'>,
  whose: Whose,
  now: number,
  where: 'target' | 'all',
): SQL {
  const waiting = and(
    eq(domains.organisationId, whose.organisationId),
    where === 'target' ? eq(domains.registrableDomain, whose.registrableDomain) : undefined,
    eq(domains.state, 'pending'),
    gt(challenges.expiresAt, now),
  )
  return db.orm
    .select({ pending: countDistinct(domains.id) })
    .from(domains)
    .innerJoin(challenges, eq(challenges.domainId, domains.id))
    .where(waiting)
    .getSQL()
}

/** Which of the two is full, in words; null when there is room for one more. */
export async function whichIsFull(deps: Pick<Deps, 'db' | 'clock'>, whose: Whose): Promise<string | null> {
  const now = deps.clock.now()
  const [counts] = await deps.db.orm.all<{ target: number; all: number }>(
    sql`select (${pendingCount(deps, whose, now, 'target')}) as target, (${pendingCount(deps, whose, now, 'all')}) as "all"`,
  )
  if ((counts?.target ?? 0) >= budget.pendingPerTarget) {
    return `${budget.pendingPerTarget} names under ${whose.registrableDomain} wait for their proof already. Prove or release some first.`
  }
  return (counts?.all ?? 0) >= budget.pendingInAll
    ? `${budget.pendingInAll} names of your organisation wait for their proof already. Prove or release some first.`
    : null
}

import { and, eq, gt } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { TallyKind } from '#base/tally.ts'
import { tallies } from '#db/schema.ts'
import { dayOf } from './tally.ts'

export type DailyTally = Readonly<Record<TallyKind, number>> & {
  /** Its first millisecond, UTC. */
  readonly at: number
}

/** How often a brand was looked up and its badge shown on each of the last days, today last. */
export async function dailyTallies(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  brandId: string,
  days: number,
): Promise<readonly DailyTally[]> {
  const today = dayOf(clock.now())
  const rows = await db.orm
    .select()
    .from(tallies)
    .where(and(eq(tallies.brandId, brandId), gt(tallies.day, today - days)))
  const countOn = (on: number, kind: TallyKind) =>
    rows.find((row) => row.day === on && row.kind === kind)?.count ?? 0
  return Array.from({ length: days }, (_, index) => today - days + 1 + index).map((on) => {
    return { at: on * day, lookup: countOn(on, 'lookup'), badge: countOn(on, 'badge') }
  })
}

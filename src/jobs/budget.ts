import { sql } from 'drizzle-orm'
import { budget } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import { budgets } from '#db/schema.ts'

export type Purpose = keyof typeof budget.looks

/**
 * Draws looks on a target's budget, which all organisations share; re-checks have their own.
 * Gives 0 when granted, else the milliseconds until the window ends (nothing is drawn then).
 */
export async function drawLooks(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  target: string,
  purpose: Purpose,
  looks: number,
): Promise<number> {
  const now = clock.now()
  const limit = budget.looks[purpose]
  const over = sql`${budgets.windowStart} <= ${now - budget.window}`
  const granted = await db.orm
    .insert(budgets)
    .values({ target, purpose, windowStart: now, used: looks })
    .onConflictDoUpdate({
      target: [budgets.target, budgets.purpose],
      set: {
        windowStart: sql`case when ${over} then ${now} else ${budgets.windowStart} end`,
        used: sql`case when ${over} then ${looks} else ${budgets.used} + ${looks} end`,
      },
      setWhere: sql`${over} or ${budgets.used} + ${looks} <= ${limit}`,
    })
    .returning({ used: budgets.used })
  // A window that begins is the moment to forget those of others that have ended.
  if (granted[0]?.used === looks) await db.orm.delete(budgets).where(over)
  if (granted.length > 0) return 0
  const [row] = await db.orm
    .select({ windowStart: budgets.windowStart })
    .from(budgets)
    .where(sql`${budgets.target} = ${target} and ${budgets.purpose} = ${purpose}`)
  return Math.max(1, (row?.windowStart ?? now) + budget.window - now)
}

/**
 * Draws looks that an organisation hopes for: on what it has in all, on its share of the target, then on what
 * everybody has for the target. Gives what `drawLooks` gives.
 */
export async function drawHopedFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  organisationId: string,
  target: string,
  purpose: 'manual' | 'awaited',
  looks: number,
): Promise<number> {
  return (
    (await drawLooks(deps, organisationId, 'organisation', looks)) ||
    (await drawLooks(deps, `${target} ${organisationId}`, 'share', looks)) ||
    (await drawLooks(deps, target, purpose, looks))
  )
}

import { eq, sql } from 'drizzle-orm'
import { day, minute, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { hosts } from '#db/schema.ts'

/** Between two looks at one host by schedule, and how long one may take before somebody else's turn comes. */
const spacing = 2 * second
const turn = minute
/** No host keeps us away for longer, whatever it says. */
const restMax = day

/**
 * Takes the one turn there is for scheduled looks at a host. Gives 0 when taken, else the milliseconds to wait; a
 * turn that nobody gave back ends by itself.
 */
export async function takeTurn({ db, clock }: Pick<Deps, 'db' | 'clock'>, host: string): Promise<number> {
  const now = clock.now()
  const taken = await db.orm
    .insert(hosts)
    .values({ host, leasedUntil: now + turn, nextAt: now, blockedUntil: 0 })
    .onConflictDoUpdate({
      target: hosts.host,
      set: { leasedUntil: now + turn },
      setWhere: sql`max(${hosts.leasedUntil}, ${hosts.nextAt}, ${hosts.blockedUntil}) <= ${now}`,
    })
    .returning({ host: hosts.host })
  if (taken.length > 0) return 0
  const [busy] = await db.orm.select().from(hosts).where(eq(hosts.host, host))
  if (busy === undefined) return spacing
  return Math.max(spacing, busy.blockedUntil - now)
}

export async function giveTurnBack({ db, clock }: Pick<Deps, 'db' | 'clock'>, host: string): Promise<void> {
  await db.orm
    .update(hosts)
    .set({ leasedUntil: 0, nextAt: clock.now() + spacing })
    .where(eq(hosts.host, host))
}

/** Nobody looks at the host for so long, whoever asks: it said 429, or when it wants us back. */
export async function leaveAlone(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  host: string,
  milliseconds: number,
): Promise<void> {
  const blockedUntil = clock.now() + Math.min(milliseconds, restMax)
  await db.orm
    .insert(hosts)
    .values({ host, leasedUntil: 0, nextAt: 0, blockedUntil })
    .onConflictDoUpdate({
      target: hosts.host,
      set: { blockedUntil: sql`max(${hosts.blockedUntil}, ${blockedUntil})` },
    })
}

/** Milliseconds for which the host has asked to be left alone; 0 when it has not. */
export async function wantsRest({ db, clock }: Pick<Deps, 'db' | 'clock'>, host: string): Promise<number> {
  const [row] = await db.orm.select({ until: hosts.blockedUntil }).from(hosts).where(eq(hosts.host, host))
  return Math.max(0, (row?.until ?? 0) - clock.now())
}

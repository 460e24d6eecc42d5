import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { alarms } from '#db/schema.ts'

export type Alarm = typeof alarms.$inferSelect

export type Alarmed = { readonly kind: string; readonly subject: string }

/** Tells the operator of something once: while it is open, each further notice only counts. Gives since when it is open. */
export async function raiseAlarm(
  { db, clock, random }: Pick<Deps, 'db' | 'clock' | 'random'>,
  { kind, subject }: Alarmed,
  detail: string,
): Promise<number> {
  const now = clock.now()
  const [open] = await db.orm
    .insert(alarms)
    .values({
      id: newId(random, 'alm'),
      kind,
      subject,
      detail,
      since: now,
      lastAt: now,
      count: 1,
      endedAt: null,
    })
    .onConflictDoUpdate({
      target: [alarms.kind, alarms.subject],
      targetWhere: isNull(alarms.endedAt),
      set: { lastAt: now, count: sql`${alarms.count} + 1` },
    })
    .returning({ since: alarms.since })
  return open?.since ?? now
}

export async function openAlarm({ db }: Pick<Deps, 'db'>, { kind, subject }: Alarmed): Promise<Alarm | null> {
  const [open] = await db.orm.select().from(alarms).where(ofOpen(kind, subject))
  return open ?? null
}

export async function endAlarm(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { kind, subject }: Alarmed,
): Promise<void> {
  await db.orm.update(alarms).set({ endedAt: clock.now() }).where(ofOpen(kind, subject))
}

/** The open ones first, then the newest. */
export async function listAlarms({ db }: Pick<Deps, 'db'>): Promise<readonly Alarm[]> {
  return await db.orm
    .select()
    .from(alarms)
    .orderBy(sql`${alarms.endedAt} is not null`, desc(alarms.since))
    .limit(100)
}

function ofOpen(kind: string, subject: string) {
  return and(eq(alarms.kind, kind), eq(alarms.subject, subject), isNull(alarms.endedAt))
}

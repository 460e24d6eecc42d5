import { isNotNull, lte, or, sql } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { emailCodes, mails, passkeyChallenges, rateWindows, sessions } from '#db/schema.ts'
import { ensure, finish, postpone, type Job } from '#jobs/queue.ts'
import { idleEnds } from './session.ts'

/** What was sent is kept for so long, without what it said, for whoever asks whether it was. */
const mailKept = 30 * day

/** Belongs in the batch that makes something which ends by itself. */
export function sweepLater(deps: Pick<Deps, 'db' | 'clock' | 'random'>): Statement {
  const dueAt = deps.clock.now() + hour
  return ensure(deps, { kind: 'sweep-sign-ins', subject: 'all', target: null, dueAt })
}

/** Deletes codes, challenges, sessions, counts and mails that are over; comes again while there are any. */
export async function sweepSignIns({ db, clock }: Pick<Deps, 'db' | 'clock'>, job: Job): Promise<void> {
  const now = clock.now()
  const { orm } = db
  const over = or(
    lte(sessions.expiresAt, now),
    lte(sessions.lastSeenAt, now - idleEnds),
    isNotNull(sessions.revokedAt),
  )
  const sweeps: Statement[] = [
    orm.delete(emailCodes).where(lte(emailCodes.expiresAt, now)),
    orm.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, now)),
    orm.delete(sessions).where(over),
    orm.delete(rateWindows).where(lte(rateWindows.windowStart, now - day)),
    orm.delete(mails).where(lte(mails.createdAt, now - mailKept)),
  ]
  await db.write(sweeps)
  const [left] = await orm.all<{ count: number }>(
    sql`select (select count(*) from ${emailCodes}) + (select count(*) from ${passkeyChallenges}) + (select count(*) from ${sessions}) + (select count(*) from ${rateWindows}) + (select count(*) from ${mails}) as count`,
  )
  const isDone = left === undefined || left.count === 0
  await db.write([
    isDone ? finish({ db }, job) : postpone({ db }, job, { dueAt: now + hour, lastError: null }),
  ])
}

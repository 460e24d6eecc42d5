import { and, eq, isNull } from 'drizzle-orm'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { recoveries } from '#db/schema.ts'
import { endAlarm, raiseAlarm } from '#jobs/alarm.ts'
import { leafOf, raced, type Head } from '#log/leaf.ts'
import { completion } from './completion.ts'
import type { RecoveryStage } from './notice-words.ts'
import { beginsToCount, type Recovery } from './recovery.ts'
import { tellOf } from './tell.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>

export type RecoveryTransition = {
  readonly before: Recovery
  readonly after: Recovery
  /** The before's newest leaf, read before the row was. */
  readonly head: Head | null
  readonly actor: string
  /** What the leaf commits to besides the domain. */
  readonly values?: Readonly<Record<string, string>>
}

/** Stores a decision with its leaf, its passing and whatever people are told, or does none of it. */
export async function storeRecovery(
  seams: Seams,
  transition: RecoveryTransition,
  also: readonly Statement[] = [],
): Promise<'stored' | 'raced' | 'shown_by_another'> {
  const { db, clock } = seams
  const { before, head, actor, values = {} } = transition
  const stage = stageOf(before, transition.after, clock.now())
  const warned = stage === 'seen' ? { warnedAt: clock.now() } : {}
  const after = { ...transition.after, ...warned }
  const { id: _id, token: _token, createdAt: _createdAt, ...changing } = after
  const update = db.orm.update(recoveries).set(changing).where(unchanged(before))
  const act = actOf(before, after)
  if (act === null) {
    const refreshed = await db.write([update])
    if (!refreshed.written) throw new Error(`Refreshing a recovery failed on ${refreshed.violated}`)
    if (refreshed.changed === 0) return 'raced'
    if (also.length > 0) await db.write(also)
    return 'stored'
  }
  const decision = {
    act,
    subject: after.id,
    actor,
    at: clock.now(),
    values: { domain: after.domain, ...values },
  }
  const telling = stage === null ? null : await tellOf(seams, after, stage)
  const written = await db.write([
    update,
    ...(await leafOf(seams, decision, head)),
    ...(after.state === 'completed' ? await completion(seams, after) : []),
    ...(telling?.statements ?? []),
    ...also,
  ])
  if (written.written) {
    await telling?.hurry()
    await alarm(seams, before, after)
    return 'stored'
  }
  if (raced(written.violated) || /^(?:claims|domains)\./.test(written.violated)) return 'raced'
  if (written.violated === 'recoveries.brand_id') return 'shown_by_another'
  throw new Error(`Storing a recovery failed on ${written.violated}`)
}

function unchanged({ id, state, updatedAt, lookedAt }: Recovery) {
  return and(
    eq(recoveries.id, id),
    eq(recoveries.state, state),
    eq(recoveries.updatedAt, updatedAt),
    lookedAt === null ? isNull(recoveries.lookedAt) : eq(recoveries.lookedAt, lookedAt),
  )
}

/** A look that found what was known decides nothing. */
function actOf(before: Recovery, after: Recovery): string | null {
  if (before.state === 'disputed' && after.upheldAt !== before.upheldAt) return 'recovery.upheld'
  if (after.state !== before.state && !['waiting', 'watching'].includes(after.state)) {
    return `recovery.${after.state}`
  }
  if (beginsToCount(before, after)) return 'recovery.seen'
  return before.seenSince !== null && after.seenSince === null ? 'recovery.unseen' : null
}

/** What people are told of; null of what they need not know, or were told a moment ago. */
function stageOf(before: Recovery, after: Recovery, now: number): RecoveryStage | null {
  switch (actOf(before, after)) {
    case 'recovery.upheld':
      return 'upheld'
    case 'recovery.disputed':
      return 'disputed'
    case 'recovery.rejected':
      return 'rejected'
    case 'recovery.ended':
      return 'ended'
    case 'recovery.completed':
      return 'completed'
    case 'recovery.seen': {
      const { warnedAt } = before
      return warnedAt === null || now - warnedAt >= lifetimes.betweenRecoveryWarnings ? 'seen' : null
    }
    default:
      return null
  }
}

/** A person must decide, so the operator is told that there is something to decide. */
async function alarm(seams: Seams, before: Recovery, after: Recovery): Promise<void> {
  const about = { kind: 'recovery_disputed', subject: after.id }
  if (before.state !== 'disputed' && after.state === 'disputed') {
    const decide = `recovery decide ${after.id} --uphold|--reject --reason TEXT`
    await raiseAlarm(seams, about, `Who ${after.domain} belongs to is disputed. Decide: ${decide}`)
  }
  if (before.state === 'disputed' && after.state !== 'disputed') await endAlarm(seams, about)
}

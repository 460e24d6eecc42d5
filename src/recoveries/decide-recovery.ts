import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { recoveries } from '#db/schema.ts'
import { enqueue } from '#jobs/queue.ts'
import { headOf } from '#log/leaf.ts'
import type { Recovery } from './recovery.ts'
import { storeRecovery } from './store-recovery.ts'

export type DecideReason = 'recovery_unknown' | 'recovery_not_disputed'

/**
 * A person decides a disputed recovery. Upheld, it goes on, past any veto: still nothing passes before looks have seen
 * the token for three days. Rejected, it is over.
 * @param actor the pseudonym of the person who decides
 */
export async function decideRecovery(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>,
  actor: string,
  id: string,
  decision: { readonly isUpheld: boolean; readonly reason: string },
): Promise<Result<Recovery, DecideReason>> {
  const { db, clock } = deps
  for (;;) {
    const head = await headOf(db, id)
    const [before] = await db.orm.select().from(recoveries).where(eq(recoveries.id, id))
    if (before === undefined) return refuse('recovery_unknown', `There is no recovery ${id.slice(0, 60)}.`)
    if (before.state !== 'disputed') {
      return refuse('recovery_not_disputed', `This recovery is ${before.state}: there is nothing to decide.`)
    }
    const now = clock.now()
    const state = before.seenSince === null ? 'waiting' : 'watching'
    const after: Recovery = decision.isUpheld
      ? { ...before, state, reason: null, upheldAt: now, updatedAt: now }
      : { ...before, state: 'rejected', reason: 'rejected', updatedAt: now }
    const values = { reason: decision.reason }
    const { registrableDomain: target } = before
    const look = enqueue(deps, { kind: 'look-recovery', subject: id, target, dueAt: now })
    if ((await storeRecovery(deps, { before, after, head, actor, values }, [look])) === 'stored') {
      return ok(after)
    }
  }
}

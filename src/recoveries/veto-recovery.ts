import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { organisations } from '#db/schema.ts'
import { headOf } from '#log/leaf.ts'
import type { Recovery } from './recovery.ts'
import { storeRecovery } from './store-recovery.ts'
import { seenBy, type Viewer } from './viewer.ts'

export type VetoReason =
  | 'recovery_unknown'
  | 'recovery_over'
  | 'recovery_disputed'
  | 'recovery_decided'
  | 'owners_only'

/** An owner of whoever has the brand objects: nothing passes until a person has decided. Of veto and passing one wins. */
export async function vetoRecovery(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>,
  viewer: Viewer,
  id: string,
): Promise<Result<Recovery, VetoReason>> {
  for (;;) {
    const head = await headOf(deps.db, id)
    const seen = await seenBy(deps, viewer, id)
    if (seen === null) return refuse('recovery_unknown', `You have no recovery ${id.slice(0, 60)}.`)
    const { recovery: before } = seen
    if (!seen.mayVeto) {
      return refuse(
        'owners_only',
        'Only owners of the organisation that has the brand object. Ask one of them.',
      )
    }
    if (before.state === 'disputed') {
      return refuse('recovery_disputed', 'Somebody has objected already. A person decides now.')
    }
    if (before.state !== 'waiting' && before.state !== 'watching') {
      return refuse(
        'recovery_over',
        `This recovery is ${before.state}: there is nothing to object to any more.`,
      )
    }
    if (before.upheldAt !== null) {
      return refuse('recovery_decided', 'A person has decided already that this may go on.')
    }
    const after: Recovery = { ...before, state: 'disputed', reason: 'vetoed', updatedAt: deps.clock.now() }
    const actor = await pseudonymOf(deps, before.incumbentId)
    const outcome = await storeRecovery(deps, { before, after, head, actor, values: { reason: 'vetoed' } })
    if (outcome === 'stored') return ok(after)
    if (outcome === 'shown_by_another') return refuse('recovery_over', notItsTurn)
  }
}

/** Only one recovery of a brand can be decided at a time; this one shows nothing at present. */
const notItsTurn =
  'Another recovery of this brand is under way, and this one shows nothing at present. Object to that one.'

async function pseudonymOf({ db }: Pick<Deps, 'db'>, organisationId: string): Promise<string> {
  const [row] = await db.orm
    .select({ pseudonym: organisations.pseudonym })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.pseudonym ?? 'system'
}

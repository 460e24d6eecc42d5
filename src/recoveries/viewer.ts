import { and, eq } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { isCurrent } from '#auth/current-membership.ts'
import type { Session } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'
import { memberships, organisations, recoveries } from '#db/schema.ts'
import type { Recovery } from './recovery.ts'

/** Somebody signed in, whomever they act for at this moment, or a key. */
export type Viewer = Pick<Session, 'personId' | 'email'> | Principal

export type Seen = {
  readonly recovery: Recovery
  readonly side: 'asker' | 'incumbent'
  /** An owner of whoever has the brand, or whoever reads the organisation's own mail. */
  readonly mayVeto: boolean
}

/** A recovery as one of its two sides sees it; null for everybody else. */
export async function seenBy(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: Viewer,
  id: string,
): Promise<Seen | null> {
  const [recovery] = await deps.db.orm.select().from(recoveries).where(eq(recoveries.id, id))
  if (recovery === undefined) return null
  return 'personId' in viewer ? await seenByPerson(deps, viewer, recovery) : seenByKey(viewer, recovery)
}

function seenByKey({ organisationId, role }: Principal, recovery: Recovery): Seen | null {
  if (organisationId === recovery.incumbentId) {
    return { recovery, side: 'incumbent', mayVeto: role === null || role === 'owner' }
  }
  return organisationId === recovery.organisationId ? { recovery, side: 'asker', mayVeto: false } : null
}

async function seenByPerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { personId, email }: Pick<Session, 'personId' | 'email'>,
  recovery: Recovery,
): Promise<Seen | null> {
  const own = await db.orm
    .select({ organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isCurrent(clock.now())))
  const within = own.find(({ organisationId }) => organisationId === recovery.incumbentId)
  const [incumbent] = await db.orm
    .select({ email: organisations.email })
    .from(organisations)
    .where(eq(organisations.id, recovery.incumbentId))
  const isContact = incumbent?.email.toLowerCase() === email
  if (within !== undefined || isContact) {
    return { recovery, side: 'incumbent', mayVeto: isContact || within?.role === 'owner' }
  }
  const asks = own.some(({ organisationId }) => organisationId === recovery.organisationId)
  return asks ? { recovery, side: 'asker', mayVeto: false } : null
}

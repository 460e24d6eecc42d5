import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { invitations, organisations } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import type { Principal } from './authenticate.ts'
import { isOpen } from './members.ts'
import type { Acting } from './session.ts'

export type LockReason = 'second_person_needed'

/** Since when an organisation's destructive acts need two owners; null: they do not. */
export async function lockedSince({ db }: Pick<Deps, 'db'>, organisationId: string): Promise<number | null> {
  const [row] = await db.orm
    .select({ at: organisations.twoPersonLockAt })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.at ?? null
}

/** Whether somebody may do what destroys something without a second owner. A key never can where the lock is on. */
export async function actsAlone(
  deps: Pick<Deps, 'db'>,
  { organisationId, isSeconded }: Pick<Principal, 'organisationId' | 'isSeconded'>,
): Promise<Result<null, LockReason>> {
  if (isSeconded === true || (await lockedSince(deps, organisationId)) === null) return ok(null)
  return refuse(
    'second_person_needed',
    'The two-person lock of this organisation is on: an owner proposes this on its page when signed in, and a second owner confirms it within 7 days.',
  )
}

/** How many owners an organisation must keep: with the lock on, one alone could do nothing any more. */
export function ownersNeeded(organisationId: string): SQL {
  return sql`(select case when two_person_lock_at is null then 1 else 2 end from organisations where id = ${organisationId})`
}

export type SetLockReason = LockReason | 'owners_only' | 'lock_needs_two'

/** Turns the lock on, which one owner may, or off, which needs two. Changes nothing when it is so already. */
export async function setLock(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  { principal, role }: Pick<Acting, 'principal' | 'role'>,
  isOn: boolean,
): Promise<Result<null, SetLockReason>> {
  const { db, clock } = deps
  const { organisationId, pseudonym } = principal
  if (role !== 'owner') return refuse('owners_only', 'Only owners see to the two-person lock.')
  if (!isOn) {
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
  }
  if (((await lockedSince(deps, organisationId)) !== null) === isOn) return ok(null)
  const at = clock.now()
  const owners = sql`(select count(*) from memberships where organisation_id = ${organisationId} and role = 'owner' and ended_at is null)`
  const mine = eq(organisations.id, organisationId)
  const act = isOn ? 'organisation.locked' : 'organisation.unlocked'
  const decision = { act, subject: pseudonym, actor: pseudonym, at, values: {} }
  const written = await db.write([
    isOn
      ? db.orm
          .update(organisations)
          .set({ twoPersonLockAt: at })
          .where(and(mine, isNull(organisations.twoPersonLockAt), sql`${owners} > 1`))
      : db.orm
          .update(organisations)
          .set({ twoPersonLockAt: null })
          .where(and(mine, isNotNull(organisations.twoPersonLockAt))),
    ...(await leafOf(deps, decision, await headOf(db, pseudonym))),
    // One owner alone wrote them, and could make a second of himself by one.
    db.orm
      .update(invitations)
      .set({ revokedAt: at })
      .where(and(eq(invitations.organisationId, organisationId), eq(invitations.role, 'owner'), isOpen(at))),
  ])
  if (written.written) return ok(null)
  if (!raced(written.violated)) throw new Error(`Setting a lock failed on ${written.violated}`)
  if (((await lockedSince(deps, organisationId)) !== null) === isOn) return ok(null)
  return refuse('lock_needs_two', 'The lock needs two owners at least. Make somebody else an owner first.')
}

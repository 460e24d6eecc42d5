import { and, eq, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Statement } from '#db/open.ts'
import { memberships } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { closeInvitations } from './close-invitations.ts'
import { isCurrent } from './current-membership.ts'
import type { Role } from './role.ts'
import type { Acting } from './session.ts'
import { actsAlone, ownersNeeded, type LockReason } from './two-person-lock.ts'

export type ChangeMemberReason =
  | LockReason
  | 'owners_only'
  | 'owner_with_end'
  | 'member_unknown'
  | 'last_owner'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** Gives a member another role. An organisation is never left without an owner. */
export async function changeRole(
  deps: Seams,
  acting: Acting,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<Result<null, ChangeMemberReason>> {
  if (acting.role !== 'owner') return refuse('owners_only', 'Only owners change roles.')
  const [member] = await find(deps, acting, id)
  if (member === undefined) return unknown
  if (role === 'owner' && member.endsAt !== null) {
    return refuse('owner_with_end', 'An owner stays until somebody ends it.')
  }
  if (member.role === role) return ok(null)
  if (member.role === 'owner' || role === 'owner') {
    const alone = await actsAlone(deps, acting.principal)
    if (!alone.ok) return alone
  }
  const staysOwned = role === 'owner' ? undefined : notTheLast(acting)
  return await decide(deps, acting, id, { role }, staysOwned)
}

/** Ends a membership at once, and with it the keys that it made. Anybody may end their own; owners any. */
export async function endMembership(
  deps: Seams,
  acting: Acting,
  id: string,
): Promise<Result<null, ChangeMemberReason>> {
  if (acting.role !== 'owner' && acting.membershipId !== id) {
    return refuse('owners_only', 'Only owners end the memberships of others.')
  }
  const at = deps.clock.now()
  const [member] = await find(deps, acting, id)
  if (member === undefined) return unknown
  if (member.role === 'owner' && acting.membershipId !== id) {
    const alone = await actsAlone(deps, acting.principal)
    if (!alone.ok) return alone
  }
  const { organisationId, personId } = member
  const closing = closeInvitations(deps.db, { organisationId, personId, at })
  return await decide(deps, acting, id, { endedAt: at }, notTheLast(acting), [closing])
}

const unknown = refuse('member_unknown', 'There is no such member.')

async function find({ db, clock }: Seams, { principal }: Acting, id: string) {
  return await db.orm
    .select()
    .from(memberships)
    .where(mine(principal.organisationId, id, clock.now()))
}

function mine(organisationId: string, id: string, now: number): SQL | undefined {
  return and(eq(memberships.id, id), eq(memberships.organisationId, organisationId), isCurrent(now))
}

/** Owners have no end date, so those who are not ended stay. */
function notTheLast({ principal }: Acting): SQL | undefined {
  const owners = sql`(select count(*) from memberships as owners where owners.organisation_id = ${principal.organisationId} and owners.role = 'owner' and owners.ended_at is null)`
  return or(ne(memberships.role, 'owner'), sql`${owners} > ${ownersNeeded(principal.organisationId)}`)
}

async function decide(
  deps: Seams,
  acting: Acting,
  id: string,
  change: { readonly role: Role } | { readonly endedAt: number },
  provided: SQL | undefined,
  following: readonly Statement[] = [],
): Promise<Result<null, ChangeMemberReason>> {
  const { db, clock } = deps
  const at = clock.now()
  const { organisationId, pseudonym: actor } = acting.principal
  const said =
    'role' in change
      ? { act: 'membership.changed', values: { role: change.role } }
      : { act: 'membership.ended', values: {} }
  const written = await db.write([
    db.orm
      .update(memberships)
      .set(change)
      .where(and(mine(organisationId, id, at), provided)),
    ...(await leafOf(deps, { ...said, subject: id, actor, at }, await headOf(db, id))),
    ...following,
  ])
  if (written.written) return ok(null)
  if (!raced(written.violated)) throw new Error(`Changing a member failed on ${written.violated}`)
  const [member] = await find(deps, acting, id)
  if (member === undefined) return unknown
  return refuse(
    'last_owner',
    'An organisation needs an owner, and two where the two-person lock is on. Make somebody else one first.',
  )
}

import { and, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Statement } from '#db/open.ts'
import { memberships } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { closeInvitations } from './close-invitations.ts'
import type { Principal } from './authenticate.ts'
import { isCurrent } from './current-membership.ts'
import type { Role } from './role.ts'
import { isOwner, notByKey, stillOwner } from './still-owner.ts'
import { actsAlone, lockedSince, ownersNeeded, type LockReason } from './two-person-lock.ts'

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
  principal: Principal,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<Result<null, ChangeMemberReason>> {
  if (!isOwner(principal)) return refuse('owners_only', 'Only owners change roles.')
  const [member] = await find(deps, principal, id)
  if (member === undefined) return unknown
  if (principal.keyId !== null && (role === 'owner' || member.role === 'owner')) return notByKey
  if (role === 'owner' && member.endsAt !== null) {
    return refuse('owner_with_end', 'An owner stays until somebody ends it.')
  }
  if (member.role === role) return ok(null)
  if (member.role === 'owner' || role === 'owner') {
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
  }
  const staysOwned = role === 'owner' ? undefined : notTheLast(principal)
  return await decide(deps, principal, id, { role }, and(staysOwned, stillOwner(principal, deps.clock.now())))
}

/** Ends a membership at once, and with it the keys that it made. Anybody may end their own; owners any. */
export async function endMembership(
  deps: Seams,
  principal: Principal,
  id: string,
): Promise<Result<null, ChangeMemberReason>> {
  const isOwn = principal.membershipId === id
  if (!isOwner(principal) && !isOwn) {
    return refuse('owners_only', 'Only owners end the memberships of others.')
  }
  const at = deps.clock.now()
  const [member] = await find(deps, principal, id)
  if (member === undefined) return unknown
  if (principal.keyId !== null && member.role === 'owner') return notByKey
  if (member.role === 'owner' && !isOwn) {
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
  }
  const { organisationId, personId } = member
  const closing = closeInvitations(deps.db, { organisationId, personId, at })
  const provided = and(notTheLast(principal), isOwn ? undefined : stillOwner(principal, at))
  return await decide(deps, principal, id, { endedAt: at }, provided, [closing])
}

const notOwner = ne(memberships.role, 'owner')
const unknown = refuse('member_unknown', 'There is no such member.')
const ownersOnly = refuse('owners_only', 'You are an owner no more.')

async function find({ db, clock }: Seams, principal: Principal, id: string) {
  return await db.orm
    .select()
    .from(memberships)
    .where(mine(principal.organisationId, id, clock.now()))
}

function mine(organisationId: string, id: string, now: number): SQL | undefined {
  return and(eq(memberships.id, id), eq(memberships.organisationId, organisationId), isCurrent(now))
}

async function ownersOf({ db }: Pick<Deps, 'db'>, organisationId: string): Promise<number> {
  const owner = and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'owner'))
  return await db.orm.$count(memberships, and(owner, isNull(memberships.endedAt)))
}

/** Owners have no end date, so those who are not ended stay. */
function notTheLast(principal: Principal): SQL | undefined {
  const owners = sql`(select count(*) from memberships as owners where owners.organisation_id = ${principal.organisationId} and owners.role = 'owner' and owners.ended_at is null)`
  return or(notOwner, sql`${owners} > ${ownersNeeded(principal.organisationId)}`)
}

async function decide(
  deps: Seams,
  principal: Principal,
  id: string,
  change: { readonly role: Role } | { readonly endedAt: number },
  provided: SQL | undefined,
  following: readonly Statement[] = [],
): Promise<Result<null, ChangeMemberReason>> {
  const { db, clock } = deps
  const at = clock.now()
  const { organisationId, pseudonym: actor, keyId } = principal
  const said =
    'role' in change
      ? { act: 'membership.changed', values: { role: change.role } }
      : { act: 'membership.ended', values: {} }
  const written = await db.write([
    db.orm
      .update(memberships)
      .set(change)
      .where(and(mine(organisationId, id, at), keyId === null ? undefined : notOwner, provided)),
    ...(await leafOf(deps, { ...said, subject: id, actor, at }, await headOf(db, id))),
    ...following,
  ])
  if (written.written) return ok(null)
  if (!raced(written.violated)) throw new Error(`Changing a member failed on ${written.violated}`)
  // Somebody decided about the same member a moment before.
  if (written.violated !== 'leaf_has_effect')
    return await decide(deps, principal, id, change, provided, following)
  const [member] = await find(deps, principal, id)
  if (member === undefined) return unknown
  const needed = (await lockedSince(deps, organisationId)) === null ? 1 : 2
  if (member.role !== 'owner' || (await ownersOf(deps, organisationId)) > needed) return ownersOnly
  return refuse(
    'last_owner',
    'An organisation needs an owner, and two where the two-person lock is on. Make somebody else one first.',
  )
}

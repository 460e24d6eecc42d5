import { and, eq, exists, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Db } from '#db/open.ts'
import { invitations, memberships, organisations, people, sessions } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { closeInvitations } from './close-invitations.ts'
import { isCurrent } from './current-membership.ts'
import { hashToken } from './hash-token.ts'
import { isOpen } from './members.ts'
import type { Role } from './role.ts'
import type { Session } from './session.ts'

export type AcceptReason = 'invitation_unknown' | 'invitation_for_another' | 'already_member'

export type ShownInvitation = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly pseudonym: string
  readonly inviter: string
  readonly role: Role
  readonly membershipEndsAt: number | null
}

const unknown = refuse('invitation_unknown', 'This invitation was used, taken back, or is too old.')

/** What somebody with the link is asked, when they are signed in with the address that was invited. */
export async function showInvitation(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { email }: Pick<Session, 'email'>,
  token: string,
): Promise<Result<ShownInvitation, AcceptReason>> {
  const now = clock.now()
  const [found] = await db.orm
    .select({ invitation: invitations, organisation: organisations, inviter: people.email })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.hash, await hashToken(token)), isOpen(now), isVouched(db, now)))
  if (found === undefined) return unknown
  const { invitation, organisation, inviter } = found
  const { membershipEndsAt } = invitation
  if (membershipEndsAt !== null && membershipEndsAt <= now) return unknown
  if (invitation.email !== email) {
    return refuse('invitation_for_another', 'This invitation is for another address.')
  }
  const { id, role, organisationId } = invitation
  const { name, pseudonym } = organisation
  return ok({ id, role, organisationId, organisation: name, pseudonym, inviter, membershipEndsAt })
}

/** An invitation dies with the ownership of whoever wrote it, as keys do. */
function isVouched(db: Pick<Db, 'orm'>, now: number): SQL {
  const inviter = db.orm
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, invitations.organisationId),
        eq(memberships.personId, invitations.invitedBy),
        eq(memberships.role, 'owner'),
        isCurrent(now),
      ),
    )
  return exists(inviter)
}

/** Makes the person a member, for whose organisation this browser acts from now on; once. */
export async function acceptInvitation(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  session: Pick<Session, 'id' | 'personId' | 'email'>,
  token: string,
): Promise<Result<ShownInvitation, AcceptReason>> {
  const { db, clock, random } = deps
  const shown = await showInvitation(deps, session, token)
  if (!shown.ok) return shown
  const { id, organisationId, role, membershipEndsAt, pseudonym: actor } = shown.value
  const { personId } = session
  const now = clock.now()
  const membershipId = newId(random, 'mem')
  const ends = membershipEndsAt === null ? {} : { ends: String(membershipEndsAt) }
  const decided = { actor, at: now }
  const began = { ...decided, act: 'membership.began', subject: membershipId, values: { role, ...ends } }
  const written = await db.write([
    db.orm
      .update(invitations)
      .set({ acceptedAt: now })
      .where(and(eq(invitations.id, id), isOpen(now), isVouched(db, now))),
    ...(await leafOf(
      deps,
      { ...decided, act: 'invitation.accepted', subject: id, values: {} },
      await headOf(db, id),
    )),
    closeInvitations(db, { organisationId, personId, at: now }),
    // One that ended by its date stands in the way of the next.
    db.orm
      .update(memberships)
      .set({ endedAt: sql`${memberships.endsAt}` })
      .where(
        and(
          eq(memberships.organisationId, organisationId),
          eq(memberships.personId, personId),
          isNull(memberships.endedAt),
          lte(memberships.endsAt, now),
        ),
      ),
    db.orm
      .insert(memberships)
      .values({ id: membershipId, organisationId, personId, role, endsAt: membershipEndsAt, createdAt: now }),
    ...(await leafOf(deps, began, null)),
    db.orm.update(sessions).set({ organisationId }).where(eq(sessions.id, session.id)),
  ])
  if (written.written) return shown
  if (raced(written.violated)) return unknown
  if (written.violated.startsWith('memberships.'))
    return refuse('already_member', 'You are a member already.')
  throw new Error(`Accepting an invitation failed on ${written.violated}`)
}

import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { currentOf, isCurrent } from '#auth/current-membership.ts'
import type { Session } from '#auth/session.ts'
import { lockedSince, ownersNeeded } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Statement } from '#db/open.ts'
import {
  emailCodes,
  handovers,
  invitations,
  leafValues,
  mails,
  memberships,
  organisations,
  passkeyChallenges,
  passkeys,
  people,
  recoveries,
  sessions,
} from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'

export type ErasePersonReason = 'still_needed'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>
type Person = Pick<Session, 'personId' | 'email'>

/** Organisations of which a person is the only owner: somebody else must become one, or they are erased first. */
export async function needing(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const owned = await db.orm
    .select({ id: organisations.id, name: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), eq(memberships.role, 'owner'), isCurrent(clock.now())))
    .orderBy(asc(organisations.name))
  const alone = await Promise.all(
    owned.map(async (organisation) => {
      const others = and(
        eq(memberships.organisationId, organisation.id),
        eq(memberships.role, 'owner'),
        ne(memberships.personId, personId),
        isCurrent(clock.now()),
      )
      const needed = (await lockedSince({ db }, organisation.id)) === null ? 1 : 2
      return (await db.orm.$count(memberships, others)) < needed ? [organisation] : []
    }),
  )
  return alone.flat()
}

/** Ends a person's memberships, with the keys made through them, and erases what is kept about them; or does nothing. */
export async function erasePerson(deps: Seams, person: Person): Promise<Result<null, ErasePersonReason>> {
  const { db, clock } = deps
  const { personId } = person
  const at = clock.now()
  const needed = refuse(
    'still_needed',
    'You are the only owner of an organisation. Make somebody else an owner, or erase it first.',
  )
  if ((await needing(deps, personId)).length > 0) return needed
  const current = await db.orm
    .select({
      id: memberships.id,
      organisationId: memberships.organisationId,
      actor: organisations.pseudonym,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), isCurrent(at)))
  const endings: Statement[] = []
  for (const { id, organisationId, actor } of current) {
    const mine = and(eq(memberships.id, id), currentOf(organisationId, personId, at))
    const others = sql`(${memberships.role} <> 'owner' or (select count(*) from memberships as owners where owners.organisation_id = ${organisationId} and owners.role = 'owner' and owners.ended_at is null) > ${ownersNeeded(organisationId)})`
    const decision = { act: 'membership.ended', subject: id, actor, at, values: {} }
    endings.push(
      db.orm.update(memberships).set({ endedAt: at }).where(and(mine, others)),
      ...(await leafOf(deps, decision, await headOf(db, id))),
    )
  }
  const written = await db.write([...endings, ...erasureOf(deps, person)])
  if (written.written) return ok(null)
  if (raced(written.violated)) return needed
  throw new Error(`Erasing a person failed on ${written.violated}`)
}

function erasureOf({ db: { orm } }: Seams, { personId, email }: Person): Statement[] {
  const theirs = orm
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.personId, personId))
  const isWritten = or(eq(invitations.invitedBy, personId), eq(invitations.email, email))
  const written = orm.select({ id: invitations.id }).from(invitations).where(isWritten)
  // Where a person's address was an organisation's own, its first owner's takes the place.
  const successor = sql`coalesce((select people.email from memberships join people on people.id = memberships.person_id
    where memberships.organisation_id = ${organisations.id} and memberships.role = 'owner' and memberships.ended_at is null
    order by memberships.created_at limit 1), '')`
  return [
    orm.update(organisations).set({ email: successor }).where(eq(organisations.email, email)),
    orm
      .delete(leafValues)
      .where(or(inArray(leafValues.subject, theirs), inArray(leafValues.subject, written))),
    orm.delete(invitations).where(isWritten),
    orm.delete(handovers).where(eq(handovers.personId, personId)),
    orm.update(recoveries).set({ personId: null }).where(eq(recoveries.personId, personId)),
    orm.delete(memberships).where(eq(memberships.personId, personId)),
    orm.delete(passkeys).where(eq(passkeys.personId, personId)),
    orm.delete(passkeyChallenges).where(eq(passkeyChallenges.personId, personId)),
    orm.delete(sessions).where(eq(sessions.personId, personId)),
    orm.delete(emailCodes).where(eq(emailCodes.email, email)),
    orm.delete(mails).where(eq(mails.to, email)),
    orm.delete(people).where(eq(people.id, personId)),
  ]
}

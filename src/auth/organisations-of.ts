import { and, asc, eq, exists } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { memberships, organisations, sessions } from '#db/schema.ts'
import { currentOf, isCurrent } from './current-membership.ts'
import type { Role } from './role.ts'
import type { Session } from './session.ts'

export type OwnOrganisation = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly endsAt: number | null
}

/** For which organisations a person may act, by name. */
export async function organisationsOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: string,
): Promise<readonly OwnOrganisation[]> {
  return await db.orm
    .select({
      id: organisations.id,
      name: organisations.name,
      role: memberships.role,
      endsAt: memberships.endsAt,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), isCurrent(clock.now())))
    .orderBy(asc(organisations.name), asc(organisations.id))
}

export type SwitchReason = 'organisation_not_yours'

/** From now on this browser acts for another organisation of the person's. */
export async function switchOrganisation(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, personId }: Pick<Session, 'id' | 'personId'>,
  organisationId: string,
): Promise<Result<null, SwitchReason>> {
  const membership = db.orm
    .select({ id: memberships.id })
    .from(memberships)
    .where(currentOf(organisationId, personId, clock.now()))
  const switched = await db.orm
    .update(sessions)
    .set({ organisationId })
    .where(and(eq(sessions.id, id), exists(membership)))
    .returning({ id: sessions.id })
  if (switched.length > 0) return ok(null)
  return refuse('organisation_not_yours', 'You are no member of this organisation.')
}

import { and, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { memberships, organisations, people } from '#db/schema.ts'
import type { Principal } from './authenticate.ts'
import { isCurrent } from './current-membership.ts'
import type { Inviter } from './invite-member.ts'

/** The member who made a key, or sits at a browser; null behind a key that the operator made. */
export async function memberBehind(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  principal: Principal,
): Promise<Inviter | null> {
  if (principal.membershipId === null) return null
  const [row] = await db.orm
    .select({ personId: people.id, email: people.email, organisation: organisations.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.id, principal.membershipId), isCurrent(clock.now())))
  return row === undefined ? null : { ...row, principal }
}

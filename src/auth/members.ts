import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { invitations, memberships, people } from '#db/schema.ts'
import { isCurrent } from './current-membership.ts'
import type { Role } from './role.ts'

export type Member = {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly role: Role
  readonly endsAt: number | null
  readonly createdAt: number
}

/** Who acts for an organisation now, the longest first. */
export async function listMembers(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  organisationId: string,
): Promise<readonly Member[]> {
  const { id, personId, role, endsAt, createdAt } = memberships
  return await db.orm
    .select({ id, personId, email: people.email, role, endsAt, createdAt })
    .from(memberships)
    .innerJoin(people, eq(people.id, personId))
    .where(and(eq(memberships.organisationId, organisationId), isCurrent(clock.now())))
    .orderBy(asc(createdAt), asc(id))
}

export type OpenInvitation = {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly membershipEndsAt: number | null
  readonly expiresAt: number
}

/** Who was asked and has not answered. */
export async function listInvitations(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  organisationId: string,
): Promise<readonly OpenInvitation[]> {
  const { id, email, role, membershipEndsAt, expiresAt } = invitations
  return await db.orm
    .select({ id, email, role, membershipEndsAt, expiresAt })
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), isOpen(clock.now())))
    .orderBy(asc(invitations.createdAt), asc(id))
}

export function isOpen(now: number) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))
}

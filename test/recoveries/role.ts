import { eq } from 'drizzle-orm'
import type { Role } from '#auth/role.ts'
import { memberships, organisations } from '#db/schema.ts'
import type { House, Owner } from '#test/support/house.ts'
import { signIn } from '#test/support/sign-in.ts'

/** A new member's, for making keys that die with the membership. */
export async function principalOfRole(house: House, { organisationId }: Owner, role: Role) {
  const { personId } = await signIn(house, { organisationId }, { role, email: `${role}@acme.example` })
  const { orm } = house.deps.db
  const [membership] = await orm.select().from(memberships).where(eq(memberships.personId, personId))
  const [organisation] = await orm.select().from(organisations).where(eq(organisations.id, organisationId))
  const pseudonym = organisation?.pseudonym ?? ''
  return { organisationId, pseudonym, membershipId: membership?.id ?? null }
}

import type { Role } from '#auth/role.ts'
import { startSession } from '#auth/session.ts'
import { systemClock } from '#base/clock.ts'
import { newId, systemRandom } from '#base/random.ts'
import { memberships, people } from '#db/schema.ts'
import type { Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'

/** What the cookie of a new member of the organisation holds. */
export async function sessionIn(
  registry: Registry,
  { organisationId }: Pick<Owner, 'organisationId'>,
  role: Role = 'owner',
): Promise<string> {
  const db = await registry.database()
  const seams = { db, clock: systemClock(), random: systemRandom }
  const createdAt = seams.clock.now()
  const personId = newId(systemRandom, 'per')
  try {
    const person = { id: personId, email: `${personId}@acme.example`, language: 'en', createdAt } as const
    await db.orm.insert(people).values(person)
    const id = newId(systemRandom, 'mem')
    await db.orm.insert(memberships).values({ id, organisationId, personId, role, createdAt })
    const session = { personId, organisationId, method: 'email', userAgent: 'A browser' } as const
    return (await startSession(seams, session)).token
  } finally {
    db.close()
  }
}

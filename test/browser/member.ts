import type { BrowserContextOptions } from 'playwright-core'
import type { Role } from '#auth/role.ts'
import { startSession } from '#auth/session.ts'
import { systemClock } from '#base/clock.ts'
import { newId, systemRandom } from '#base/random.ts'
import { memberships, people } from '#db/schema.ts'
import type { Owner } from '#test/support/house.ts'
import { sessionCookie } from '#auth/session.ts'
import type { Street, Visitor } from './fixture.ts'

/** A visitor who is signed in as a member of the organisation. */
export async function memberOf(
  { registry, visitor }: Street,
  { organisationId }: Pick<Owner, 'organisationId'>,
  { role = 'owner', ...options }: BrowserContextOptions & { readonly role?: Role } = {},
): Promise<Visitor> {
  const db = await registry.database()
  const seams = { db, clock: systemClock(), random: systemRandom }
  const createdAt = seams.clock.now()
  const personId = newId(systemRandom, 'per')
  const email = `${personId}@acme.example`
  try {
    await db.orm.insert(people).values({ id: personId, email, language: 'en', createdAt })
    const id = newId(systemRandom, 'mem')
    await db.orm.insert(memberships).values({ id, organisationId, personId, role, createdAt })
    const session = { personId, organisationId, method: 'email', userAgent: 'Chromium' } as const
    const { token } = await startSession(seams, session)
    const arrived = await visitor(options)
    await arrived.context.addCookies([
      {
        name: sessionCookie,
        value: token,
        url: registry.url.replace('http:', 'https:'),
        secure: true,
        httpOnly: true,
      },
    ])
    return arrived
  } finally {
    db.close()
  }
}

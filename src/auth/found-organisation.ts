import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { memberships, organisations, sessions } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import { drawRate } from './rate.ts'
import type { Session } from './session.ts'

export type FoundReason = 'too_many_organisations'

/** Makes an organisation with a person as its owner, for which their browser acts from now on; or does nothing. */
export async function foundOrganisation(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  person: Pick<Session, 'id' | 'personId' | 'email'>,
  name: string,
): Promise<Result<{ readonly organisationId: string }, FoundReason>> {
  const { db, clock, random } = deps
  const { personId, email } = person
  const wait = await drawRate(deps, 'organisation-by', personId)
  if (wait > 0) return refuse('too_many_organisations', 'Wait a while before you make another.', wait)
  const organisationId = newId(random, 'org')
  const pseudonym = newId(random, 'act')
  const membershipId = newId(random, 'mem')
  const createdAt = clock.now()
  const decided = { actor: pseudonym, at: createdAt }
  const written = await db.write([
    db.orm.insert(organisations).values({ id: organisationId, name, email, pseudonym, createdAt }),
    ...(await leafOf(
      deps,
      { ...decided, act: 'organisation.created', subject: pseudonym, values: { name } },
      null,
    )),
    db.orm
      .insert(memberships)
      .values({ id: membershipId, organisationId, personId, role: 'owner', createdAt }),
    ...(await leafOf(
      deps,
      { ...decided, act: 'membership.began', subject: membershipId, values: { role: 'owner' } },
      null,
    )),
    db.orm.update(sessions).set({ organisationId }).where(eq(sessions.id, person.id)),
  ])
  if (!written.written) throw new Error(`A fresh organisation collided: ${written.violated}`)
  return ok({ organisationId })
}

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { memberships, people, sessions } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { isCurrent } from './current-membership.ts'
import { startSession } from './session.ts'
import { sweepLater } from './sweep-sign-ins.ts'

type Entering = { readonly method: 'email' | 'passkey'; readonly userAgent: string }

/** The person whose confirmed address this is; who is new here is made now. */
export async function personOf(
  { db, clock, random }: Pick<Deps, 'db' | 'clock' | 'random'>,
  email: string,
  language: Language,
): Promise<string> {
  const [person] = await db.orm
    .insert(people)
    .values({ id: newId(random, 'per'), email, language, createdAt: clock.now() })
    .onConflictDoUpdate({ target: people.email, set: { language } })
    .returning({ id: people.id })
  if (person === undefined) throw new Error('A person was neither found nor made')
  return person.id
}

/** Signs a person in, acting for the organisation for which they acted last, else for their first. */
export async function enter(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  personId: string,
  entering: Entering,
): Promise<{ readonly token: string; readonly sessionId: string }> {
  const { db, clock } = deps
  const [organisation] = await db.orm
    .select({ id: memberships.organisationId })
    .from(memberships)
    .leftJoin(
      sessions,
      and(eq(sessions.personId, personId), eq(sessions.organisationId, memberships.organisationId)),
    )
    .where(and(eq(memberships.personId, personId), isCurrent(clock.now())))
    .orderBy(desc(sql`coalesce(${sessions.lastSeenAt}, 0)`), asc(memberships.createdAt))
    .limit(1)
  const started = await startSession(deps, {
    personId,
    organisationId: organisation?.id ?? null,
    ...entering,
  })
  await db.write([sweepLater(deps)])
  return started
}

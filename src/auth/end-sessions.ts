import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { sessions } from '#db/schema.ts'
import { idleEnds, type Session } from './session.ts'

export type ListedSession = Pick<
  typeof sessions.$inferSelect,
  'id' | 'method' | 'userAgent' | 'createdAt' | 'lastSeenAt'
>

/** Where a person is signed in, the last used first. */
export async function listSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: string,
): Promise<readonly ListedSession[]> {
  const now = clock.now()
  const { id, method, userAgent, createdAt, lastSeenAt } = sessions
  return await db.orm
    .select({ id, method, userAgent, createdAt, lastSeenAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - idleEnds),
      ),
    )
    .orderBy(desc(lastSeenAt), desc(id))
}

/** Ends one of a person's own sessions at once; nobody else's, and none that is over. */
export async function endSession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: string,
  id: string,
): Promise<void> {
  const mine = and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.revokedAt))
  await db.orm.update(sessions).set({ revokedAt: clock.now() }).where(mine)
}

/** Ends all of a person's sessions but the one that asks. */
export async function endOtherSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, personId }: Pick<Session, 'id' | 'personId'>,
): Promise<void> {
  const others = and(eq(sessions.personId, personId), ne(sessions.id, id), isNull(sessions.revokedAt))
  await db.orm.update(sessions).set({ revokedAt: clock.now() }).where(others)
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { randomText } from '#base/random.ts'
import { sessions } from '#db/schema.ts'
import { hashToken } from './hash-token.ts'
import { findSession, rotationOverlap, sessionOf, type Session } from './session.ts'

const rotatesAfter = hour
const seenEvery = minute

export type Kept = {
  readonly session: Session
  /** For the cookie; null when it stays as it is. */
  readonly token: string | null
}

/**
 * Whose session a cookie's token is, and the token that follows it when it is old enough. A browser may miss the answer
 * that brings the new one (a second click is enough), so the old one counts until the new one was seen.
 */
export async function keepSession(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  token: string,
): Promise<Kept | null> {
  const { db, clock } = deps
  const hash = await hashToken(token)
  const found = await findSession(deps, hash)
  if (found === null) return null
  const now = clock.now()
  const { row } = found
  const isCurrent = row.hash === hash
  const isDue = row.rotatedAt <= now - (isCurrent ? rotatesAfter : rotationOverlap)
  const renewal = { from: row.hash, previousHash: hash, ...(isCurrent ? {} : { steppedUpAt: 0 }) }
  const next = isDue ? await renewToken(deps, row.id, renewal) : null
  const isUnseen = row.lastSeenAt <= row.rotatedAt || row.lastSeenAt <= now - seenEvery
  if (isCurrent && !isDue && isUnseen) {
    await db.orm
      .update(sessions)
      .set({ lastSeenAt: sql`max(${now}, ${sessions.rotatedAt} + 1)` })
      .where(and(eq(sessions.id, row.id), eq(sessions.hash, hash)))
  }
  return { session: sessionOf(found, hash), token: next }
}

type Renewal = {
  /** The current token's hash as the caller knows it: of two at once, one renews. */
  readonly from?: string
  readonly previousHash?: string
  readonly steppedUpAt?: number
}

/** Puts a new token in the place of a session's; null when somebody else just did, or the session is over. */
export async function renewToken(
  { db, clock, random }: Pick<Deps, 'db' | 'clock' | 'random'>,
  id: string,
  { from, previousHash, steppedUpAt }: Renewal,
): Promise<string | null> {
  const token = randomText(random, 20)
  const now = clock.now()
  const renewed = await db.orm
    .update(sessions)
    .set({
      hash: await hashToken(token),
      previousHash: previousHash ?? sql`${sessions.hash}`,
      rotatedAt: now,
      // Not later than the rotation: the new token has not been seen yet.
      lastSeenAt: now,
      ...(steppedUpAt === undefined ? {} : { steppedUpAt }),
    })
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.revokedAt),
        ...(from === undefined ? [] : [eq(sessions.hash, from)]),
      ),
    )
    .returning({ id: sessions.id })
  return renewed.length > 0 ? token : null
}

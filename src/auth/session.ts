import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { day, minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { newId, randomText } from '#base/random.ts'
import { memberships, organisations, people, sessions } from '#db/schema.ts'
import type { Principal } from './authenticate.ts'
import { isCurrent } from './current-membership.ts'
import { hashToken } from './hash-token.ts'
import { scopesOf, type Role } from './role.ts'

export const sessionCookie = '__Host-session'

/** A browser in which somebody is signed in. */
export type Session = {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly steppedUpAt: number
  readonly expiresAt: number
  /** For which organisation they act at present; null before they have one. */
  readonly acting: Acting | null
}

export type Acting = {
  readonly principal: Principal
  readonly organisation: string
  readonly role: Role
  readonly membershipId: string
}

/** OWASP ASVS 5 §7.3: an end come what may, and one for whoever is gone. */
export const sessionEnds = 30 * day
export const idleEnds = 7 * day
/** The token before the last still counts for requests that were under way. */
export const rotationOverlap = minute

/** Signs a person in; the token, 160 random bits, goes into a cookie and is stored as its hash alone. */
export async function startSession(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  {
    personId,
    organisationId,
    method,
    userAgent,
  }: {
    readonly personId: string
    readonly organisationId: string | null
    readonly method: 'email' | 'passkey'
    readonly userAgent: string
  },
): Promise<{ readonly token: string; readonly sessionId: string }> {
  const { db, clock, random } = deps
  const token = randomText(random, 20)
  const now = clock.now()
  const sessionId = newId(random, 'ses')
  await db.orm.insert(sessions).values({
    id: sessionId,
    personId,
    organisationId,
    hash: await hashToken(token),
    rotatedAt: now,
    method,
    userAgent: userAgent.slice(0, 300),
    steppedUpAt: now,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + sessionEnds,
  })
  return { token, sessionId }
}

type Found = {
  readonly row: typeof sessions.$inferSelect
  readonly email: string
  readonly membership: typeof memberships.$inferSelect | null
  readonly organisation: typeof organisations.$inferSelect | null
}

/** Whose session a cookie's token is; null when it is unknown, over or revoked. */
export async function readSession(deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<Session | null> {
  const hash = await hashToken(token)
  const found = await findSession(deps, hash)
  return found === null ? null : sessionOf(found, hash)
}

/**
 * The session behind a token's hash. The token before the present one counts for a moment, and until the present one
 * was seen; when it comes after that, somebody has a copy, and the session ends for everybody.
 */
export async function findSession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  hash: string,
): Promise<Found | null> {
  const now = clock.now()
  const [found] = await db.orm
    .select({ row: sessions, email: people.email, membership: memberships, organisation: organisations })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(
      memberships,
      and(
        eq(memberships.organisationId, sessions.organisationId),
        eq(memberships.personId, sessions.personId),
        isCurrent(now),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        or(eq(sessions.hash, hash), eq(sessions.previousHash, hash)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - idleEnds),
      ),
    )
  if (found === undefined) return null
  const { row } = found
  const isSuperseded = row.hash !== hash && row.lastSeenAt > row.rotatedAt
  if (isSuperseded && row.rotatedAt <= now - rotationOverlap) {
    await db.orm.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, row.id))
    return null
  }
  return found
}

/** Who was shown anew holds the newest token; under the one before may come somebody with a copy. */
export function sessionOf({ row, email, membership, organisation }: Found, hash: string): Session {
  const { id, personId, expiresAt } = row
  const steppedUpAt = row.hash === hash ? row.steppedUpAt : 0
  const acting =
    membership === null || organisation === null
      ? null
      : {
          principal: {
            organisationId: organisation.id,
            pseudonym: organisation.pseudonym,
            keyId: null,
            membershipId: membership.id,
            role: membership.role,
            scopes: scopesOf(membership.role),
            expiresAt: membership.endsAt,
          },
          organisation: organisation.name,
          role: membership.role,
          membershipId: membership.id,
        }
  return { id, personId, email, steppedUpAt, expiresAt, acting }
}

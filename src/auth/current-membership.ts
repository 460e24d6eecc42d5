import { and, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { apiKeys, memberships } from '#db/schema.ts'

/** Not ended by anybody, nor by its date. */
export function isCurrent(now: number): SQL | undefined {
  return and(isNull(memberships.endedAt), or(isNull(memberships.endsAt), gt(memberships.endsAt, now)))
}

/** A person's in an organisation. */
export function currentOf(organisationId: string, personId: string, now: number): SQL | undefined {
  return and(
    eq(memberships.organisationId, organisationId),
    eq(memberships.personId, personId),
    isCurrent(now),
  )
}

/** Of keys, beside the membership that each was made through: a key dies with it. The operator's have none. */
export function isAlive(now: number): SQL | undefined {
  return or(isNull(apiKeys.membershipId), and(isNotNull(memberships.id), isCurrent(now)))
}

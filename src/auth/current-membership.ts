import { and, eq, gt, isNull, or, type SQL } from 'drizzle-orm'
import { memberships } from '#db/schema.ts'

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

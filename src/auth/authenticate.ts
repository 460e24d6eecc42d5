import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { apiKeys, memberships, organisations } from '#db/schema.ts'
import { isAlive } from './current-membership.ts'
import { hashKey, looksLikeKey, type Scope } from './key.ts'
import { scopesOf, type Role } from './role.ts'

/** Who asks: an organisation, through one of its keys or its members. */
export type Principal = {
  readonly organisationId: string
  /** What the public log calls it. */
  readonly pseudonym: string
  /** Null of a member's session. */
  readonly keyId: string | null
  /** Through whose membership; null of a key that the operator made. What it makes ends with it. */
  readonly membershipId: string | null
  /** Of that membership now. */
  readonly role: Role | null
  readonly scopes: readonly Scope[]
  /** When the key or the membership ends; null: never. */
  readonly expiresAt: number | null
  /** A second owner has confirmed what is being done. */
  readonly isSeconded?: true
}

export type AuthReason = 'key_missing' | 'key_invalid' | 'scope_missing' | 'origin_refused'

/** Tells who holds the key in an Authorization header; one that is unknown, revoked or expired is nobody's. */
export async function authenticate(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  authorization: string | undefined,
  scope: Scope,
): Promise<Result<Principal, AuthReason>> {
  if (authorization === undefined) {
    return refuse('key_missing', 'Send your API key as "Authorization: Bearer vm_…".')
  }
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (key === undefined || !looksLikeKey(key)) {
    return refuse('key_invalid', 'This is not an API key. A key starts with "vm_" and goes behind "Bearer ".')
  }
  const now = clock.now()
  const [row] = await db.orm
    .select({
      organisationId: apiKeys.organisationId,
      pseudonym: organisations.pseudonym,
      keyId: apiKeys.id,
      membershipId: apiKeys.membershipId,
      role: memberships.role,
      membershipEndsAt: memberships.endsAt,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .leftJoin(memberships, eq(memberships.id, apiKeys.membershipId))
    .where(
      and(
        isAlive(now),
        eq(apiKeys.hash, await hashKey(key)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
  if (row === undefined) return refuse('key_invalid', 'This API key is unknown, revoked or expired.')
  const { role, membershipEndsAt, ...known } = row
  // Whoever may do less than before has keys that may do no more.
  const scopes = role === null ? row.scopes : row.scopes.filter((each) => scopesOf(role).includes(each))
  if (!scopes.includes(scope)) {
    return refuse('scope_missing', `This key may not do that: it lacks the scope "${scope}".`)
  }
  return ok({ ...known, role, scopes, expiresAt: earlier(row.expiresAt, membershipEndsAt) })
}

/** Null is never. */
function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}

import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { apiKeys, organisations } from '#db/schema.ts'
import { hashKey, looksLikeKey, type Scope } from './key.ts'

/** Who asks: an organisation, through one of its keys or its members. */
export type Principal = {
  readonly organisationId: string
  /** What the public log calls it. */
  readonly pseudonym: string
  /** Null of a member's session. */
  readonly keyId: string | null
  readonly scopes: readonly Scope[]
  /** When the key or the membership ends; null: never. */
  readonly expiresAt: number | null
}

export type AuthReason = 'key_missing' | 'key_invalid' | 'scope_missing'

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
  const [row] = await db.orm
    .select({
      organisationId: apiKeys.organisationId,
      pseudonym: organisations.pseudonym,
      keyId: apiKeys.id,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .where(
      and(
        eq(apiKeys.hash, await hashKey(key)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, clock.now())),
      ),
    )
  if (row === undefined) return refuse('key_invalid', 'This API key is unknown, revoked or expired.')
  if (!row.scopes.includes(scope)) {
    return refuse('scope_missing', `This key may not do that: it lacks the scope "${scope}".`)
  }
  return ok(row)
}

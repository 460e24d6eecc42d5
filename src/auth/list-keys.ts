import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { apiKeys, memberships } from '#db/schema.ts'
import type { Principal } from './authenticate.ts'
import { isAlive } from './current-membership.ts'

export type ListedKey = Omit<
  typeof apiKeys.$inferSelect,
  'hash' | 'organisationId' | 'revokedAt' | 'membershipId'
>

/** The organisation's keys in use, newest first, without anything that could serve as one. */
export async function listKeys(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  principal: Pick<Principal, 'organisationId'>,
): Promise<readonly ListedKey[]> {
  return await db.orm
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      hint: apiKeys.hint,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .leftJoin(memberships, eq(memberships.id, apiKeys.membershipId))
    .where(
      and(
        eq(apiKeys.organisationId, principal.organisationId),
        isNull(apiKeys.revokedAt),
        isAlive(clock.now()),
      ),
    )
    .orderBy(desc(apiKeys.createdAt))
}

import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { apiKeys } from '#db/schema.ts'
import type { Principal } from './authenticate.ts'

export type ListedKey = Omit<
  typeof apiKeys.$inferSelect,
  'hash' | 'organisationId' | 'revokedAt' | 'membershipId'
>

/** The organisation's keys in use, newest first, without anything that could serve as one. */
export async function listKeys(
  { db }: Pick<Deps, 'db'>,
  principal: Principal,
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
    .where(and(eq(apiKeys.organisationId, principal.organisationId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt))
}

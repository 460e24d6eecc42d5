import { and, asc, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { passkeys } from '#db/schema.ts'

export type ListedPasskey = Pick<
  typeof passkeys.$inferSelect,
  'id' | 'name' | 'isBackedUp' | 'createdAt' | 'lastUsedAt'
>

export async function listPasskeys(
  { db }: Pick<Deps, 'db'>,
  personId: string,
): Promise<readonly ListedPasskey[]> {
  const { id, name, isBackedUp, createdAt, lastUsedAt } = passkeys
  return await db.orm
    .select({ id, name, isBackedUp, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(createdAt), asc(id))
}

/** Removes one of a person's own passkeys: from then on it signs in nobody. */
export async function removePasskey({ db }: Pick<Deps, 'db'>, personId: string, id: string): Promise<void> {
  await db.orm.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
}

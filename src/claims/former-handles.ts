import { desc, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { formerHandles } from '#db/schema.ts'

export type FormerHandle = Pick<typeof formerHandles.$inferSelect, 'handle' | 'leftAt'>

/** Handles that a claim's account had before it was renamed, the last one first. */
export async function formerHandlesOf(
  { db }: Pick<Deps, 'db'>,
  claimId: string,
): Promise<readonly FormerHandle[]> {
  return await db.orm
    .select({ handle: formerHandles.handle, leftAt: formerHandles.leftAt })
    .from(formerHandles)
    .where(eq(formerHandles.claimId, claimId))
    .orderBy(desc(formerHandles.leftAt))
}

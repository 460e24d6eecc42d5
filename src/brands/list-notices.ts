import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { notices } from '#db/schema.ts'

export type Notice = typeof notices.$inferSelect

/** What the organisation was told, newest first, going on behind `after`. */
export async function listNotices(
  { db }: Pick<Deps, 'db'>,
  principal: Principal,
  { after, limit }: { readonly after?: Pick<Notice, 'createdAt' | 'id'>; readonly limit: number },
): Promise<readonly Notice[]> {
  return await db.orm
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.organisationId, principal.organisationId),
        after === undefined
          ? undefined
          : or(
              lt(notices.createdAt, after.createdAt),
              and(eq(notices.createdAt, after.createdAt), lt(notices.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit)
}

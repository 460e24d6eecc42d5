import { sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'

/** Whether the database answers. */
export async function isReady({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  try {
    await db.orm.run(sql`select 1 from leaves limit 1`)
    return true
  } catch {
    return false
  }
}

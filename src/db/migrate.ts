import { migrate } from 'drizzle-orm/libsql/migrator'
import type { Db } from './open.ts'

/** Brings the database to the newest schema; applied migrations are skipped. Reads files, so Node only. */
export async function migrateDatabase(db: Pick<Db, 'orm'>, folder: string): Promise<void> {
  const apply = async () => await migrate(db.orm, { migrationsFolder: folder })
  // Of two processes that come at once the later one's batch fails whole; then it finds nothing left to do.
  await apply().catch(apply)
}

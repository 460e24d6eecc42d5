import type { SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { Statement } from '#db/open.ts'

const dialect = new SQLiteSyncDialect()

/** SQL of our own as a statement of a batch. */
export function raw(query: SQL): Statement {
  return { toSQL: () => dialect.sqlToQuery(query) }
}

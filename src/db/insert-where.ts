import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from './open.ts'

/** Inserts one row if a condition holds at that moment, in one statement; else changes nothing. */
export function insertWhere<Table extends SQLiteTable>(
  { orm }: Pick<Db, 'orm'>,
  table: Table,
  row: Table['$inferSelect'],
  condition: SQL | undefined,
): Statement {
  const given = new Map<string, unknown>(Object.entries(row))
  const values = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const value = given.get(key)
    return sql`${value === null ? null : column.mapToDriverValue(value)}`
  })
  return orm.insert(table).select(sql`select ${sql.join(values, sql`, `)} where ${condition ?? sql`true`}`)
}

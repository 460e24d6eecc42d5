import { type Column, fillPlaceholders, type GetColumnData, is, SQL, sql } from 'drizzle-orm'
import type { Db, Orm, Statement } from './open.ts'

type Columns = Readonly<Record<string, Column>>
type Groups = Readonly<Record<string, Columns | SQL<number | null>>>

/** A packed row. A table is null where a left join found nothing, which its first column, a key, tells. */
export type Unpacked<Picked extends Groups> = {
  readonly [Group in keyof Picked]: Picked[Group] extends Columns
    ? { readonly [Key in keyof Picked[Group]]: GetColumnData<Picked[Group][Key]> } | null
    : number | null
}

type Values = Readonly<Record<string, string>>

/**
 * A read for hot paths: its SQL is made once, and each row comes back as one JSON column, because the client spends
 * more on columns than SQLite does on the query. `build` selects that one column; `values` fill its placeholders.
 */
export function ready<const Picked extends Groups>(
  picked: Picked,
  build: (orm: Orm, packed: { packed: SQL.Aliased<string> }) => Statement,
): (db: Pick<Db, 'orm' | 'client'>, values: Values) => Promise<readonly Unpacked<Picked>[]> {
  const groups = Object.entries(picked)
  const cellsOf = groups.map(([, group]) => (is(group, SQL) ? group : array(Object.values(group))))
  const packed = array(cellsOf).as('packed')
  let made: ReturnType<Statement['toSQL']> | undefined
  return async (db, values) => {
    made ??= build(db.orm, { packed }).toSQL()
    const args = fillPlaceholders(made.params, { ...values }) as (string | number | null)[]
    const { rows } = await db.client.execute({ sql: made.sql, args })
    return rows.map(({ packed: text }) => {
      if (typeof text !== 'string') throw new TypeError('A ready read selects its packed column')
      const cells: unknown[] = JSON.parse(text)
      const unpacked = groups.map(([key, group], index) => [key, unpack(group, cells[index])])
      return Object.fromEntries(unpacked) as Unpacked<Picked>
    })
  }
}

function array(parts: readonly (Column | SQL)[]): SQL<string> {
  return sql<string>`json_array(${sql.join([...parts], sql`, `)})`
}

function unpack(group: Columns | SQL, cell: unknown): unknown {
  if (is(group, SQL) || !Array.isArray(cell)) return cell
  if (cell[0] === null) return null
  const entries = Object.entries(group).map(([key, column], index) => {
    const value: unknown = cell[index]
    return [key, value === null ? null : column.mapFromDriverValue(value)]
  })
  return Object.fromEntries(entries)
}

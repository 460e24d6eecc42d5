import type { House } from './house.ts'

/** A cell that holds text, as text. */
export function textIn(row: Readonly<Record<string, unknown>> | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new TypeError(`No text in ${column}`)
  return value
}

export type Rows = Readonly<Record<string, number>>

/** How many rows each table holds, whatever tables there are. */
export async function rowsOf({ deps }: House): Promise<Rows> {
  const { client } = deps.db
  const found = await client.execute("select name from sqlite_master where type = 'table' order by name")
  const tables = found.rows.map((row) => textIn(row, 'name')).filter((name) => /^[a-z][a-z_]*$/.test(name))
  const { rows } = await client.execute(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  )
  return Object.fromEntries(tables.map((table) => [table, Number(rows[0]?.[table])]))
}

export type Leaf = {
  readonly index: number
  readonly subject: string
  readonly seq: number
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: string
  readonly said: {
    readonly v: number
    readonly act: string
    readonly subject: string
    readonly seq: number
    readonly prev: string | null
    readonly actor: string
    readonly at: string
    readonly commitments: Readonly<Record<string, string>>
  }
}

/** The log as it is stored, oldest first. */
export async function leavesOf({ deps }: House): Promise<readonly Leaf[]> {
  const { rows } = await deps.db.client.execute('select * from leaves order by "index"')
  return rows.map((row) => {
    const bytes = new Uint8Array(row['bytes'] as ArrayBuffer)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return {
      index: Number(row['index']),
      subject: textIn(row, 'subject'),
      seq: Number(row['seq']),
      hash: textIn(row, 'hash'),
      bytes,
      text,
      said: JSON.parse(text),
    }
  })
}

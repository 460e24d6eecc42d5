import { createClient, type Client } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { violatedConstraint } from './constraint.ts'
import { patient } from './patient.ts'
import * as schema from './schema.ts'

export type Orm = LibSQLDatabase<typeof schema>

/** Anything drizzle can turn into SQL. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } }

/** `changed` are the rows of the first statement. `violated` is what stood in the way: a named CHECK, or a unique index's columns ("domains.name"). */
export type Written =
  | { readonly written: true; readonly changed: number }
  | { readonly written: false; readonly violated: string }

export type Db = {
  readonly orm: Orm
  /** For the few hot reads that keep their SQL ready made. */
  readonly client: Client
  /** All or nothing, in one round trip, with the write lock taken first. Anything but a violated constraint throws. */
  write(statements: readonly Statement[]): Promise<Written>
  /** Called after this process has changed something, or has noticed that another did. */
  onWrite(listener: () => void): void
  /** Asks an embedded file whether another process wrote to it. A server's own clients cannot tell. */
  noticeOthers(): Promise<void>
  close(): void
}

const busyTimeoutMs = 2_000

export type DatabaseAddress = {
  readonly url: string
  readonly authToken?: string | undefined
  /** How a server is reached; the platform's own when absent. */
  readonly fetch?: (input: Request) => Promise<Response>
}

export async function openDatabase(address: DatabaseAddress): Promise<Db> {
  const { authToken, ...rest } = address
  const isFile = address.url.startsWith('file:')
  const opened = createClient({
    ...rest,
    timeout: busyTimeoutMs,
    // A server's client would queue beyond 20 (0 means 20, too) and so run a statement inside another request, which
    // workerd cancels with it.
    ...(isFile ? {} : { concurrency: Infinity }),
    ...(authToken === undefined ? {} : { authToken }),
  })
  const client = isFile ? opened : patient(opened)
  // An embedded file starts with a rollback journal, under which readers and the writer block each other.
  if (client.protocol === 'file') await client.execute('pragma journal_mode = wal')
  const orm = drizzle(client, { schema })
  const listeners: (() => void)[] = []
  let dataVersion: unknown
  return {
    orm,
    client,
    async write(statements) {
      const batch = statements.map((statement) => {
        const { sql, params } = statement.toSQL()
        return { sql, args: params.map(toArgument) }
      })
      let changed: number
      try {
        const [first] = await client.batch(batch, 'write')
        changed = first?.rowsAffected ?? 0
      } catch (error) {
        const violated = violatedConstraint(error)
        if (violated === null) throw error
        return { written: false, violated }
      }
      for (const listener of listeners) listener()
      return { written: true, changed }
    },
    onWrite: (listener) => void listeners.push(listener),
    async noticeOthers() {
      if (client.protocol !== 'file') return
      const { rows } = await client.execute('pragma data_version')
      const seen = rows[0]?.['data_version']
      if (dataVersion !== undefined && seen !== dataVersion) for (const listener of listeners) listener()
      dataVersion = seen
    },
    close: () => client.close(),
  }
}

type Argument = string | number | bigint | boolean | Uint8Array | null

function toArgument(value: unknown): Argument {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value
    default:
      if (value === null || value === undefined) return null
      if (value instanceof Uint8Array) return value
      throw new TypeError(`A ${typeof value} cannot be stored`)
  }
}

import { LibsqlError, type Client } from '@libsql/client'
import { createPlaces } from '#base/places.ts'

const readsAtOnce = 20
/** There is one writer at a time: more only hide the way there and back, and sqld's waiting writers spin. */
const writesAtOnce = 4
const triesMax = 10
const stepMs = 40

/**
 * A server's client for many requests in one process: few reads and fewer writes under way, and asked again while
 * the server is busy, for 2 s in all. Nothing was done then: what reports an error was rolled back.
 */
export function patient(client: Client): Client {
  const reads = createPlaces(readsAtOnce)
  const writes = createPlaces(writesAtOnce)
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      const call = (...given: unknown[]): unknown => Reflect.apply(member, target, given)
      if (name !== 'execute' && name !== 'batch') return call
      return (...given: unknown[]) => {
        const inPlace = isRead(given[0]) ? reads : writes
        return inPlace('', () => whenFree(async () => await call(...given)))
      }
    },
  })
}

/** Of one statement, as text or with its arguments. A batch is a decision, so it writes. */
function isRead(statement: unknown): boolean {
  const isObject = typeof statement === 'object' && statement !== null && 'sql' in statement
  const sql = isObject ? statement.sql : statement
  return typeof sql === 'string' && /^\s*select\b/i.test(sql)
}

async function whenFree<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask()
    } catch (error) {
      if (!isBusy(error) || tried === triesMax) throw error
      await new Promise((resolve) => setTimeout(resolve, tried * stepMs))
    }
  }
}

/** Locked, or more asked at once than the server takes: sqld turns those away unread with 429. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof LibsqlError)) return false
  const { cause } = error
  return error.code === 'SQLITE_BUSY' || (cause instanceof Error && 'status' in cause && cause.status === 429)
}

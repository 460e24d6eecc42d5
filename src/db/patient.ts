import { LibsqlError, type Client } from '@libsql/client'
import { createPlaces } from '#base/places.ts'

/** More at once only wait for each other inside the server, until it says that it is locked. */
const atOnceMax = 20
const triesMax = 10
const stepMs = 40

/**
 * A server's client for many requests in one process: so many statements or batches under way, and asked again while
 * the server is busy, for 2 s in all. Nothing was done then: what reports an error was rolled back.
 */
export function patient(client: Client): Client {
  const inPlace = createPlaces(atOnceMax)
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      const call = (...given: unknown[]): unknown => Reflect.apply(member, target, given)
      return name === 'execute' || name === 'batch'
        ? (...given: unknown[]) => inPlace('', () => whenFree(async () => await call(...given)))
        : call
    },
  })
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

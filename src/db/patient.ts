import { LibsqlError, type Client } from '@libsql/client'

const triesMax = 10
const stepMs = 40

/**
 * A server's client that asks again while the database is locked, for 2 s in all. Nothing was done then: a statement
 * or batch that reports an error was rolled back. An embedded file has its own busy timeout.
 */
export function patient(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      const call = (...given: unknown[]): unknown => Reflect.apply(member, target, given)
      return name === 'execute' || name === 'batch'
        ? (...given: unknown[]) => whenFree(async () => await call(...given))
        : call
    },
  })
}

async function whenFree(ask: () => Promise<unknown>): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask()
    } catch (error) {
      const isBusy = error instanceof LibsqlError && error.code === 'SQLITE_BUSY'
      if (!isBusy || tried === triesMax) throw error
      await new Promise((resolve) => setTimeout(resolve, tried * stepMs))
    }
  }
}

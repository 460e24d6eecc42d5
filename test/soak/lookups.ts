import { setTimeout as pause } from 'node:timers/promises'
import { accountUrl } from '#test/bench/seed.ts'

export type Asker = {
  /** Milliseconds of each answer, ascending. */
  readonly latencies: () => readonly number[]
  readonly refused: () => readonly number[]
  stop(): Promise<void>
}

const everyMs = 50

/** Asks the public lookup, each time for another account, while `url` gives an address to ask. */
export function askLookups(accounts: number, url: () => string | null): Asker {
  const latencies: number[] = []
  const refused: number[] = []
  const stopping = new AbortController()
  const asking = ask()

  async function ask(): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const before = performance.now()
      const asked = url()
      if (asked !== null) {
        const path = `/v1/lookup?q=${encodeURIComponent(accountUrl((turn * 10) % accounts))}`
        try {
          const response = await fetch(`${asked}${path}`)
          await response.arrayBuffer()
          if (response.status === 200) latencies.push(performance.now() - before)
          else refused.push(response.status)
        } catch (error) {
          // Who is asked at the moment of the power failure cannot answer.
          if (url() === asked) throw error
        }
      }
      await pause(Math.max(0, everyMs - (performance.now() - before)))
    }
  }

  return {
    latencies: () => latencies.toSorted((a, b) => a - b),
    refused: () => refused,
    async stop() {
      stopping.abort()
      await asking
    },
  }
}

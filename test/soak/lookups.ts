import { setTimeout as pause } from 'node:timers/promises'
import { accountUrl } from '#test/bench/seed.ts'
import type { Running } from '#test/bench/process.ts'

export type Asker = {
  /** Milliseconds of each answer, ascending. */
  readonly latencies: () => readonly number[]
  /** Whatever was answered with anything but an answer. */
  readonly failures: () => readonly string[]
  stop(): Promise<void>
}

const everyMs = 50

/** Asks the public lookup of whichever server runs, each time for another account and over a new connection. */
export function askLookups(accounts: number, running: () => Running | null): Asker {
  const latencies: number[] = []
  const failures: string[] = []
  const stopping = new AbortController()
  const asking = ask()

  async function ask(): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const before = performance.now()
      const asked = running()
      if (asked !== null) {
        const path = `/v1/lookup?q=${encodeURIComponent(accountUrl((turn * 10) % accounts))}`
        try {
          const response = await fetch(`${asked.url}${path}`, { headers: { connection: 'close' } })
          await response.arrayBuffer()
          if (response.status === 200) latencies.push(performance.now() - before)
          else failures.push(`a lookup was refused with ${response.status}`)
        } catch (error) {
          // Who is asked at the moment of the power failure cannot answer.
          if (running() === asked) failures.push(`a lookup failed: ${String(error)}`)
        }
      }
      await pause(Math.max(0, everyMs - (performance.now() - before)))
    }
  }

  return {
    latencies: () => latencies.toSorted((a, b) => a - b),
    failures: () => failures,
    async stop() {
      stopping.abort()
      await asking
    },
  }
}

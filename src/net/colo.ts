import { type Clock, hour } from '#base/clock.ts'
import { asText, readBody } from './body.ts'
import { within } from './deadline.ts'

const traceUrl = 'https://cloudflare.com/cdn-cgi/trace'
const traceMs = 3_000
const traceBytesMax = 4_096

/**
 * Tells the data centre in which this code runs, as the platform's own edge sees it: `FRA`; empty when it cannot be
 * learnt. `who` is the User-Agent. Kept for an hour, as an object may be moved.
 */
export function createColo(
  clock: Clock,
  who: string,
  fetchTrace: typeof fetch = (input, init) => fetch(input, init),
): () => Promise<string> {
  let known = { colo: '', until: 0 }
  return async () => {
    if (clock.now() < known.until) return known.colo
    const colo = await askTrace(who, fetchTrace)
    // What was not learnt is asked again next time.
    known = { colo, until: colo === '' ? 0 : clock.now() + hour }
    return colo
  }
}

async function askTrace(who: string, fetchTrace: typeof fetch): Promise<string> {
  try {
    return await within(traceMs, 'The trace did not come in time.', async (signal) => {
      const init = { headers: { 'user-agent': who }, redirect: 'manual', signal } as const
      const { status, body } = await fetchTrace(traceUrl, init)
      if (status !== 200) return ''
      const { bytes } = await readBody(body ?? [], traceBytesMax)
      return coloIn(asText(bytes, true))
    })
  } catch {
    // A place that cannot be told is a miss, so nothing is proved by this.
    return ''
  }
}

/** The trace is lines of `key=value`, and repeats the User-Agent in one of them. */
export function coloIn(trace: string): string {
  return /^colo=([A-Z]{3})\r?$/m.exec(trace)?.[1] ?? ''
}

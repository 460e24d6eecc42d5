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
export function createColo(clock: Clock, who: string): () => Promise<string> {
  let known = { colo: '', until: 0 }
  return async () => {
    if (clock.now() >= known.until) known = { colo: await askTrace(who), until: clock.now() + hour }
    // What was not learnt is asked again next time.
    if (known.colo === '') known = { colo: '', until: 0 }
    return known.colo
  }
}

async function askTrace(who: string): Promise<string> {
  try {
    return await within(traceMs, 'The trace did not come in time.', async (signal) => {
      const answer = await fetch(traceUrl, { headers: { 'user-agent': who }, redirect: 'manual', signal })
      if (answer.status !== 200) return ''
      const { bytes } = await readBody(answer.body ?? [], traceBytesMax)
      return coloIn(asText(bytes, true))
    })
  } catch {
    return ''
  }
}

/** The trace is lines of `key=value`, and repeats the User-Agent in one of them. */
export function coloIn(trace: string): string {
  return /^colo=([A-Z]{3})\r?$/m.exec(trace)?.[1] ?? ''
}

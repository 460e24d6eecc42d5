import { readBody } from './body.ts'
import { within } from './deadline.ts'
import type { NetLimits } from './limits.ts'
import { Unreachable } from './net.ts'

/** Far above any honest report: some thirty questions and pages, each under 2 KiB. */
const answerBytesMax = 256 * 1_024

/** What is sent there: the part of `RequestInit` that a look needs. */
export type LookInit = {
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** Both kinds of response have these; the platforms' own types do not agree with one another. */
type Answered = {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null
}

/**
 * One look made by the place `name`: JSON there, JSON back. A detail never holds what it sent.
 * @throws Unreachable: `timeout`, `perspective_failed`
 */
export async function askElsewhere(
  name: string,
  request: unknown,
  limits: Pick<NetLimits, 'remoteLookMs'>,
  send: (init: LookInit) => Promise<Answered>,
): Promise<unknown> {
  const late = `The perspective ${name} did not report within ${limits.remoteLookMs / 1_000} seconds.`
  return await within(limits.remoteLookMs, late, async (signal) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const init: LookInit = {
      method: 'POST',
      headers,
      body: JSON.stringify(request),
      // A redirect is then a status that is not 200: a key follows nobody.
      redirect: 'manual',
      signal,
    }
    try {
      return await reportIn(name, await send(init))
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Unreachable) throw error
      throw failed(`The perspective ${name} could not be reached.`)
    }
  })
}

async function reportIn(name: string, { status, headers, body }: Answered): Promise<unknown> {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (status !== 200 || type !== 'application/json') {
    await body?.cancel()
    throw failed(`The perspective ${name} answered HTTP ${status}, and no report.`)
  }
  const { bytes, truncated } = await readBody(body ?? [], answerBytesMax)
  if (truncated) throw failed(`The perspective ${name} sent too much.`)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw failed(`The perspective ${name} sent what is not JSON.`)
  }
}

function failed(detail: string): Unreachable {
  return new Unreachable('perspective_failed', detail)
}

import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { second, type Clock } from '#base/clock.ts'
import type { Wait } from '#base/wait.ts'
import type { Streams } from './streams.ts'

/** What a page would show now. */
export type Frame = {
  /** Changes with what is shown. */
  readonly id: string
  readonly html: string
  /** Nothing more is awaited. */
  readonly isSettled: boolean
}

export type Patience = { readonly clock: Clock; readonly wait: Wait; readonly streams: Streams }

const betweenReads = 2 * second
/** Workers and proxies end what is open for a minute; browsers come back by themselves. */
const openFor = 55 * second
const retryMs = 1_000
const unkept = { 'Cache-Control': 'no-store' } as const

/**
 * Server-sent events (HTML §9.2) that read the database and speak on change: state that a process keeps would not be
 * seen by the next one. `who` follows has so many open and no more; `read` gives null once whoever follows may see it no more.
 */
export function follow(
  c: Context,
  { clock, wait, streams }: Patience,
  who: string,
  read: () => Promise<Frame | null>,
): Response {
  const leave = streams(who)
  // A browser asks no more after that; the page is there to be loaded again.
  if (leave === null) return c.text('Too many pages follow at once.', 429, { ...unkept, 'Retry-After': '60' })
  const end = clock.now() + openFor
  const response = streamSSE(c, async (stream) => {
    try {
      let seen = c.req.header('last-event-id') ?? c.req.query('seen') ?? ''
      await stream.write(`retry: ${retryMs}\n\n`)
      while (!stream.aborted) {
        const frame = await read()
        if (frame !== null && frame.id !== seen) {
          await stream.writeSSE({
            event: 'state',
            id: frame.id,
            data: frame.html.replaceAll(/\s*\n\s*/g, ' '),
          })
          seen = frame.id
        }
        if (frame === null || frame.isSettled) return await stream.writeSSE({ event: 'over', data: '' })
        if (clock.now() + betweenReads > end) return
        await wait(betweenReads)
      }
    } finally {
      leave()
    }
  })
  response.headers.set('Cache-Control', unkept['Cache-Control'])
  return response
}

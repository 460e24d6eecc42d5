import { Unreachable } from './net.ts'

/** A timer this late says that we were busy ourselves, and that answers may lie unread. */
const oversleptMs = 20

/** Given back in all at most, so that a look under steady load ends before the lease of its job. */
const givenBackMaxMs = 10_000

/**
 * Runs the work and gives it a signal; after `ms` milliseconds the signal aborts and this throws `timeout`. Time in
 * which this process could not listen is given back: our own load is no silence of the other side.
 */
export async function within<Value>(
  ms: number,
  detail: string,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    let left = givenBackMaxMs
    const wait = (milliseconds: number) => {
      const due = performance.now() + milliseconds
      timer = setTimeout(() => {
        const overslept = performance.now() - due
        if (overslept > oversleptMs && left > 0) {
          const given = Math.min(overslept, left)
          left -= given
          return wait(given)
        }
        const unreachable = new Unreachable('timeout', detail)
        reject(unreachable)
        controller.abort(unreachable)
      }, milliseconds)
    }
    wait(ms)
  })
  try {
    return await Promise.race([work(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

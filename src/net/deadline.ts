import { Unreachable } from './net.ts'

/** Runs the work and gives it a signal; after `ms` milliseconds the signal aborts and this throws `timeout`. */
export async function within<Value>(
  ms: number,
  detail: string,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const unreachable = new Unreachable('timeout', detail)
      reject(unreachable)
      controller.abort(unreachable)
    }, ms)
  })
  try {
    return await Promise.race([work(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

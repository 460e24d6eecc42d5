/** Runs the work when it is its turn among the work with the same key. */
export type Turns = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

/**
 * At most `atOnce` with the same key at a time, in the order of asking; other keys never wait for them. With Infinity
 * nothing ever waits: workerd lets no request go on inside another.
 */
export function createTurns(atOnce: number): Turns {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>()
  return async (key, work) => {
    if (atOnce === Infinity) return await work()
    const line = lines.get(key) ?? { running: 0, waiting: [] }
    lines.set(key, line)
    if (line.running >= atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve))
    else line.running += 1
    try {
      return await work()
    } finally {
      const next = line.waiting.shift()
      if (next === undefined) line.running -= 1
      else next()
      if (line.running === 0) lines.delete(key)
    }
  }
}

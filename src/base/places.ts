/** Runs the work once there is a place for it among the work with the same key. */
export type Places = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

const lookAgainMs = 10
/** A request that workerd cancels on its way never comes back to give its place up. */
const placeKeptMs = 5_000

/**
 * At most `atOnce` with the same key at a time; other keys do not wait for them. Whoever waits looks for himself
 * whether a place is free: a queue of promises would run one request's work inside another, which workerd cancels
 * together with that.
 */
export function createPlaces(atOnce: number): Places {
  const taken = new Map<string, Map<symbol, number>>()

  function free(key: string): Map<symbol, number> | null {
    const places = taken.get(key) ?? new Map<symbol, number>()
    taken.set(key, places)
    const now = performance.now()
    for (const [place, since] of places) if (now - since > placeKeptMs) places.delete(place)
    return places.size < atOnce ? places : null
  }

  return async (key, work) => {
    let places = free(key)
    while (places === null) {
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
      places = free(key)
    }
    const place = Symbol(key)
    places.set(place, performance.now())
    try {
      return await work()
    } finally {
      places.delete(place)
      if (places.size === 0 && taken.get(key) === places) taken.delete(key)
    }
  }
}

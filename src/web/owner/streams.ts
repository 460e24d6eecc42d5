import { minute, type Clock } from '#base/clock.ts'

/** Takes a place for one more open stream and gives what hands it back; null when whoever asks has all of theirs. */
export type Streams = (key: string) => (() => void) | null

/** As many pages as people have open at once. */
const openMax = 12
/** What workerd cancels never hands its place back; no stream is open for as long. */
const keptMs = minute

/** Counts open streams by who follows. Each process counts its own: what it bounds are its own connections. */
export function createStreams({ now }: Clock): Streams {
  const open = new Map<string, Map<symbol, number>>()
  return (key) => {
    for (const [who, places] of open) {
      for (const [place, since] of places) if (now() - since >= keptMs) places.delete(place)
      if (places.size === 0) open.delete(who)
    }
    const places = open.get(key) ?? new Map<symbol, number>()
    if (places.size >= openMax) return null
    const place = Symbol(key)
    places.set(place, now())
    open.set(key, places)
    return () => void places.delete(place)
  }
}

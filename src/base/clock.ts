/** Milliseconds since the Unix epoch, UTC: the one unit of time inside the house. */
export type Clock = { now(): number }

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export function systemClock(offsetSeconds = 0): Clock {
  return { now: () => Date.now() + offsetSeconds * second }
}

/** RFC 3339, UTC, whole seconds: how every time leaves the house. */
export function rfc3339(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

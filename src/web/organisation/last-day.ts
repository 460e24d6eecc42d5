import { day } from '#base/clock.ts'

/** The moment at which a day given as `2027-01-31` is over, in UTC; null: none was given; undefined: it is no day. */
export function readLastDay(text: string): number | null | undefined {
  if (text === '') return null
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const start = Date.parse(`${text}T00:00:00Z`)
  // `2027-02-31` would otherwise be a day in March.
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text)
  return isDay ? start + day : undefined
}

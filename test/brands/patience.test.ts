import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { awaiting, nextTry } from '#brands/patience.ts'
import { inState, pending, start } from './fixture.ts'

/** Seconds as a zone may say them: an SOA has 32 bits for it. */
const negativeTtl = fc.oneof(
  fc.nat(4_000),
  fc.constantFrom(0, 5, 3_599, 3_600, 3_601, 86_400, 2 ** 31, 2 ** 32 - 1),
)
/** How long resolvers keep a "no", whatever the zone says. */
const kept = (ttl: number) => Math.min(ttl * second, day)
const passed = fc.oneof(fc.nat(2 * hour), fc.nat(31 * day))

describe('the next try', () => {
  test('is never sooner than 5 s or the zone’s "no" lasts, and never later than an hour or that', () => {
    fc.assert(
      fc.property(passed, negativeTtl, (since, ttl) => {
        const now = start + since
        const wait = nextTry(start, now, ttl) - now
        expect(wait).toBeGreaterThanOrEqual(5 * second)
        expect(wait).toBeGreaterThanOrEqual(kept(ttl))
        expect(wait).toBeLessThanOrEqual(Math.max(hour, kept(ttl)))
        expect(nextTry(start, now, ttl)).toBeGreaterThan(now)
      }),
    )
  })

  test('is in the future even when the clock was set back behind "ready"', () => {
    fc.assert(
      fc.property(fc.integer({ min: -31 * day, max: -1 }), negativeTtl, (since, ttl) => {
        const now = start + since
        expect(nextTry(start, now, ttl)).toBe(now + Math.max(5 * second, kept(ttl)))
      }),
    )
  })

  test('comes no sooner after a longer wait than after a shorter one', () => {
    fc.assert(
      fc.property(passed, passed, negativeTtl, (one, other, ttl) => {
        const [sooner = 0, later = 0] = [one, other].toSorted((left, right) => left - right)
        const waitAt = (since: number) => nextTry(start, start + since, ttl) - since
        expect(waitAt(later)).toBeGreaterThanOrEqual(waitAt(sooner))
      }),
    )
  })

  test('is made only while the token may still be proved, and then nothing else of the domain moves', () => {
    const domain = fc.constantFrom(pending, inState('failing'), inState('proved'))
    fc.assert(
      fc.property(domain, passed, negativeTtl, fc.nat(31 * day), (before, since, ttl, lifetime) => {
        const now = start + since
        const { readyAt, tryAt, ...rest } = awaiting(before, start, now, ttl, start + lifetime)
        const { readyAt: _ready, tryAt: _try, ...same } = before
        expect(rest).toEqual(same)
        const next = nextTry(start, now, ttl)
        expect([readyAt, tryAt]).toEqual(next < start + lifetime ? [start, next] : [null, null])
      }),
    )
  })
})

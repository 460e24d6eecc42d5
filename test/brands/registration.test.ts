import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { followRegistration } from '#brands/continuity.ts'
import { settle, type Domain } from '#brands/domain.ts'
import { domainStates, inState, look, proved, start } from './fixture.ts'

/** Only of these is a registry asked. */
const live = fc.constantFrom<Domain['state']>('proved', 'failing', 'contested')
const known = fc.option(fc.integer({ min: start - 900 * day, max: start }), { nil: null })
const date = fc.oneof(
  fc.integer({ min: start - 1_000 * day, max: start + 60 * day }),
  fc.integer({ min: start - 2 * day, max: start + 2 * day }),
)
const dates = fc.array(date, { minLength: 1, maxLength: 10 })
const now = start + 61 * day

/** A domain whose registry's date was learnt before or was not, and which may await a token. */
const domainIn = (state: fc.Arbitrary<Domain['state']>) =>
  fc.tuple(state, known, fc.boolean()).map(([state, registeredAt, isAwaited]): Domain => {
    const waiting = isAwaited ? { readyAt: start, tryAt: start + 5 * second } : { readyAt: null, tryAt: null }
    return { ...inState(state), registeredAt, ...waiting }
  })

/** What is held to be the date, as far as anything is known. */
const yardstick = ({ registeredAt, firstProvedAt }: Domain) => registeredAt ?? firstProvedAt

describe('whatever date a registry gives', () => {
  test('only one more than a day later than what was known freezes, at once, and then nothing is awaited', () => {
    fc.assert(
      fc.property(domainIn(live), date, (before, registeredAt) => {
        const after = followRegistration(before, registeredAt, now)
        const held = yardstick(before)
        if (held !== null && registeredAt > held + day) {
          expect(after).toEqual({
            ...before,
            state: 'suspended',
            stateReason: 'registration_changed',
            readyAt: null,
            tryAt: null,
            registeredAt,
            updatedAt: now,
          })
        } else {
          expect(after).toEqual({ ...before, registeredAt: before.registeredAt ?? registeredAt })
        }
      }),
    )
  })

  test('told twice it says no more than once', () => {
    fc.assert(
      fc.property(domainIn(live), date, (before, registeredAt) => {
        const once = followRegistration(before, registeredAt, now)
        expect(followRegistration(once, registeredAt, now + hour)).toBe(once)
      }),
    )
  })

  test('no sequence of dates proves anything, nor thaws what they froze', () => {
    fc.assert(
      fc.property(domainIn(fc.constantFrom(...domainStates)), dates, (first, dates) => {
        let before = first
        for (const registeredAt of dates) {
          const after = followRegistration(before, registeredAt, now)
          expect([before.state, 'suspended']).toContain(after.state)
          if (before.state === 'suspended') expect(after.state).toBe('suspended')
          before = after
        }
      }),
    )
  })

  test('what is frozen by it stays frozen under every later look with an old token', () => {
    fc.assert(
      fc.property(fc.nat(60 * day), (passed) => {
        const frozen = followRegistration(inState('proved'), start + 2 * day, start + 3 * day)
        expect(settle(frozen, [look(proved)], start + 3 * day + passed)).toBe(frozen)
      }),
    )
  })
})

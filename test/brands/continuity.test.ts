import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { followNameServers, followRegistration, newTokenBy } from '#brands/continuity.ts'
import { settle, type Domain } from '#brands/domain.ts'
import { domainStates, inState, lifetime, look, proved, start } from './fixture.ts'

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

describe('whatever name servers a zone has', () => {
  const zones = [['ns1.acme.com', 'ns2.acme.com'], ['ns1.acme.com'], ['ns.parked.example']]
  const seen = fc.array(
    fc.record({ wait: fc.integer({ min: 1, max: 2 * day }), servers: fc.constantFrom(...zones) }),
    { maxLength: 12 },
  )

  test('the first move demands a token within seven days, and no later one puts that off or ends it', () => {
    fc.assert(
      fc.property(live, seen, (state, steps) => {
        let [domain, now] = [inState(state), start]
        let movedAt: number | null = null
        for (const { wait, servers } of steps) {
          now += wait
          domain = followNameServers(domain, servers, now)
          if (servers.some((server) => steps[0]?.servers.includes(server) !== true)) movedAt ??= now
          expect(domain.nameServers).toEqual(steps[0]?.servers)
          expect(domain.tokenDemandedAt).toBe(movedAt)
          expect(domain.expiresAt).toBe(
            movedAt === null ? start + lifetime : Math.min(start + lifetime, movedAt + 7 * day),
          )
          expect(domain.state).toBe(state)
        }
      }),
    )
  })

  test('only a token issued after the move is enough, however often an older one is seen', () => {
    const issuedAt = fc.integer({ min: start - day, max: start + 6 * day })
    fc.assert(
      fc.property(live, fc.array(issuedAt, { minLength: 1, maxLength: 12 }), (state, issued) => {
        const movedAt = start + 2 * day
        const moved = [['ns1.acme.com'], ['ns.parked.example']] as const
        let domain = inState(state)
        for (const servers of moved) domain = followNameServers(domain, servers, movedAt)
        let isRenewed = false
        for (const [index, issuedAt] of issued.entries()) {
          const now = start + 6 * day + index * second
          isRenewed ||= issuedAt > movedAt
          domain = settle(domain, [{ ...look(proved), issuedAt }], now)
          expect(newTokenBy(domain)).toBe(isRenewed ? null : movedAt + 7 * day)
          expect(domain.expiresAt).toBe(isRenewed ? now + lifetime : movedAt + 7 * day)
        }
      }),
    )
  })
})

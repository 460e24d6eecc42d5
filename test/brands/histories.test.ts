import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { followNameServers, newTokenBy } from '#brands/continuity.ts'
import { endOf, settle, type Domain, type SeenProof } from '#brands/domain.ts'
import {
  domainStates,
  grace,
  inState,
  lifetime,
  pending,
  proved,
  refused,
  seenBy,
  start,
  unreachable,
} from './fixture.ts'

describe('whatever is seen whenever', () => {
  const finding = fc.constantFrom(proved, refused, unreachable)
  const method = fc.constantFrom<SeenProof['method']>('dns-txt', 'dns-cname', 'http-file', 'html-meta')
  const seen = fc.record({
    finding,
    method,
    challengeId: fc.constantFrom('ch_a', 'ch_b'),
    issuedAt: fc.integer({ min: start - day, max: start + 40 * day }),
    seenBy: fc.constant(seenBy),
  })
  const step = fc.record({
    wait: fc.oneof(
      fc.integer({ min: 0, max: 12 * day }),
      fc.constantFrom(0, second, grace, lifetime, lifetime - 1),
    ),
    looks: fc.array(seen, { maxLength: 4 }),
    nameServers: fc.constantFrom(null, ['ns1.acme.com', 'ns2.acme.com'], ['ns.parked.example']),
  })
  const name = fc.constantFrom('acme.com', 'www.acme.com', 'shop.acme.com')
  const isProved = ({ state }: Domain) => state === 'proved' || state === 'failing'

  type Step = {
    readonly wait: number
    readonly looks: readonly SeenProof[]
    readonly nameServers?: readonly string[] | null
  }

  /** Each step of a history: before, the looks, after, and when. */
  function* history(first: Domain, steps: readonly Step[]) {
    let [domain, now] = [first, start]
    for (const { wait, looks, nameServers = null } of steps) {
      now += wait
      const before = domain
      const moved = nameServers !== null && isProved(domain)
      domain = settle(moved ? followNameServers(domain, nameServers, now) : domain, looks, now)
      yield { before, looks, after: domain, now }
    }
  }

  test('nothing becomes proved without a proving look at that very moment', () => {
    fc.assert(
      fc.property(name, fc.array(step, { maxLength: 30 }), (host, steps) => {
        for (const { before, looks, after, now } of history({ ...pending, name: host }, steps)) {
          const proving = looks.some((each) => each.finding.kind === 'proved')
          if (!isProved(before) && isProved(after)) expect(proving && after.checkedAt === now).toBe(true)
          if (isProved(after)) {
            expect(after.checkedAt).not.toBeNull()
            expect(now).toBeLessThan((after.checkedAt ?? 0) + lifetime)
            expect(now).toBeLessThan(endOf(after) ?? 0)
          }
        }
      }),
    )
  })

  test('an outage, however long, changes no state before the proof’s own end, and none but by that end', () => {
    const outage = fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 3 * day }),
        looks: fc.array(
          seen.map((each) => ({ ...each, finding: unreachable })),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 20 },
    )
    const servers = fc.constantFrom(null, ['ns1.acme.com', 'ns2.acme.com'])
    const columns = fc.record(
      {
        nameServers: servers,
        tokenDemandedAt: fc.constantFrom(null, start),
        registeredAt: fc.constantFrom(null, start - 900 * day),
        readyAt: fc.constantFrom(null, start),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.constantFrom(...domainStates), columns, outage, (state, kept, steps) => {
        const first = { ...inState(state), ...kept }
        const end = endOf(first) ?? Infinity
        for (const { after, now } of history(first, steps)) {
          if (now < end) expect(after).toBe(first)
          else if (state === 'proved' || state === 'failing') expect(after.state).toBe('lapsed')
        }
      }),
    )
  })

  test('what is lapsed, released, suspended, held or revoked stays so', () => {
    const ended = fc.constantFrom<Domain['state']>('lapsed', 'released', 'suspended', 'held', 'revoked')
    fc.assert(
      fc.property(ended, fc.array(step, { maxLength: 20 }), (state, steps) => {
        const first = inState(state)
        for (const { after } of history(first, steps)) expect(after).toBe(first)
      }),
    )
  })

  test('a proof ends at the earlier of its date and seven days from the first refusal', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { after } of history(pending, steps)) {
          const renewal = newTokenBy(after) ?? Infinity
          const own = after.checkedAt === null ? null : Math.min(after.checkedAt + lifetime, renewal)
          expect(after.expiresAt).toBe(own)
          if (after.state === 'failing')
            expect(endOf(after)).toBe(Math.min((after.failingSince ?? 0) + grace, own ?? 0))
        }
      }),
    )
  })

  test('once the zone has moved, no proof outlasts seven days without a token issued since', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let movedAt: number | null = null
        for (const { before, looks, after, now } of history(pending, steps)) {
          if (before.tokenDemandedAt === null && after.tokenDemandedAt !== null) movedAt = now
          const renewed = looks.some(
            (each) => each.finding.kind === 'proved' && each.issuedAt > (movedAt ?? now),
          )
          if (renewed || !isProved(after)) movedAt = after.tokenDemandedAt
          if (movedAt !== null && isProved(after)) expect(now).toBeLessThan(movedAt + 7 * day)
        }
      }),
    )
  })

  test('a contested domain never becomes proved by any look of its own', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let before = inState('contested')
        for (const { after } of history(before, steps)) {
          if (before.state === 'contested') expect(['contested', 'pending', 'proved']).toContain(after.state)
          if (before.state === 'contested' && after.state === 'proved')
            expect(after.firstProvedAt).toBe(after.checkedAt)
          before = after
        }
      }),
    )
  })

  test('nothing is public that a web proof of a mere host has not shown for 72 hours', () => {
    const web = fc.record({
      wait: fc.integer({ min: 0, max: 4 * day }),
      looks: fc.array(
        seen.map((each) => ({ ...each, method: 'http-file' as const })),
        { maxLength: 2 },
      ),
    })
    fc.assert(
      fc.property(fc.array(web, { maxLength: 20 }), (steps) => {
        for (const { after } of history({ ...pending, name: 'shop.acme.com' }, steps)) {
          if (after.publicFrom !== null)
            expect(after.publicFrom - (after.firstProvedAt ?? Infinity)).toBeGreaterThanOrEqual(72 * hour)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, second } from '#base/clock.ts'
import { followNameServers, followRegistration, newTokenBy } from '#brands/continuity.ts'
import { contest, endOf, expire, pass, settle, type Domain, type SeenProof } from '#brands/domain.ts'
import {
  domainStates,
  grace,
  inState,
  lifetime,
  proved,
  refused,
  seenBy,
  start,
  unreachable,
} from './fixture.ts'

/** What may happen to a domain besides looks: another holds the name or gives it up, its zone moves, it is sold. */
type Event =
  | { readonly kind: 'looks'; readonly looks: readonly SeenProof[] }
  | { readonly kind: 'taken'; readonly looks: readonly SeenProof[] }
  | { readonly kind: 'given_up' }
  | { readonly kind: 'served'; readonly by: readonly string[] }
  | { readonly kind: 'registered'; readonly at: number }

type Step = { readonly wait: number; readonly event: Event }
type Happened = Step & { readonly before: Domain; readonly after: Domain; readonly now: number }

const look = fc.record({
  finding: fc.constantFrom(proved, proved, refused, unreachable),
  method: fc.constantFrom<SeenProof['method']>('dns-txt', 'http-file'),
  challengeId: fc.constantFrom('ch_a', 'ch_b'),
  issuedAt: fc.integer({ min: start - day, max: start + 40 * day }),
  seenBy: fc.constant(seenBy),
})
const looks = fc.array(look, { maxLength: 3 })
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('looks' as const), looks }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('taken' as const), looks }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'given_up' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('served' as const),
      by: fc.constantFrom(['ns1.acme.com', 'ns2.acme.com'], ['ns.parked.example']),
    }),
  },
  fc.record({
    kind: fc.constant('registered' as const),
    at: fc.integer({ min: start - 900 * day, max: start + 5 * day }),
  }),
)
const wait = fc.oneof(
  fc.integer({ min: 0, max: 3 * day }),
  fc.constantFrom(0, second, grace, lifetime, lifetime - 1),
)
const steps = fc.array(fc.record({ wait, event }), { maxLength: 30 })
const state = fc.constantFrom(...domainStates)

/** As the verbs do it: the name is found taken when a proof is stored, and passes when its holder's is over. */
function after(before: Domain, event: Event, now: number): Domain {
  switch (event.kind) {
    case 'looks':
      return settle(before, event.looks, now)
    case 'taken': {
      const settled = settle(before, event.looks, now)
      const takes = before.state === 'pending' && settled.state === 'proved'
      return takes ? contest({ ...settled, contestedSince: before.contestedSince }, now) : settled
    }
    case 'given_up':
      return pass(before, now)
    case 'served':
      return isLive(before) ? followNameServers(before, event.by, now) : before
    case 'registered':
      return isLive(before) ? followRegistration(before, event.at, now) : before
  }
}

function* history(first: Domain, steps: readonly Step[]): Generator<Happened> {
  let [before, now] = [first, start]
  for (const step of steps) {
    now += step.wait
    const then = after(before, step.event, now)
    yield { ...step, before, after: then, now }
    before = then
  }
}

const holds = ({ state }: Domain) => state === 'proved' || state === 'failing'
const isLive = (domain: Domain) => holds(domain) || domain.state === 'contested'
const looksOf = (event: Event) => ('looks' in event ? event.looks : [])

describe('whatever is seen, contested, passed on or registered whenever', () => {
  test('nothing becomes proved without a proving look inside its lifetime', () => {
    let passed = 0
    fc.assert(
      fc.property(state, steps, (state, steps) => {
        for (const { before, event, after, now } of history(inState(state), steps)) {
          if (holds(before) || !holds(after)) continue
          const seenAt = after.checkedAt ?? -Infinity
          expect(now).toBeLessThan(seenAt + lifetime)
          expect(now).toBeLessThan(endOf(after) ?? -Infinity)
          if (event.kind !== 'given_up') {
            expect(looksOf(event).some(({ finding }) => finding.kind === 'proved')).toBe(true)
            expect(seenAt).toBe(now)
          } else passed += 1
        }
      }),
      { numRuns: 500 },
    )
    expect(passed).toBeGreaterThan(0)
  })

  test('a name passes only to whoever has contested it and was not refused since', () => {
    fc.assert(
      fc.property(state, steps, (state, steps) => {
        let refusedAt = -Infinity
        for (const { before, event, after, now } of history(inState(state), steps)) {
          const isRefused = looksOf(event).every(({ finding }) => finding.kind !== 'proved')
          const own = looksOf(event).some(
            ({ finding, method, challengeId }) =>
              finding.kind === 'refused' &&
              method === before.method &&
              challengeId === before.provingChallengeId,
          )
          if (isRefused && own) refusedAt = now
          if (event.kind !== 'given_up' || holds(before) || !holds(after)) continue
          expect(before.state).toBe('contested')
          expect(before.contestedSince).toBeGreaterThanOrEqual(refusedAt)
          expect(after.contestedSince).toBeNull()
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what contests is never public, and what is frozen stays so', () => {
    fc.assert(
      fc.property(state, steps, (state, steps) => {
        for (const { before, after } of history(inState(state), steps)) {
          if (after.state === 'contested') expect(after.publicFrom).toBeNull()
          if (['suspended', 'held', 'revoked', 'released', 'lapsed'].includes(before.state))
            expect(after).toBe(before)
        }
      }),
    )
  })

  test('a token demanded by a move is demanded until a newer one is seen, of a contester too', () => {
    fc.assert(
      fc.property(state, steps, (state, steps) => {
        for (const { before, event, after, now } of history(inState(state), steps)) {
          const by = newTokenBy(after)
          if (by !== null && isLive(after)) {
            expect(after.expiresAt).toBeLessThanOrEqual(by)
          }
          if (before.tokenDemandedAt === null || after.tokenDemandedAt !== null) continue
          const demandedAt = before.tokenDemandedAt
          const isOver = after.state === 'pending'
          const renewed = looksOf(event).some(
            ({ finding, issuedAt }) => finding.kind === 'proved' && issuedAt > demandedAt,
          )
          expect(isOver || renewed, `at ${now}`).toBe(true)
        }
      }),
    )
  })

  test('an outage passes nothing on, and changes nothing before the end of what it found', () => {
    const dark = fc.array(
      fc.record({
        wait,
        looks: fc.array(
          look.map((each) => ({ ...each, finding: unreachable })),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(state, steps, dark, (state, steps, dark) => {
        let [first, now] = [inState(state), start]
        for (const each of history(first, steps)) [first, now] = [each.after, each.now]
        first = expire(first, now)
        const end = endOf(first) ?? Infinity
        for (const { wait, looks } of dark) {
          now += wait
          const then = settle(first, looks, now)
          if (now < end) expect(then).toBe(first)
          else expect(isLive(then)).toBe(false)
        }
      }),
    )
  })
})

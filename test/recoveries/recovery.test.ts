import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { settleRecovery, type Recovery, type RecoveryFinding } from '#recoveries/recovery.ts'
import { steadySince, type Past } from '#recoveries/standing.ts'

const start = Date.UTC(2026, 2, 1)
const asked: Recovery = {
  id: 'rec_a',
  organisationId: 'org_b',
  incumbentId: 'org_a',
  brandId: 'br_a',
  domainId: 'dom_a',
  domain: 'acme.com',
  registrableDomain: 'acme.com',
  personId: null,
  state: 'waiting',
  reason: null,
  token: 'token',
  nameServers: ['ns1.dns.example'],
  registeredAt: null,
  seenSince: null,
  lastSeenAt: null,
  lookedAt: null,
  warnedAt: start,
  upheldAt: null,
  expiresAt: start + 30 * day,
  createdAt: start,
  updatedAt: start,
}
const stands = { kind: 'stands', isContested: false } as const
const seen: RecoveryFinding = { token: 'proved', rest: stands }
const refused: RecoveryFinding = { token: 'refused', rest: stands }
const silent: RecoveryFinding = { token: 'unreachable', rest: stands }
const unlearnt: RecoveryFinding = { token: 'proved', rest: { kind: 'unlearnt' } }
const contested: RecoveryFinding = { token: 'proved', rest: { kind: 'stands', isContested: true } }
const moved: RecoveryFinding = { token: 'proved', rest: { kind: 'gone', reason: 'name_servers_changed' } }

type Look = readonly [hours: number, finding: RecoveryFinding]
const after = (looks: readonly Look[], from: Recovery = asked) =>
  looks.reduce((recovery, [hours, finding]) => settleRecovery(recovery, finding, start + hours * hour), from)
const daily = (from: number, to: number): readonly Look[] =>
  Array.from({ length: Math.floor((to - from) / 24) + 1 }, (_, index) => [from + index * 24, seen])

describe('the life of a recovery', () => {
  test.each<[string, readonly Look[], Recovery['state'], number | null]>([
    ['nothing seen', [[1, refused]], 'waiting', null],
    ['seen once', [[1, seen]], 'watching', 1],
    ['seen for 71 hours', [...daily(0, 48), [71, seen]], 'watching', 0],
    ['seen for 72 hours, daily', daily(0, 72), 'completed', 0],
    ['refused once on the way', [...daily(0, 48), [60, refused], [72, seen]], 'watching', 72],
    ['refused at the end', [...daily(0, 48), [72, refused]], 'waiting', null],
    [
      'silent for a while on the way',
      [
        [0, seen],
        [12, silent],
        [24, seen],
        [48, seen],
        [72, seen],
      ],
      'completed',
      0,
    ],
    [
      'seen twice, with silence of three days between',
      [
        [0, seen],
        [24, silent],
        [48, silent],
        [72, seen],
      ],
      'watching',
      72,
    ],
    ['silent at the end', [...daily(0, 48), [72, silent]], 'watching', 0],
    ['its zone not learnt at the end', [...daily(0, 48), [72, unlearnt]], 'watching', 0],
    ['its zone moved on the way', [...daily(0, 48), [60, moved]], 'ended', 0],
    ['a third shows control too', [...daily(0, 48), [72, contested]], 'disputed', 0],
    [
      'not seen in 30 days',
      [
        [719, silent],
        [720, silent],
      ],
      'ended',
      null,
    ],
    ['not seen in 30 days, refused', [[720, refused]], 'ended', null],
  ])('%s: %#', (_, looks, state, sinceHour) => {
    const { state: became, seenSince } = after(looks)
    expect([became, seenSince]).toEqual([state, sinceHour === null ? null : start + sinceHour * hour])
  })

  test('a dispute lets looks count, and nothing pass', () => {
    const disputed: Recovery = { ...asked, state: 'disputed', reason: 'vetoed' }
    expect(after(daily(0, 240), disputed)).toMatchObject({ state: 'disputed', seenSince: start })
    expect(after([...daily(0, 72), [90, refused]], disputed)).toMatchObject({
      state: 'disputed',
      seenSince: null,
    })
    expect(after([[24 * 40, silent]], disputed).state).toBe('disputed')
  })

  test('a person’s decision lets it pass though a third shows control, and not sooner than 72 hours', () => {
    const upheld: Recovery = { ...asked, upheldAt: start }
    expect(after([...daily(0, 48), [71, contested]], upheld).state).toBe('watching')
    expect(after([...daily(0, 48), [72, contested]], upheld).state).toBe('completed')
  })

  test.each(['completed', 'rejected', 'ended'] as const)('what is %s stays so', (state) => {
    const over: Recovery = { ...asked, state }
    for (const finding of [seen, refused, silent, moved]) {
      expect(settleRecovery(over, finding, start + 900 * hour)).toBe(over)
    }
  })
})

describe('how long a domain has stood', () => {
  const past = (...acts: readonly (readonly [string, string | null])[]): readonly Past[] =>
    acts.map(([act, method], at) => ({ act, method, at }))
  const proved = ['domain.proved', 'dns-txt'] as const
  test.each<[string, readonly Past[], number | null]>([
    ['nothing', [], null],
    ['added', past(['domain.added', null]), null],
    ['proved', past(['domain.added', null], proved), 1],
    ['by the web', past(['domain.added', null], ['domain.proved', 'html-meta']), null],
    ['first by the web', past(['domain.proved', 'html-meta'], ['domain.proved_anew', 'dns-txt']), 1],
    ['missed and found', past(proved, ['domain.failing', 'dns-txt'], ['domain.recovered', 'dns-cname']), 0],
    ['moved', past(proved, ['domain.new_token_demanded', 'dns-txt'], ['domain.proved_anew', 'dns-txt']), 2],
    ['moving', past(proved, ['domain.new_token_demanded', 'dns-txt']), null],
    [
      'lapsed and proved again',
      past(proved, ['domain.lapsed', 'dns-txt'], ['domain.reopened', null], proved),
      3,
    ],
    ['passed', past(['domain.contested', 'dns-txt'], ['domain.passed', 'dns-txt']), 1],
    ['regained', past(proved, ['domain.regained', 'dns-txt']), 1],
    ['suspended', past(proved, ['domain.suspended', 'dns-txt']), null],
  ])('%s', (_, history, since) => {
    expect(steadySince(history)).toBe(since)
  })
})

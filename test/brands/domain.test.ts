import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { contest, endOf, expire, pass, settle, type Domain, type SeenProof } from '#brands/domain.ts'
import {
  domainStates,
  grace,
  inState,
  lifetime,
  look,
  pending,
  proved,
  refused,
  seenBy,
  start,
  unreachable,
} from './fixture.ts'

const later = start + hour

describe('what one look makes of a domain', () => {
  test.each(['proved', 'failing', 'contested'] as const)('%s: nothing, when the proof has ended', (state) => {
    const domain = inState(state)
    const end = endOf(domain) ?? 0
    expect(settle(domain, [look(proved)], end)).toEqual(expire(domain, end))
  })

  type Row = readonly [state: Domain['state'], onProved: string, onRefused: string, onUnreachable: string]
  const table: readonly Row[] = [
    ['pending', 'proved', 'pending', 'pending'],
    ['proved', 'proved', 'failing', 'proved'],
    ['failing', 'proved', 'failing', 'failing'],
    ['contested', 'contested', 'pending', 'contested'],
    ['lapsed', 'lapsed', 'lapsed', 'lapsed'],
    ['held', 'held', 'held', 'held'],
    ['released', 'released', 'released', 'released'],
    ['revoked', 'revoked', 'revoked', 'revoked'],
    ['suspended', 'suspended', 'suspended', 'suspended'],
  ]
  test.each(table)('%s: proved → %s, refused → %s, unreachable → %s', (state, ...expected) => {
    const after = [proved, refused, unreachable].map(
      (finding) => settle(inState(state), [look(finding)], later).state,
    )
    expect(after).toEqual(expected)
  })

  test('is said of every state there is', () => {
    expect(table.map(([state]) => state).toSorted()).toEqual([...domainStates].toSorted())
  })

  test.each(domainStates.map((state) => [state] as const))(
    '%s: an outage changes nothing at all',
    (state) => {
      const domain = inState(state)
      expect(settle(domain, [look(unreachable), look(unreachable, 'http-file')], later)).toBe(domain)
    },
  )

  test.each(['lapsed', 'released', 'suspended', 'held', 'revoked'] as const)(
    '%s: a proving look changes nothing at all',
    (state) => {
      const domain = inState(state)
      expect(settle(domain, [look(proved)], later)).toBe(domain)
    },
  )
})

describe('a proving look', () => {
  test('gives ten days from itself, and remembers how and by which challenge', () => {
    expect(settle(pending, [look(proved, 'http-file', 'ch_b')], start)).toEqual({
      ...pending,
      state: 'proved',
      method: 'http-file',
      strength: 'web',
      provingChallengeId: 'ch_b',
      firstProvedAt: start,
      checkedAt: start,
      lookedAt: start,
      seenBy,
      expiresAt: start + lifetime,
      publicFrom: start,
      updatedAt: start,
    })
  })

  test('ends a grace wholly: the next refusal has seven days of its own', () => {
    const failing = inState('failing')
    const recovered = settle(failing, [look(proved)], start + 6 * day)
    expect(recovered).toMatchObject({ state: 'proved', failingSince: null, firstProvedAt: start })
    const again = settle(recovered, [look(refused)], start + 8 * day)
    expect(endOf(again)).toBe(start + 15 * day)
  })

  test('outweighs every refusal beside it, and by DNS one by the web', () => {
    const looks = [
      look(refused),
      look(proved, 'html-meta'),
      look(proved, 'dns-cname'),
      look(unreachable, 'http-file'),
    ]
    expect(settle(pending, looks, start)).toMatchObject({
      state: 'proved',
      method: 'dns-cname',
      strength: 'dns',
    })
  })
})

describe('a refusal', () => {
  test('counts only of the method and the challenge that hold the proof', () => {
    const domain = inState('proved')
    expect(settle(domain, [look(refused, 'dns-cname')], later)).toBe(domain)
    expect(settle(domain, [look(refused, 'dns-txt', 'ch_other')], later)).toBe(domain)
    expect(settle(domain, [look(refused, 'dns-cname'), look(refused)], later).state).toBe('failing')
  })

  test('that is repeated does not lengthen the grace', () => {
    const failing = inState('failing')
    for (const passed of [day, 3 * day, 6 * day])
      expect(settle(failing, [look(refused)], start + passed)).toBe(failing)
    expect(endOf(failing)).toBe(start + grace)
  })

  test.each([
    ['soon after the proof: seven days', hour, hour + grace],
    ['after three days: just ten', 3 * day, lifetime],
    ['after nine days: the proof’s own end', 9 * day, lifetime],
  ])('%s', (_, refusedAfter, endsAfter) => {
    const failing = settle(inState('proved'), [look(refused)], start + refusedAfter)
    expect(endOf(failing)).toBe(start + endsAfter)
    expect(expire(failing, start + endsAfter - 1)).toBe(failing)
    expect(expire(failing, start + endsAfter)).toMatchObject({
      state: 'lapsed',
      updatedAt: start + endsAfter,
    })
  })
})

describe('time', () => {
  test('alone ends a proof on its date, and a contest with it', () => {
    for (const [state, over] of [
      ['proved', 'lapsed'],
      ['contested', 'pending'],
    ] as const) {
      const domain = inState(state)
      expect(expire(domain, start + lifetime - 1)).toBe(domain)
      expect(expire(domain, start + lifetime).state).toBe(over)
    }
  })

  test('is up before a late look counts: a proof seen at its end proves a lapsed domain no more', () => {
    expect(settle(inState('proved'), [look(proved)], start + lifetime).state).toBe('lapsed')
    expect(settle(inState('proved'), [look(proved)], start + lifetime - 1).state).toBe('proved')
  })

  test.each(['pending', 'lapsed', 'released', 'held', 'revoked', 'suspended'] as const)(
    'does nothing to what is %s',
    (state) => {
      const domain = inState(state)
      expect(expire(domain, start + 1_000 * day)).toBe(domain)
    },
  )
})

describe('a web proof', () => {
  const on = (name: string, method: SeenProof['method'], passed: number) => {
    const first = settle({ ...pending, name }, [look(proved, method)], start)
    return settle(first, [look(proved, method)], start + passed).publicFrom
  }
  test.each(['acme.com', 'www.acme.com'])('of %s is public at once', (name) => {
    expect(on(name, 'http-file', 0)).toBe(start)
  })
  test('of a mere host is public after looks that span 72 hours, to the millisecond', () => {
    expect(on('shop.acme.com', 'http-file', 72 * hour - 1)).toBeNull()
    expect(on('shop.acme.com', 'html-meta', 72 * hour)).toBe(start + 72 * hour)
    expect(on('www.shop.acme.com', 'http-file', hour)).toBeNull()
  })
  test('of a mere host that a DNS proof follows is public with that', () => {
    const first = settle({ ...pending, name: 'shop.acme.com' }, [look(proved, 'http-file')], start)
    expect(settle(first, [look(proved)], later)).toMatchObject({ strength: 'dns', publicFrom: later })
  })
  test('by DNS is public at once on any host', () => {
    expect(on('deep.shop.acme.com', 'dns-cname', 0)).toBe(start)
  })
})

describe('a contest', () => {
  test('passes the name to who is still proved, and to nobody else', () => {
    const contested = inState('contested')
    expect(contested).toMatchObject({ contestedSince: start, publicFrom: null })
    expect(pass(contested, later)).toMatchObject({ state: 'proved', contestedSince: null, publicFrom: later })
    expect(pass(contested, start + lifetime)).toBe(contested)
    for (const state of domainStates.filter((each) => each !== 'contested')) {
      const domain = inState(state)
      expect(pass(domain, later)).toBe(domain)
    }
  })
  test('keeps its first moment however often it is found again', () => {
    expect(contest(inState('contested'), later).contestedSince).toBe(start)
    expect(settle(inState('contested'), [look(proved)], later).contestedSince).toBe(start)
  })
})

import { describe, expect, test } from 'vitest'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import type { Finding } from '#challenges/method.ts'
import { quorum } from '#challenges/quorum.ts'
import { inShort, patterns, stated } from './fixture.ts'

const findings: Record<string, Finding> = {
  p: proved,
  r: refused('nxdomain', 'not there'),
  u: unlearnt('timeout', 'too slow'),
}

function report(letter: string, index: number) {
  const finding = findings[letter]
  if (finding === undefined) throw new Error(`No finding ${letter}`)
  return { perspective: `p${index}.test`, resolver: `p${index}.test`, network: 'local', finding }
}

function decide(pattern: string): string {
  const [first = '', ...others] = pattern
  return inShort(
    quorum(
      report(first, 0),
      others.map((letter, index) => report(letter, index + 1)),
    ),
  )
}

describe('quorum', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('every pattern of %i perspectives follows the rule', (count) => {
    const all = patterns(count)
    expect(all).toHaveLength(3 ** count)
    for (const pattern of all) expect(`${pattern} ${decide(pattern)}`).toBe(`${pattern} ${stated(pattern)}`)
  })

  test.each([
    ['p', 'unreachable not_corroborated'],
    ['r', 'unreachable not_corroborated'],
    ['pr', 'unreachable perspectives_disagree'],
    ['pu', 'unreachable perspectives_disagree'],
    ['ppr', 'proved'],
    ['prr', 'unreachable perspectives_disagree'],
    ['rrp', 'refused nxdomain'],
    ['rpp', 'unreachable perspectives_disagree'],
    ['upp', 'unreachable timeout'],
    ['pppppu', 'proved'],
    ['ppppuu', 'unreachable perspectives_disagree'],
    ['pppppur', 'proved'],
    ['ppppuur', 'unreachable perspectives_disagree'],
  ])('%s is %s', (pattern, expected) => {
    expect(decide(pattern)).toBe(expected)
  })

  test('disagreement names who said what', () => {
    const finding = quorum(report('p', 0), [report('r', 1), report('u', 2)])
    expect(finding).toEqual({
      kind: 'unreachable',
      reason: 'perspectives_disagree',
      detail:
        'The places we look from do not agree (p0.test: proved; p1.test: refused, nxdomain; p2.test: unreachable, ' +
        'timeout). A change may still be spreading, or servers differ. Nothing was decided; we shall look again.',
    })
  })

  test('refusals for different reasons agree, and the primary’s reason stands', () => {
    const other = { ...report('r', 1), finding: refused('wildcard', 'everywhere') }
    expect(quorum(report('r', 0), [other])).toBe(findings['r'])
  })

  test.each(['proved', 'refused'])(
    'what one operator alone saw is not %s, however many resolvers it has',
    (kind) => {
      const letter = kind.charAt(0)
      const same = (index: number) => ({ ...report(letter, index), resolver: 'one.test' })
      expect(inShort(quorum(same(0), [same(1), same(2)]))).toBe('unreachable not_corroborated')
      expect(inShort(quorum(same(0), [same(1), report('u', 2)]))).toBe('unreachable not_corroborated')
      expect(quorum(same(0), [same(1), report(letter, 2)]).kind).toBe(kind)
    },
  )
})

describe('where there is another network', () => {
  const from = (network: string, letter: string, index: number) => ({ ...report(letter, index), network })
  const here = (letter: string, index: number) => from('local', letter, index)

  test.each([
    ['all agree', 'p', 'proved'],
    ['it sees something else', 'r', 'unreachable not_corroborated'],
    ['it is silent', 'u', 'unreachable not_corroborated'],
  ])('three resolvers from here prove nothing without it: %s', (_, letter, expected) => {
    expect(inShort(quorum(here('p', 0), [here('p', 1), here('p', 2), from('far', letter, 3)]))).toBe(expected)
  })

  test('nor do they refuse anything', () => {
    const [finding, agreed] = ['p', 'r'].map((letter) =>
      quorum(here('r', 0), [here('r', 1), here('r', 2), from('far', letter, 3)]),
    )
    expect(finding).toEqual({
      kind: 'unreachable',
      reason: 'not_corroborated',
      detail:
        'It was seen from one network alone (p0.test: refused, nxdomain; p1.test: refused, nxdomain; p2.test: refused, ' +
        'nxdomain; p3.test: proved), and a decision needs another. Nothing was decided; we shall look again.',
    })
    expect(agreed).toBe(findings['r'])
  })

  test('of two others one may miss it, and not both', () => {
    const three = [here('p', 1), here('p', 2)]
    expect(inShort(quorum(here('p', 0), [...three, from('a', 'p', 3), from('b', 'u', 4)]))).toBe('proved')
    expect(inShort(quorum(here('p', 0), [...three, from('a', 'r', 3), from('b', 'u', 4)]))).toBe(
      'unreachable perspectives_disagree',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import type { Finding } from '#challenges/method.ts'
import { agreedNameServers, quorum } from '#challenges/quorum.ts'
import { inShort } from './fixture.ts'

const findings: Record<string, Finding> = {
  p: proved,
  r: refused('nxdomain', 'not there'),
  u: unlearnt('timeout', 'too slow'),
}

function report(letter: string, index: number) {
  const finding = findings[letter]
  if (finding === undefined) throw new Error(`No finding ${letter}`)
  return { perspective: `p${index}.test`, resolver: `p${index}.test`, finding }
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

/** CA/B BR 3.2.2.9 written another way: for each number of remotes, how many must say what the primary says. */
const corroborationsNeeded = [0, 1, 1, 2, 3, 4, 4]

function stated(pattern: string): string {
  const primary = pattern.charAt(0)
  if (primary === 'u') return 'unreachable timeout'
  const same = pattern.slice(1).split(primary).length - 1
  if (pattern.length === 1) return 'unreachable not_corroborated'
  const needed = corroborationsNeeded[pattern.length - 1] ?? Number.NaN
  if (same < needed) return 'unreachable perspectives_disagree'
  return primary === 'p' ? 'proved' : 'refused nxdomain'
}

function patterns(length: number): string[] {
  return length === 0
    ? ['']
    : patterns(length - 1).flatMap((pattern) => ['p', 'r', 'u'].map((letter) => pattern + letter))
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

describe('name servers', () => {
  const told = (...names: string[]) => ({ nameServers: names.length === 0 ? null : names })

  test.each([
    { primary: told('a', 'b'), remotes: [told('a', 'b'), told('a', 'b')], agreed: ['a', 'b'] },
    { primary: told('a', 'b'), remotes: [told('a', 'b'), told('x')], agreed: ['a', 'b'] },
    { primary: told('a', 'b'), remotes: [told('x'), told()], agreed: null },
    { primary: told(), remotes: [told('a'), told('a')], agreed: null },
    { primary: told('a'), remotes: [told('x')], agreed: null },
    { primary: told('a'), remotes: [], agreed: null },
  ])('$primary.nameServers beside $remotes are $agreed', ({ primary, remotes, agreed }) => {
    expect(agreedNameServers(primary, remotes)).toEqual(agreed)
  })
})

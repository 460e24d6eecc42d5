import { describe, expect, test } from 'vitest'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import type { Finding } from '#challenges/method.ts'
import { quorum, type Report } from '#challenges/quorum.ts'
import { inShort } from './fixture.ts'

const findings: Record<string, Finding> = {
  p: proved({ asked: 'x', authenticated: false, chain: [], addresses: [] }),
  r: refused('nxdomain', 'not there'),
  u: unlearnt('timeout', 'too slow'),
}

function report(letter: string, index: number): Report {
  const finding = findings[letter]
  if (finding === undefined) throw new Error(`No finding ${letter}`)
  return { perspective: `p${index}.test`, finding }
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
    ['p', 'proved'],
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
    const other = { perspective: 'p1.test', finding: refused('wildcard', 'everywhere') }
    expect(quorum(report('r', 0), [other])).toBe(findings['r'])
  })
})

import { expect, test } from 'vitest'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import type { Finding } from '#challenges/method.ts'
import { adviseRetry } from '#challenges/retry-after.ts'

const yes = proved
const no = (negativeTtl: number | null) => refused('nxdomain', 'not there', negativeTtl)
const unknown = unlearnt('timeout', 'too slow')

test.each<[string, Finding[], number | null]>([
  ['nothing, when a method proved', [no(300), yes, unknown], null],
  ['half a minute, when nobody said how long the "no" is kept', [no(null)], 30],
  ['half a minute after silence', [unknown], 30],
  ['the negative TTL', [no(300)], 300],
  ['the longest negative TTL', [no(60), unknown, no(900), no(null)], 900],
  ['five seconds at least', [no(0)], 5],
  ['an hour at most', [no(86_400)], 3_600],
  ['half a minute, when no method looked', [], 30],
])('the advice is %s', (_, findings, expected) => {
  expect(adviseRetry(findings.map((finding) => ({ finding })))).toBe(expected)
})

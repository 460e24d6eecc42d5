import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemRandom } from '#base/random.ts'
import { holdsCode, newCode } from '#proofs/code.ts'

test('a code spells its domain and holds 100 random bits', () => {
  expect(newCode(systemRandom, 'Acme.com')).toMatch(/^vm-acme-com-[a-z2-7]{20}$/)
  expect(newCode(systemRandom, 'xn--mnchen-3ya.de')).toMatch(/^vm-xn--mnchen-3ya-de-[a-z2-7]{20}$/)
  const codes = Array.from({ length: 1_000 }, () => newCode(systemRandom, 'acme.com'))
  expect(new Set(codes).size).toBe(1_000)
})

test('of a very long domain the end is kept, and the code fits a title of 100 characters', () => {
  const long = `${'a'.repeat(50)}.${'b'.repeat(50)}.acme.co.uk`
  const code = newCode(systemRandom, long)
  expect(code).toMatch(/-acme-co-uk-[a-z2-7]{20}$/)
  expect(code.length).toBeLessThanOrEqual(100)
})

const code = 'vm-acme-com-k5q2m7xr4vd3n6wz2ahs'

test.each([
  [code, true],
  [`“${code}”`, true],
  [`#${code.toUpperCase()}.`, true],
  [`a\n${code}\nb`, true],
  [`https://acme.com/${code}?x`, true],
  [`${code}a`, false],
  [`é${code}`, false],
  [`${code}_`, false],
  [`-${code}`, false],
  [code.replace('acme', 'аcme'), false],
  ['', false],
])('%s holds the code: %s', (text, holds) => {
  expect(holdsCode(text, code)).toBe(holds)
})

test('no other code is taken for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(holdsCode(text, code)).toBe(false)
      expect(holdsCode(`${text} ${code} ${text}`, code)).toBe(true)
    }),
  )
})

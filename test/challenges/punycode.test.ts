import fc from 'fast-check'
import { domainToASCII } from 'node:url'
import { expect, test } from 'vitest'
import { decodePunycode } from '#challenges/punycode.ts'

// RFC 3492 §7.1, samples in lower case.
test.each([
  ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
  ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
  ['proprostnemluvesky-uyb24dma41a', 'proČprostěnemluvíČesky'.toLowerCase()],
  ['3b-ww4c5e180e575a65lsy2b', '3年b組金八先生'],
  ['bcher-kva', 'bücher'],
  ['acme-', 'acme'],
  ['ls8h', '\u{1F4A9}'],
])('%s is %s', (text, expected) => expect(decodePunycode(text)).toBe(expected))

test.each([
  'z',
  'zzzzzzzzzz99999',
  '99999999',
  'bcher-kv!',
  'ü',
  '-\u00fc',
  '9'.repeat(59),
  `${'9'.repeat(500)}a`,
])('%s is malformed', (text) => {
  expect(decodePunycode(text)).toBeNull()
})

test('it undoes what the platform encodes', () => {
  const labels = fc.string({
    unit: fc.integer({ min: 0x430, max: 0x44f }).map((code) => String.fromCodePoint(code)),
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(labels, fc.stringMatching(/^[a-z]{0,10}$/), (letters, plain) => {
      const label = plain + letters
      expect(decodePunycode(domainToASCII(label).slice('xn--'.length))).toBe(label)
    }),
    { seed: 1 },
  )
})

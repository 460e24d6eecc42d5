import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersOf } from '#lookalikes/letters.ts'
import { skeleton, spelling } from '#lookalikes/skeleton.ts'

describe('names that look the same have one skeleton', () => {
  test.each([
    ['acme', 'аcme', 'Cyrillic а'],
    ['acme', 'аcмe', 'two Cyrillic letters'],
    ['acme', 'acrne', 'rn for m'],
    ['acme', 'a.c-m_e', 'separators'],
    ['acme', 'ac\u200Bme', 'a zero-width space'],
    ['acme', '\u202Eacme\u202C', 'direction overrides'],
    ['acme', 'acme\u200D\uFE0F', 'a joiner and a variation selector'],
    ['acme', 'Acme ✔️', 'an adornment'],
    ['acme', 'ácmé', 'marks'],
    ['acme', '𝓪𝐜𝗺𝚎', 'mathematical letters'],
    ['acme', 'ａｃｍｅ', 'wide letters'],
    ['google', 'g0ogle', 'a zero'],
    ['google', 'GOOGIE', 'a capital I'],
    ['google', 'goog1e', 'a one'],
    ['google', 'ɢoogle', 'a small capital'],
    ['paypal', 'paypaI', 'a capital I for l'],
    ['world', 'vvorld', 'vv for w'],
    ['dove', 'clove', 'cl for d'],
    ['łódź', 'lodz', 'strokes and marks'],
    ['østfold đakovo ħal ıslak weiß', 'ostfold dakovo hal islak weiss', 'ø đ ħ ı ß'],
    ['scope', 'ѕсоре', 'all of it Cyrillic'],
    ['яндекс', 'ЯНДЕКС', 'case of another script'],
    ['seven', '$even', 'a dollar'],
  ])('%s and %s: %s', (one, other) => {
    expect(skeleton(other)).toBe(skeleton(one))
  })

  test.each([
    ['acme', 'acne'],
    ['acme', 'acmee'],
    ['disco', 'cisco'],
    ['mail', 'male'],
    ['2015', '2016'],
  ])('%s and %s do not', (one, other) => {
    expect(skeleton(other)).not.toBe(skeleton(one))
  })
})

test('the skeleton of every character, and of its letters, is its own', () => {
  for (let code = 0; code < 0x110000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue
    const key = skeleton(String.fromCodePoint(code))
    if (skeleton(key) !== key) expect(code.toString(16)).toBe('idempotent')
  }
})

test('skeletons, letters and spellings are their own, whatever people write', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('r', 'n', 'v', 'c', 'l', '1', 'I', 'і', 'ѵ', '-', '\u200B', '🔥', 'ﷺ'))
      .map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (name) => {
      for (const of of [skeleton, lettersOf, spelling]) expect(of(of(name))).toBe(of(name))
    }),
  )
})

test('what has no letters has no skeleton', () => {
  for (const name of ['', '🔥🔥', '---', '\u200B\u200D', '。']) expect(skeleton(name)).toBe('')
})

test('ten thousand characters of any kind are read whole, and alike when read again', () => {
  for (const unit of ['a', 'аcмe-', '🔥', 'ﷺ', '\u202Ee\u0301\u200D', 'rn', '👩‍👩‍👧']) {
    const name = unit.repeat(10_000 / unit.length)
    const key = skeleton(name)
    expect(skeleton(key)).toBe(key)
    expect(skeleton(`${name}z`)).toBe(`${key}z`)
  }
})

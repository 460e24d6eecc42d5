import { expect, test } from 'vitest'
import { shown } from '#challenges/shown.ts'

test.each([
  [['one'], '"one"'],
  [['one', 'two'], '"one" and 1 more'],
  [['one', 'two', 'three'], '"one" and 2 more'],
  [['x'.repeat(100)], `"${'x'.repeat(100)}"`],
  [['x'.repeat(101)], `"${'x'.repeat(100)}…"`],
  [['x'.repeat(60_000)], `"${'x'.repeat(100)}…"`],
  [['\u{1F600}'.repeat(101)], `"${'\u{1F600}'.repeat(100)}…"`],
  [['a\u001b[31m\nb\u202ec\u200bd\u2028e'], '"a\ufffd[31m\ufffdb\ufffdc\ufffdd\ufffde"'],
  [[], '""'],
])('%j reads %s', (values, expected) => {
  expect(shown(values)).toBe(expected)
})

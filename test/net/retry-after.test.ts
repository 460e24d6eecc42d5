import { expect, test } from 'vitest'
import { retryAfterSeconds } from '#net/retry-after.ts'

const now = 'Wed, 21 Oct 2026 07:28:00 GMT'

test.each([
  ['120', null, 120],
  [' 0 ', now, 0],
  ['Wed, 21 Oct 2026 07:29:30 GMT', now, 90],
  ['Wed, 21 Oct 2026 07:00:00 GMT', now, 0],
  ['Wed, 21 Oct 2026 07:29:30 GMT', null, null],
  ['Wed, 21 Oct 2026 07:29:30 GMT', 'soon', null],
  ['2026-10-21T07:29:30Z', now, null],
  ['Wed, 99 Oct 2026 07:29:30 GMT', now, null],
  ['-5', now, null],
  ['1e9', now, null],
  ['12345678901', now, null],
  ['', now, null],
  [null, now, null],
])('Retry-After %s beside Date %s is %s seconds', (retryAfter, date, seconds) => {
  expect(retryAfterSeconds(retryAfter, date)).toBe(seconds)
})

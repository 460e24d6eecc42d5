import { expect, test } from 'vitest'
import { newCode, readCode, readTicket, showCode, writeTicket } from '#auth/email-code.ts'
import { isLoopback, networkOf } from '#auth/network.ts'
import { systemRandom } from '#base/random.ts'

test('a code is eight digits, each as likely as any other', () => {
  const codes = Array.from({ length: 5_000 }, () => newCode(systemRandom))
  expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(4_990)
  const counts = new Map<string, number>()
  for (const digit of codes.join('')) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  // 4,000 each; seven standard deviations are 420.
  for (const count of counts.values()) expect(Math.abs(count - 4_000)).toBeLessThan(420)
})

test('bytes that would make some digits likelier are thrown back', () => {
  const bytes = [250, 255, 0, 9, 10, 249, 251, 1, 2, 3, 4, 5]
  let at = 0
  const code = newCode({
    bytes: (count) => Uint8Array.from({ length: count }, () => bytes[at++ % bytes.length] ?? 0),
  })
  expect(code).toBe('09091234')
})

test.each([
  ['1234 5678', '12345678'],
  [' 1234-5678\n', '12345678'],
  ['1234\u00A05678.', '12345678'],
  ['abcd', 'abcd'],
])('%j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test('a code is shown in two halves', () => {
  expect(showCode('12345678')).toBe('1234 5678')
})

test('a ticket is read as it was written, and nothing else is one', () => {
  const ticket = { codeId: `cod_${'a'.repeat(20)}`, browser: 'b'.repeat(32) }
  expect(readTicket(writeTicket(ticket))).toEqual(ticket)
  for (const text of [
    undefined,
    '',
    'x',
    `${writeTicket(ticket)}.`,
    writeTicket({ ...ticket, browser: '' }),
  ]) {
    expect(readTicket(text)).toBeNull()
  }
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['127.0.0.1', null],
  ['::1', null],
  ['unknown', null],
  ['', null],
  [null, null],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['203.0.113.7', false],
  ['localhost', false],
  [null, false],
])('%s is this machine: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected)
})

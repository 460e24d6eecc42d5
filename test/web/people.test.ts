import { expect, test } from 'vitest'
import { readLastDay } from '#web/organisation/last-day.ts'
import { readName } from '#web/organisation/name.ts'
import { ownPath } from '#web/own-path.ts'
import { browserOf } from '#web/sign-in/browser.ts'

test.each([
  ['2027-01-31', Date.UTC(2027, 1, 1)],
  ['2028-02-29', Date.UTC(2028, 2, 1)],
  ['', null],
  ['2027-02-29', undefined],
  ['2027-13-01', undefined],
  ['31.1.2027', undefined],
  ['2027-01-31T00:00', undefined],
  ['999999-01-01', undefined],
])('the last day %j is over at %s', (text, end) => {
  expect(readLastDay(text)).toBe(end)
})

test.each([
  ['  Acme Ltd ', 'Acme Ltd'],
  ['A\u202Ecme\u200B', 'Acme'],
  ['Cafe\u0301', 'Café'],
  ['\u200B', null],
  ['', null],
  ['a'.repeat(101), null],
])('the name %j is %j', (text, name) => {
  expect(readName(text)).toBe(name)
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari · iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
    'Safari · macOS',
  ],
  ['curl/8.0', null],
  ['', null],
])('%s is %s', (userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser)
})

test.each([
  ['/keys?a=b#c', '/keys?a=b#c'],
  ['//evil.example', '/dashboard'],
  [String.raw`/\evil.example`, '/dashboard'],
  ['/.//evil.example', '/dashboard'],
  ['/a/..//evil.example', '/dashboard'],
  ['/%2e//evil.example', '/dashboard'],
])('whoever wants to go on to %j comes to %s', (text, path) => {
  expect(ownPath(text, 'https://registry.example')).toBe(path)
})

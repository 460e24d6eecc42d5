import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AskedName } from '#lookalikes/alike.ts'
import { nameOfDomain } from '#lookalikes/name-of.ts'
import { watchOver } from '#lookalikes/watch.ts'
import { falsePositives, namesOf, recall } from './measure.ts'

const protectedNames = [
  'Peñanieva',
  'Lumen Energía',
  'Acme',
  'Microsoft',
  'Logitech',
  'Banco Castellano',
  'Premio',
]
const watch = watchOver(protectedNames.flatMap((name, at) => namesOf(name, `br_${at}`)))

const account = (name: string): AskedName => ({ kind: 'account', platform: 'instagram', name })
const domain = (name: string): AskedName => ({
  kind: 'domain',
  domain: name,
  name: nameOfDomain(name) ?? name,
})

test.each([
  [account('rnicrosoft'), 'high same_look'],
  [account('micro-soft'), 'high same_letters'],
  [account('microsoft'), 'high same_name'],
  [account('mircosoft'), 'high letters_swapped'],
  [account('microsofft'), 'high letter_doubled'],
  [account('microsft'), 'high letter_missing'],
  [account('microsodt'), 'high neighbour_key'],
  [account('microqoft'), 'medium one_letter'],
  [account('nicrosoft'), 'high similar_letters'],
  [account('microsofts'), 'medium plural'],
  [account('soporte_penanieva'), 'high affix'],
  [account('pomoc-logitech'), 'high affix'],
  [account('logitech.oficial'), 'high affix'],
  [account('logitech_es'), 'medium affix'],
  [account('logitech2024'), 'medium affix'],
  [account('bancocastelllanno'), 'medium few_letters'],
  [account('mibancocastellanoahora'), 'medium contained'],
  [account('мicrоsоft'), 'high same_look'],
  [domain('microsoft.shop'), 'high other_suffix'],
  [domain('microsoftcom.net'), 'high dots_dropped'],
  [domain('wwwmicrosoft.net'), 'high affix'],
  [domain('microsoft.com.login.net'), 'high embedded'],
  [domain('logitech.evil.net'), 'medium embedded'],
  [domain('xn--mcrosoft-thh.com'), 'high same_look'],
  // Under five letters only what looks the same is told of.
  [account('acmee'), null],
  [account('support-acme'), null],
  [account('acrne'), 'medium same_look'],
  [account('logistics'), null],
  [account('banco'), null],
  [account('🔥🔥🔥'), null],
])('%j is told to be %j', (asked, expected) => {
  const [found] = watch.find(asked)
  expect(found === undefined ? null : `${found.tier} ${found.reason}`).toBe(expected)
})

test('each brand is named once, the strongest first', () => {
  const found = watch.find(account('bancocastellano-microsoft'))
  expect(found.map(({ like }) => like.brandId).toSorted()).toEqual(['br_3', 'br_5'])
})

test('whatever is asked, it is answered without a fault, and with protected names alone', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .constantFrom('microsoft', 'logi', 'тech', '-', '1', 'l', 'support', '\u202E', '🔥')
      .map((part) => part.repeat(40)),
  )
  fc.assert(fc.property(name, (asked) => watch.find(account(asked)).length <= protectedNames.length))
  for (const unit of ['a', 'microsoft', '\u202Emicrosoft\u200D', '🔥', 'l1I|']) {
    const found = watch.find(domain(unit.repeat(10_000 / unit.length)))
    expect(found.length).toBeLessThanOrEqual(protectedNames.length)
  }
})

test('benign names are left alone and variants found, as the gates have it', () => {
  const lines = (file: string) => readFileSync(`test/bench/names/${file}`, 'utf8').trim().split('\n')
  const own = lines('protected.txt')
  const all = watchOver(own.flatMap((name, at) => namesOf(name, `br_${at}`)))
  const benign = falsePositives(all, own, lines('benign.txt'))
  expect(benign.high).toBeLessThanOrEqual(0.001)
  expect(benign.medium).toBeLessThanOrEqual(0.005)
  let seed = 7
  const found = recall(all, own.slice(0, 300), (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  })
  const least = {
    'Cyrillic, one letter': 0.95,
    'Cyrillic, all letters': 0.95,
    hyphen: 0.95,
    'other suffix': 0.95,
    'homoglyph, one': 0.88,
    'homoglyphs, two': 0.88,
    transposition: 0.9,
  }
  for (const [kind, share] of Object.entries(least)) {
    const { high, medium } = found.get(kind) ?? { high: 0, medium: 0 }
    expect(high + medium, kind).toBeGreaterThanOrEqual(share)
  }
})

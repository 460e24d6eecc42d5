import { describe, expect, test } from 'vitest'
import { texts } from '#i18n/texts.ts'

const greet = texts({
  en: {
    accounts: '{count, plural, =0 {No accounts} one {# account} other {# accounts}} of {domain}',
    day: 'Since {at, date, day}',
    moment: 'At {at, date, moment} UTC',
    relation: '{relation, select, fan {A fan’s} other {Its own}}',
    link: 'See <strong>all</strong> of <brand>{domain}</brand>.',
  },
  es: {
    accounts: '{count, plural, =0 {Ninguna cuenta} one {# cuenta} other {# cuentas}} de {domain}',
    day: 'Desde el {at, date, day}',
    moment: 'El {at, date, moment} UTC',
    relation: '{relation, select, fan {De un fan} other {Propia}}',
    link: 'Ver <strong>todo</strong> de <brand>{domain}</brand>.',
  },
  pl: {
    accounts:
      '{count, plural, =0 {Brak kont} one {# konto} few {# konta} many {# kont} other {# konta}} {domain}',
    day: 'Od {at, date, day}',
    moment: '{at, date, moment} UTC',
    relation: '{relation, select, fan {Fanów} other {Własne}}',
    link: 'Zobacz <strong>wszystko</strong> z <brand>{domain}</brand>.',
  },
})

describe('texts', () => {
  test.each([
    ['en', 1, '1 account of acme.com'],
    ['en', 22, '22 accounts of acme.com'],
    ['es', 0, 'Ninguna cuenta de acme.com'],
    ['pl', 1, '1 konto acme.com'],
    ['pl', 3, '3 konta acme.com'],
    ['pl', 12, '12 kont acme.com'],
    ['pl', 22, '22 konta acme.com'],
  ] as const)('count in %s: %i', (language, count, said) => {
    expect(greet(language)('accounts', { count, domain: 'acme.com' })).toBe(said)
  })

  test('tell days and moments as each language does, in UTC', () => {
    const at = Date.UTC(2026, 2, 1, 23, 30)
    expect(greet('en')('day', { at })).toBe('Since 1 March 2026')
    expect(greet('es')('day', { at })).toBe('Desde el 1 de marzo de 2026')
    expect(greet('pl')('day', { at })).toBe('Od 1 marca 2026')
    expect(greet('en')('moment', { at })).toContain('23:30 UTC')
  })

  test('keep apart what strangers wrote, also where it holds what looks like a message', () => {
    expect(greet('en').parts('accounts', { count: 2, domain: '{evil}<b>' })).toEqual([
      '2 accounts of ',
      { term: '{evil}<b>' },
    ])
    expect(greet('en')('accounts', { count: 2, domain: 'a\u202Eb' })).toBe('2 accounts of ab')
  })

  test('choose by a word', () => {
    expect(greet('es')('relation', { relation: 'fan' })).toBe('De un fan')
    expect(greet('es')('relation', { relation: 'official' })).toBe('Propia')
  })

  test('link and weigh', () => {
    expect(greet('pl').parts('link', { domain: 'acme.com', brand: { to: '/b/acme.com' } })).toEqual([
      'Zobacz ',
      { strong: ['wszystko'] },
      ' z ',
      { link: '/b/acme.com', parts: [{ term: 'acme.com' }] },
      '.',
    ])
  })

  test('put one sentence into another', () => {
    const inner = greet('en').parts('accounts', { count: 1, domain: 'acme.com' })
    const outer = texts({ en: { all: 'Look: {inner}!' }, es: { all: '{inner}' }, pl: { all: '{inner}' } })
    expect(outer('en').parts('all', { inner })).toEqual([
      'Look: ',
      '1 account of ',
      { term: 'acme.com' },
      '!',
    ])
  })
})

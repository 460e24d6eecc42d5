import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDomainName, type DomainNameReason } from '#challenges/domain-name.ts'

const strict = { acceptReserved: false }
const long = 'a'.repeat(63)

function reasonFor(text: string, options = strict): DomainNameReason | 'accepted' {
  const result = parseDomainName(text, options)
  return result.ok ? 'accepted' : result.refusal.reason
}

function detailFor(text: string): string {
  const result = parseDomainName(text, strict)
  return result.ok ? 'accepted' : result.refusal.detail.en
}

describe('a name is accepted', () => {
  test.each([
    ['acme.com', 'acme.com', 'acme.com', true],
    ['ACME.com', 'acme.com', 'acme.com', true],
    ['acme.com.', 'acme.com', 'acme.com', true],
    ['  acme.com\n', 'acme.com', 'acme.com', true],
    ['www.acme.com', 'www.acme.com', 'acme.com', true],
    ['shop.acme.com', 'shop.acme.com', 'acme.com', false],
    ['www.shop.acme.com', 'www.shop.acme.com', 'acme.com', false],
    ['acme.co.uk', 'acme.co.uk', 'acme.co.uk', true],
    ['www.acme.co.uk', 'www.acme.co.uk', 'acme.co.uk', true],
    ['acme.github.io', 'acme.github.io', 'acme.github.io', true],
    ['docs.acme.github.io', 'docs.acme.github.io', 'acme.github.io', false],
    ['www.ck', 'www.ck', 'www.ck', true],
    ['Bücher.com', 'xn--bcher-kva.com', 'xn--bcher-kva.com', true],
    ['XN--BCHER-KVA.com', 'xn--bcher-kva.com', 'xn--bcher-kva.com', true],
    ['faß.de', 'xn--fa-hia.de', 'xn--fa-hia.de', true],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai', true],
    ['例え.テスト.jp', 'xn--r8jz45g.xn--zckzah.jp', 'xn--zckzah.jp', false],
    ['acme。com', 'acme.com', 'acme.com', true],
    ['ａｃｍｅ.com', 'acme.com', 'acme.com', true],
    ['3m.com', '3m.com', '3m.com', true],
    ['a-b--c.com', 'a-b--c.com', 'a-b--c.com', true],
    ['1.2.3.4.acme.com', '1.2.3.4.acme.com', 'acme.com', false],
    [`${long}.com`, `${long}.com`, `${long}.com`, true],
    ['a.b.c.d.e.f.g.h.acme.com', 'a.b.c.d.e.f.g.h.acme.com', 'acme.com', false],
  ])('%j', (text, name, registrableDomain, isApexOrWww) => {
    expect(parseDomainName(text, strict)).toEqual({
      ok: true,
      value: { name, registrableDomain, isApexOrWww },
    })
  })

  test.each([
    ['acme.example', 'acme.example', true],
    ['shop.acme.example', 'acme.example', false],
    ['www.acme.test', 'acme.test', true],
  ])('%j, where reserved names are', (name, registrableDomain, isApexOrWww) => {
    const value = { name, registrableDomain, isApexOrWww }
    expect(parseDomainName(name, { acceptReserved: true })).toEqual({ ok: true, value })
  })
})

const refusals: Record<DomainNameReason, readonly string[]> = {
  domain_not_understood: [
    '',
    '   ',
    'https://acme.com',
    'https://acme.com/about',
    'acme.com/about',
    'acme.com:443',
    'acme.com?x',
    'acme.com#x',
    'acme.com\\x',
    'info@acme.com',
    '@acme',
    'user:password@acme.com',
    '*.acme.com',
    'acme .com',
    'ac\tme.com',
    'acme%2ecom',
    'acme<.com',
    'acme／about.com',
    '\u00ad',
    '\u200d.com',
  ],
  domain_is_ip_address: [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '1.2.3.400',
    'acme.0x7f',
    '１２７.０.０.１',
    '127.0.0.1.',
    '::1',
    '[::1]',
    '[::1]:443',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    'fe80::1%eth0',
  ],
  domain_is_public_suffix: ['com', 'co.uk', 'CO.UK.', 'kawasaki.jp', 'foo.ck', 'рф', '公司.cn'],
  domain_is_private_suffix: ['github.io', 'GitHub.io.', 's3.amazonaws.com'],
  domain_is_special_use: [
    'localhost',
    'acme.localhost',
    'printer.local',
    'acme.onion',
    'acme.invalid',
    'acme.internal',
    '1.0.0.127.in-addr.arpa',
    'home.arpa',
    'router.home.arpa',
    'acme.alt',
    'acme.example',
    'acme.test',
    'test',
    'nas.lan',
  ],
  domain_label_too_long: [`${long}a.com`, `${'é'.repeat(60)}.com`, `acme.${long}a`],
  domain_too_long: [
    [long, long, long, 'a'.repeat(37), 'com'].join('.'),
    `a.${'b.'.repeat(120)}com`,
    'a'.repeat(5_000),
  ],
  domain_too_many_labels: ['a.b.c.d.e.f.g.h.i.acme.com'],
  domain_label_malformed: [
    'acme..com',
    '.acme.com',
    'acme.com..',
    '.',
    '-acme.com',
    'acme-.com',
    '_dmarc.acme.com',
    'ac_me.com',
    'ab--cd.com',
    'xn--.com',
    'xn--a.com',
    'xn--acme-.com',
    'xn--zzzzzzzzzz99999.com',
    'xn--xn--a-cda.com',
    'a$b.com',
    "o'neill.com",
    'a&b.com',
  ],
  domain_has_no_suffix: ['acme', 'acme.notatld', 'acme.example.notatld'],
}

describe.each(Object.entries(refusals))('%s', (reason, texts) => {
  test.each(texts)('%j', (text) => expect(reasonFor(text)).toBe(reason))
})

test('where reserved names are accepted, other special ones and bare tops are not', () => {
  const reserved = { acceptReserved: true }
  expect(reasonFor('acme.local', reserved)).toBe('domain_is_special_use')
  expect(reasonFor('localhost', reserved)).toBe('domain_is_special_use')
  expect(reasonFor('example', reserved)).toBe('domain_has_no_suffix')
})

test('a name is as long as the challenge name before it allows', () => {
  const name = (last: number) => [long, long, long, 'a'.repeat(last), 'com'].join('.')
  expect(name(36)).toHaveLength(232)
  expect(reasonFor(name(36))).toBe('accepted')
  expect(reasonFor(name(37))).toBe('domain_too_long')
})

describe('the words for a stranger', () => {
  test.each([
    [
      'https://acme.com/x',
      '"https://acme.com/x" has a scheme, so it is a link. Type the domain name alone: acme.com',
    ],
    [
      '*.acme.com',
      '"*.acme.com" has an asterisk, but a wildcard covers no name of its own. Type the domain name alone: acme.com',
    ],
    [
      '127.1',
      '"127.1" is an IP address, or ends in a number as only those do. Type the domain name that your customers know, such as acme.com.',
    ],
    [
      'co.uk',
      'co.uk is a public suffix: anyone may register names under it, so it cannot belong to one brand. Type your own name under it, such as acme.co.uk.',
    ],
    [
      'github.io',
      'Under github.io many different people have names of their own, so it cannot belong to one brand. Type your own name under it, such as acme.github.io.',
    ],
    [
      'nas.local',
      '"nas.local" is under a top that is set aside and not part of the public DNS. Type a public domain name.',
    ],
    [`${long}a.com`, `"${long}a" has 64 characters; between two dots there can be 63.`],
    [
      [long, long, long, 'a'.repeat(37), 'com'].join('.'),
      `"${`${long}.${long}`.slice(0, 100)}…" has 233 characters; there can be 232, so that the name of the challenge fits before it. Prove a shorter name above it instead.`,
    ],
    [
      'a.b.c.d.e.f.g.h.i.acme.com',
      '"a.b.c.d.e.f.g.h.i.acme.com" has 11 labels; we accept 10. Prove a name nearer to the top instead.',
    ],
    ['ac_me.com', '"ac_me.com": a domain with a site or mail has no underscore, as "ac_me" has.'],
    [
      'acme',
      '"acme" does not end in a top-level domain that the public DNS has. Type the whole name, such as acme.com.',
    ],
  ])('%j', (text, expected) => expect(detailFor(text)).toBe(expected))
})

describe('for every text', () => {
  const labels = fc.oneof(
    fc.domain(),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `${text}.com`),
    fc.stringMatching(/^xn--[a-z0-9-]{1,20}$/).map((label) => `${label}.com`),
    fc.webUrl(),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.stringMatching(/^[a-z0-9.:%[\]*@/_-]{1,40}$/),
  )

  test('it never throws, and what it gives is a name', () => {
    fc.assert(
      fc.property(labels, fc.boolean(), (text, acceptReserved) => {
        const result = parseDomainName(text, { acceptReserved })
        if (!result.ok) {
          expect(result.refusal.detail).not.toBe('')
          return
        }
        const { name, registrableDomain } = result.value
        expect(name).toMatch(/^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/)
        expect(name === registrableDomain || name.endsWith(`.${registrableDomain}`)).toBe(true)
      }),
      { seed: 1, numRuns: 3_000 },
    )
  })

  test('it is idempotent', () => {
    fc.assert(
      fc.property(labels, (text) => {
        const once = parseDomainName(text, strict)
        if (once.ok) expect(parseDomainName(once.value.name, strict)).toEqual(once)
      }),
      { seed: 2, numRuns: 3_000 },
    )
  })
})

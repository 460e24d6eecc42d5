import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namingIn } from '#proofs/domain-link.ts'
import type { ProvedName } from '#proofs/method.ts'
import { isShared } from '#proofs/shared-hosts.ts'
import { websiteOf } from '#proofs/website.ts'
import { acme } from './scene.ts'

const www: ProvedName = { name: 'www.acme.com', registrableDomain: 'acme.com', strength: 'web' }
const shop: ProvedName = { name: 'shop.acme.com', registrableDomain: 'acme.com', strength: 'dns' }
const tenant: ProvedName = { name: 'acme.github.io', registrableDomain: 'acme.github.io', strength: 'web' }
const list: ProvedName = { name: 'linktr.ee', registrableDomain: 'linktr.ee', strength: 'dns' }
const idn: ProvedName = { name: 'xn--mnchen-3ya.de', registrableDomain: 'xn--mnchen-3ya.de', strength: 'dns' }

function named(website: string, domain: ProvedName): string {
  const websites = [websiteOf(website)].filter((url) => url !== null)
  const naming = namingIn({ handle: 'acme', platformId: null, websites, bio: null }, [domain])
  return 'domain' in naming ? `${naming.kind} ${naming.domain}` : naming.kind
}

describe('a website', () => {
  test.each([
    ['https://acme.com', acme, 'named acme.com'],
    ['http://acme.com/', acme, 'named acme.com'],
    ['HTTPS://ACME.COM/Shop?a=1#b', acme, 'named acme.com'],
    ['acme.com', acme, 'named acme.com'],
    ['acme.com/de', acme, 'named acme.com'],
    ['www.acme.com', acme, 'named acme.com'],
    ['https://acme.com./', acme, 'named acme.com'],
    ['https://acme.com:443/', acme, 'named acme.com'],
    ['https://acme.com/', www, 'named www.acme.com'],
    ['https://shop.acme.com/x', shop, 'named shop.acme.com'],
    ['https://münchen.de/', idn, 'named xn--mnchen-3ya.de'],
    ['https://acme.github.io/', tenant, 'named acme.github.io'],
    ['https://acme.github.io/acme', tenant, 'not_root acme.github.io'],
    ['https://linktr.ee/acme', list, 'not_root linktr.ee'],
    ['https://linktr.ee/?acme', list, 'not_root linktr.ee'],
    ['https://linktr.ee/#acme', list, 'not_root linktr.ee'],
    ['https://linktr.ee/', list, 'named linktr.ee'],
    ['https://www.shop.acme.com/', shop, 'elsewhere'],
    ['https://acme.com/', shop, 'elsewhere'],
    ['https://shop.acme.com/', acme, 'elsewhere'],
    ['https://acme.com:8443/', acme, 'elsewhere'],
    ['https://acme.com@evil.example/', acme, 'elsewhere'],
    ['https://user@acme.com/', acme, 'elsewhere'],
    ['https://evil.example/?https://acme.com/', acme, 'elsewhere'],
    ['https://acme.co', acme, 'elsewhere'],
    ['https://acmе.com/', acme, 'elsewhere'],
    ['ftp://acme.com/', acme, 'nothing'],
    ['javascript:acme.com', acme, 'nothing'],
    ['acme.com is ours', acme, 'nothing'],
    ['', acme, 'nothing'],
  ])('%s for %o', (website, domain, naming) => {
    expect(named(website, domain)).toBe(naming)
  })

  test('of several, any that names a domain counts', () => {
    const websites = ['https://other.example/', 'https://linktr.ee/acme', 'https://shop.acme.com/']
    const profile = { handle: 'acme', platformId: null, websites, bio: null }
    expect(namingIn(profile, [list, shop])).toEqual({ kind: 'named', domain: 'shop.acme.com' })
    expect(namingIn(profile, [])).toEqual({ kind: 'elsewhere', host: 'other.example' })
  })
})

describe('a bio', () => {
  const naming = (bio: string, domain = acme) =>
    namingIn({ handle: 'acme', platformId: null, websites: [], bio }, [domain]).kind

  test.each([
    ['trust://acme.com!', 'named'],
    ['Tools (trust://acme.com!).', 'named'],
    ['Tools\ntrust://ACME.com!\nsince 1949', 'named'],
    ['“trust://acme.com!”', 'named'],
    ['trust://other.example! trust://acme.com!', 'named'],
    ['xtrust://acme.com!', 'mention'],
    ['https://evil.example/trust://acme.com!', 'mention'],
    ['trust://acme.com!x', 'mention'],
    ['trust://acme.com!!', 'mention'],
    ['trust://acme.com/!', 'mention'],
    ['trust://acme.com !', 'mention'],
    ['trust:acme.com!', 'mention'],
    ['not of acme.com', 'mention'],
    ['www.acme.com.', 'mention'],
    ['trust://www.acme.com!', 'mention'],
    ['trust://acme.com.!', 'mention'],
    ['trust://acme.com.evil.example!', 'nothing'],
    ['trust://notacme.com!', 'nothing'],
    ['trust://x.acme.com!', 'nothing'],
    ['notacme.com acme.community acme.com.br acme-com', 'nothing'],
  ])('%s', (bio, kind) => {
    expect(naming(bio)).toBe(kind)
  })

  test('may write a domain in its own script', () => {
    expect(naming('trust://münchen.de!', idn)).toBe('named')
    expect(naming('trust://MÜNCHEN.de!', idn)).toBe('named')
  })
})

test('no text names a domain unless it holds the whole of it', () => {
  const parts = fc.constantFrom(
    'acme',
    '.com',
    'trust://',
    '!',
    'https://',
    'x',
    '-',
    '.',
    '/',
    ' ',
    '@',
    'evil.example',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      const website = websiteOf(text)
      const profile = {
        handle: 'acme',
        platformId: null,
        websites: website === null ? [] : [website],
        bio: text,
      }
      if (namingIn(profile, [acme]).kind !== 'named') return
      const host = website === null ? '' : new URL(website).hostname.replace(/\.$/, '')
      const isLinked = host === 'acme.com'
      expect(isLinked || /(?:^| )trust:\/\/acme\.com!(?: |$|\.)/.test(text)).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

test.each([
  ['linktr.ee', true],
  ['www.linktr.ee', true],
  ['bit.ly', true],
  ['sites.google.com', true],
  ['acme.github.io', true],
  ['acme.notion.site', true],
  ['acme.wixsite.com', true],
  ['acme.blogspot.com', true],
  ['google.com', false],
  ['notlinktr.ee', false],
  ['acme.com', false],
  ['acme.co.uk', false],
])('%s is shared by strangers: %s', (host, shared) => {
  expect(isShared(host)).toBe(shared)
})

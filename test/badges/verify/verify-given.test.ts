import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { carryInPng } from '#badges/picture/png-token.ts'
import { carryInSvg } from '#badges/picture/svg-token.ts'
import { plainVariant } from '#badges/variant.ts'
import { verifyGiven } from '#badges/verify/verify-given.ts'
import { budget } from '#base/lifetimes.ts'
import { badges } from '#db/schema.ts'
import { drawLooks } from '#jobs/budget.ts'
import { issuedBadge, openHome, publicUrl, type Home } from '#test/badges/fixture.ts'
import { badgeCodes } from '#web/badge-codes.ts'

let home: Home
let badge = ''
beforeEach(async () => {
  home = await openHome()
  badge = await issuedBadge(home)
})
afterEach(() => home.close())

/** The steps that say more than that all is well: the first, and the last. */
async function told(given: string | Uint8Array, origin?: string): Promise<string> {
  const { valid, steps } = await verifyGiven(home.deps, { given, origin })
  const [first] = steps
  const last = steps.at(-1)
  const source = first?.step === 'source' ? `${first.outcome} ${first.code}` : 'itself'
  return first === last ? `${valid}: ${source}` : `${valid}: ${source}, ${last?.step} ${last?.code}`
}

const empty = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
const utf8 = (text: string) => new TextEncoder().encode(text)
const page = (body: string) =>
  `<!doctype html><html><head><title>Acme</title></head><body>${body}</body></html>`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a file or a text', () => {
  test.each<[string, () => string | Uint8Array, string]>([
    ['the JWT', () => badge, 'true: itself, standing stands'],
    ['the JWT with white space around', () => `\r\n ${badge}\n`, 'true: itself, standing stands'],
    [
      'the JWT as bytes with a byte order mark',
      () => utf8(`\uFEFF${badge}\n`),
      'true: itself, standing stands',
    ],
    ['an SVG with it', () => carryInSvg(empty, badge), 'true: passed token_in_svg, standing stands'],
    [
      'an SVG behind a declaration, a comment and a doctype',
      () => `<?xml version="1.0"?>\n<!-- a -> b --><!DOCTYPE svg PUBLIC "x" "y">${carryInSvg(empty, badge)}`,
      'true: passed token_in_svg, standing stands',
    ],
    ['an SVG as bytes', () => utf8(carryInSvg(empty, badge)), 'true: passed token_in_svg, standing stands'],
    ['a PNG with it', () => carryInPng(png, badge), 'true: passed token_in_png, standing stands'],
    [
      'an enveloped credential',
      () =>
        JSON.stringify({
          '@context': 'https://www.w3.org/ns/credentials/v2',
          type: 'EnvelopedVerifiableCredential',
          id: `data:application/vc+jwt,${badge}`,
        }),
      'true: passed token_in_json, standing stands',
    ],
    [
      'our JSON view',
      () => JSON.stringify({ slug: 'acme.com', jwt: `${publicUrl}/badges/acme.com.jwt` }),
      'true: passed own_address, standing stands',
    ],
    ['a JSON view without a badge', () => '{"slug":"acme.com","jwt":null}', 'false: failed badge_not_issued'],
    ['an SVG without one', () => empty, 'null: unknown picture_without_token'],
    ['a PNG without one', () => png, 'null: unknown picture_without_token'],
    [
      'an SVG with two different ones',
      () => carryInSvg(carryInSvg(empty, badge), 'e30.e30.AAAA'),
      'false: failed several_tokens',
    ],
    [
      'an SVG with a good one and something that is none',
      () => carryInSvg(carryInSvg(empty, badge), 'not a token'),
      'false: failed several_tokens',
    ],
    [
      'a PNG with two different ones',
      () => carryInPng(carryInPng(png, badge), 'e30.e30.AAAA'),
      'false: failed several_tokens',
    ],
    [
      'the same one twice',
      () => carryInSvg(carryInSvg(empty, badge), badge),
      'true: passed token_in_svg, standing stands',
    ],
    [
      'an SVG whose carrier holds an address',
      () => carryInSvg(empty, publicUrl),
      'null: unknown picture_without_token',
    ],
    ['a PNG that is cut', () => carryInPng(png, badge).subarray(0, 900), 'false: failed png_damaged'],
    [
      'a PNG with a flipped bit in its text',
      () => carryInPng(png, badge).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
      'false: failed png_damaged',
    ],
    [
      'an SVG that would expand an entity to the badge',
      () => `<!DOCTYPE svg [<!ENTITY b "${badge}">]>${carryInSvg(empty, '&b;')}`,
      'null: unknown no_badge_found',
    ],
    ['other JSON', () => '{"badge":"acme.com"}', 'false: failed json_not_a_badge'],
    ['broken JSON', () => '{', 'false: failed json_not_a_badge'],
    [
      'bytes that are no text',
      () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      'false: failed file_not_understood',
    ],
    ['far too much', () => 'A'.repeat(1_000_001), 'false: failed file_too_large'],
    ['an address that is none', () => 'https://[acme', 'false: failed address_malformed'],
    ['words', () => 'is acme.com genuine?', 'false: itself'],
    [
      'HTML to copy',
      () => `<a href="#"><img src="${publicUrl}/badges/acme.com.svg"></a>`,
      'true: passed page_shows_badge, standing stands',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await told(given())).toBe(expected)
    expect(home.world.asked).toEqual([])
  })

  test('an SVG nested a hundred thousand deep costs little', async () => {
    expect(await told('<svg>'.repeat(100_000))).toBe('null: unknown picture_without_token')
    expect(await told(`<html>${'<b>'.repeat(100_000)}`)).toBe('null: unknown no_badge_found')
  })

  test('the small badge of a picture verifies by the same ladder, and for the domain’s own sites only', async () => {
    const [row] = await home.db.orm.select({ jwt: badges.pictureJwt }).from(badges)
    const picture = carryInPng(png, row?.jwt ?? '')
    expect(await told(picture, 'https://www.acme.com')).toBe('true: passed token_in_png, origin this_site')
    expect(await told(picture, 'https://squatter.example')).toBe(
      'false: passed token_in_png, origin not_for_this_site',
    )
    const { credential } = await verifyGiven(home.deps, { given: picture })
    expect(credential).toMatchObject({ fullCredential: `${publicUrl}/badges/acme.com.jwt` })
  })
})

describe('an address of this registry', () => {
  test.each([
    '/badges/acme.com.svg',
    '/badges/acme.com.png',
    '/badges/acme.com.jwt',
    '/badges/acme.com.json',
    '/badges/ACME.com.jwt?fresh=1#here',
    '/badges/acme.com/es/card-dark.svg',
    '/badges/acme.com/ES/Card-Dark.SVG',
    '/badges/acme.com/pl/mark-auto.signed.svg',
    '/badges/acme.com.signed.svg',
    '/badges/acme.com/en/flat-light.png',
    '/badges/acme.com/frame?host=acme.com',
    '/b/acme.com',
    '/b/acme.com/badge',
  ])('%s is read without a request', async (path) => {
    expect(await told(`${publicUrl}${path}`)).toBe('true: passed own_address, standing stands')
    expect(home.world.asked).toEqual([])
  })

  test.each([
    ['/badges/nobody.example.svg', 'false: failed badge_not_issued'],
    ['/b/nobody.example', 'false: failed badge_not_issued'],
    ['/badges/acme.com/xx/card-dark.svg', 'null: unknown no_badge_found'],
    ['/badges/%ff.svg', 'null: unknown no_badge_found'],
    ['/', 'null: unknown no_badge_found'],
  ])('%s is none of a badge', async (path, expected) => {
    expect(await told(`${publicUrl}${path}`)).toBe(expected)
    expect(home.world.asked).toEqual([])
  })
})

describe('a page that shows a badge', () => {
  const at = 'https://acme.com/about'
  const img = `<img alt="" src="${publicUrl}/badges/acme.com/en/card-light.svg">`
  const component = `<script type="module" src="${publicUrl}/embed.js"></script><brand-badge brand="acme.com"></brand-badge>`

  test.each([
    ['a picture', img],
    ['a picture twice', img + img],
    ['a frame', `<iframe src="${publicUrl}/badges/acme.com/frame?host=acme.com"></iframe>`],
    ['an object', `<object data="${publicUrl}/badges/acme.com/en/card-light.signed.svg"></object>`],
    ['the component', component],
    [
      'the component around its picture, as the builder gives it',
      badgeCodes('acme.com', { variant: plainVariant, origin: 'https://acme.com' }, publicUrl).component,
    ],
    ['the component by its fixed address', component.replace('embed.js', 'embed/0123456789abcdef.js')],
    ['the component before its script', `<brand-badge brand=" ACME.com "></brand-badge>${component}`],
    ['a relative picture under a base', `<base href="${publicUrl}/b/"><img src="/badges/acme.com.svg">`],
  ])('as %s, is for its own site', async (_, body) => {
    home.world.web.page(at, page(body))
    expect(await told(at)).toBe('true: passed page_shows_badge, origin this_site')
  })

  test('is exposed on a squatter’s site, whatever brand’s badge it copied', async () => {
    home.world.web.page('https://squatter.example/', page(component))
    expect(await told('https://squatter.example/')).toBe(
      'false: passed page_shows_badge, origin not_for_this_site',
    )
    expect(await told('https://squatter.example/', 'https://acme.com')).toBe(
      'true: passed page_shows_badge, origin this_site',
    )
  })

  test('counts where its redirects end', async () => {
    home.world.web.redirect('https://acme.com/', 'https://www.acme.com/')
    home.world.web.page('https://www.acme.com/', page(img))
    expect(await told('https://acme.com/')).toBe('true: passed page_shows_badge, origin this_site')
  })

  test('a base as long as a page does not make each picture cost as much', async () => {
    const pictures = '<img src=a>'.repeat(40_000)
    home.world.web.page(at, page(`<base href="/${'a'.repeat(450_000)}">${pictures}`))
    const before = performance.now()
    expect(await told(at)).toBe('null: unknown no_badge_found')
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('that leads only our look to the brand’s own page is not genuine for it', async () => {
    home.world.web.redirect('https://taken-over.acme.com/', 'https://acme.com/')
    home.world.web.page('https://acme.com/', page(img))
    expect(await told('https://taken-over.acme.com/')).toBe(
      'null: passed page_shows_badge, origin found_elsewhere',
    )
  })

  test.each([
    ['nothing', ''],
    ['somebody else’s picture', '<img src="https://evil.example/badges/acme.com.svg">'],
    ['our address in another’s', `<img src="https://evil.example/?${publicUrl}/badges/acme.com.svg">`],
    ['a link only', `<a href="${publicUrl}/b/acme.com">us</a>`],
    ['a picture that is commented out', `<!-- ${img} -->`],
    ['a picture in a script', `<script>document.write('${img}')</script>`],
    ['a picture in a template', `<template>${img}</template>`],
    ['a component without our script', '<brand-badge brand="acme.com"></brand-badge>'],
    ['a component with another’s script', component.replace(publicUrl, 'https://evil.example')],
    ['a component whose name is empty', component.replace('acme.com', '')],
  ])('is not known with %s', async (_, body) => {
    home.world.web.page(at, page(body))
    expect(await told(at)).toBe('null: unknown no_badge_found')
  })

  test('is not known with badges of two brands, and not valid with one that is not issued', async () => {
    home.world.web.page(at, page(`${img}<img src="${publicUrl}/badges/other.example.svg">`))
    expect(await told(at)).toBe('null: unknown several_badges')
    home.world.web.page(at, page(`<img src="${publicUrl}/badges/other.example.svg">`))
    expect(await told(at)).toBe('false: failed badge_not_issued')
  })
})

describe('an address elsewhere', () => {
  const at = 'https://files.example/acme'

  test.each<[string, () => string, string, string]>([
    ['the JWT', () => badge, 'application/vc+jwt', 'null: passed badge_fetched, origin found_elsewhere'],
    [
      'an SVG',
      () => carryInSvg(empty, badge),
      'image/svg+xml',
      'null: passed badge_fetched, origin found_elsewhere',
    ],
    [
      'a JSON view of ours',
      () => JSON.stringify({ slug: 'acme.com', jwt: `${publicUrl}/badges/acme.com.jwt` }),
      'application/json',
      'null: passed own_address, origin found_elsewhere',
    ],
    ['a PNG', () => 'PNG', 'image/png', 'null: unknown picture_by_address'],
    ['an SVG without a badge', () => empty, 'image/svg+xml', 'null: unknown picture_without_token'],
    [
      'too long a text',
      () => `${badge}${' '.repeat(1_000_001)}`,
      'text/plain',
      'false: failed file_too_large',
    ],
  ])('with %s', async (_, body, type, expected) => {
    home.world.web.page(at, { body: body(), contentType: type })
    expect(await told(at)).toBe(expected)
  })

  test('on the brand’s own site is for it, and elsewhere for whoever names the site', async () => {
    home.world.web.page('https://acme.com/badge.jwt', badge)
    expect(await told('https://acme.com/badge.jwt')).toBe('true: passed badge_fetched, origin this_site')
    home.world.web.page(at, badge)
    expect(await told(at, 'https://acme.com')).toBe('true: passed badge_fetched, origin this_site')
  })

  test('a JSON view leads one step further, and no more', async () => {
    const view = (jwt: string) => JSON.stringify({ slug: 'acme.com', jwt })
    home.world.web.page(at, view(`${at}.jwt`))
    home.world.web.page(`${at}.jwt`, badge)
    expect(await told(at)).toBe('null: passed badge_fetched, origin found_elsewhere')
    home.world.web.page(`${at}.jwt`, view(`${at}.third`))
    expect(await told(at)).toBe('null: unknown no_badge_found')
  })

  test.each([
    [404, 'null: unknown page_missing'],
    [410, 'null: unknown page_missing'],
    [403, 'null: unknown page_unreachable'],
    [500, 'null: unknown page_unreachable'],
  ])('that answers %i is not known, and not invalid', async (status, expected) => {
    home.world.web.status(at, status)
    expect(await told(at)).toBe(expected)
  })

  test.each(['timeout', 'no_address', 'tls_failure', 'address_not_public'] as const)(
    'that fails with %s is not known, and not invalid',
    async (reason) => {
      home.world.web.fail('files.example', reason)
      expect(await told(at)).toBe('null: unknown page_unreachable')
    },
  )

  test('that leads to another domain is not followed', async () => {
    home.world.web.redirect(at, 'https://elsewhere.example/')
    expect(await told(at)).toBe('null: unknown page_redirects')
  })

  test('without TLS is not asked', async () => {
    expect(await told('http://files.example/acme')).toBe('null: unknown address_not_https')
    expect(await told('ftp://files.example/acme')).toBe('null: unknown address_not_https')
    expect(home.world.asked).toEqual([])
  })

  test('draws on the budget that its host has with everybody', async () => {
    await drawLooks(home.deps, 'files.example', 'verify', budget.looks.verify)
    expect(await told(at)).toBe('null: unknown page_busy')
    expect(home.world.asked).toEqual([])
  })
})

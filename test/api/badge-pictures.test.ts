import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { raster } from '#test-door'
import { readPngToken } from '#badges/picture/png-token.ts'
import { readSvgToken } from '#badges/picture/svg-token.ts'
import { styles, themes } from '#badges/variant.ts'
import { badgeWords } from '#badges/words.ts'
import { languages } from '#i18n/languages.ts'
import { day, second } from '#base/clock.ts'
import type { Raster } from '#base/raster.ts'
import { badgePictures, badges } from '#db/schema.ts'
import { openHouse, publicUrl, type House } from '#test/support/house.ts'
import { proveBrand, suspendDomain } from '#test/support/registered.ts'

const help = `<${publicUrl}/what-a-badge-says>; rel="help"`

async function provedHouse(raster?: Raster) {
  const house = await openHouse(undefined, raster)
  const owner = await house.owner()
  const { id, brandId } = await proveBrand(house, owner)
  return { house, owner, id, brandId }
}

/** A PNG's bytes: the house of tests reads its answers as text. */
async function bytesOf(house: House, path: string, init?: RequestInit) {
  const response = await house.fetch(path, init)
  return {
    status: response.status,
    headers: response.headers,
    png: new Uint8Array(await response.arrayBuffer()),
  }
}

const pathsOf = (ending: string) =>
  languages.flatMap((language) =>
    styles.flatMap((style) =>
      themes.map(
        (theme) =>
          [`/badges/acme.com/${language}/${style}-${theme}${ending}`, language, style, theme] as const,
      ),
    ),
  )

describe('a picture', () => {
  test('is there in every language, style and theme, small, and shown anywhere', async () => {
    const { house } = await provedHouse()
    for (const [path, language] of pathsOf('.svg')) {
      const { status, headers, text } = await house.ask(path)
      expect(status).toBe(200)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=30, stale-if-error=0',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
        link: help,
      })
      expect(headers.get('etag')).not.toBeNull()
      expect(headers.has('set-cookie')).toBe(false)
      expect(text).toContain(badgeWords[language].controlled.sentence)
      expect(text).toContain('>acme.com<')
      expect(text).not.toContain('VerifiableCredential')
    }
  })

  test('signed carries the small token, in 5 KB at most', async () => {
    const { house } = await provedHouse()
    const [stored] = await house.deps.db.orm.select().from(badges)
    for (const [path] of pathsOf('.signed.svg')) {
      const { status, headers, text } = await house.ask(path)
      expect(status).toBe(200)
      expect(readSvgToken(text)).toBe(stored?.pictureJwt)
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(5_000)
      expect(headers.get('link')).toBe(help)
    }
  })

  test('of a domain of 63 characters is signed in 5 KB, too', async () => {
    const house = await openHouse()
    const domain = `${'a'.repeat(59)}.com`
    await proveBrand(house, await house.owner(), domain, { name: '&'.repeat(58) })
    for (const style of styles) {
      const { text } = await house.ask(`/badges/${domain}/es/${style}-auto.signed.svg`)
      expect(readSvgToken(text)).not.toBeNull()
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(5_000)
    }
  })

  test.each(['svg', 'signed.svg', 'png'])('as %s is asked for in any case', async (ending) => {
    const { house } = await provedHouse()
    await house.work()
    const { status, headers } = await house.ask(
      `/badges/Acme.COM/ES/Card-Dark.${ending}`.replace(ending, ending.toUpperCase()),
    )
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^image\//)
  })

  test('of a plain address is the English one, flat and light', async () => {
    const { house } = await provedHouse()
    for (const ending of ['.svg', '.signed.svg']) {
      const [plain, whole] = [
        await house.ask(`/badges/acme.com${ending}`),
        await house.ask(`/badges/acme.com/en/flat-light${ending}`),
      ]
      expect(plain.status).toBe(200)
      expect(plain.text).toBe(whole.text)
    }
  })

  test('of an address that nobody has is an SVG that says so in its language, and a problem in other forms', async () => {
    const house = await openHouse()
    const { status, headers, text } = await house.ask('/badges/nobody.com/pl/card-auto.svg')
    expect([status, headers.get('content-type')]).toEqual([404, 'image/svg+xml'])
    expect(text).toContain(badgeWords.pl.unknown.word)
    for (const path of [
      '/badges/nobody.com/pl/card-dark.png',
      '/badges/nobody.com/pl/card-dark.signed.svg',
    ]) {
      const { status, headers, body } = await house.ask(path)
      expect([status, body.reason, headers.get('link')]).toEqual([404, 'badge_unknown', help])
    }
  })

  test('is at the brand’s address alone, and not at its id', async () => {
    const { house, brandId } = await provedHouse()
    await house.work()
    for (const file of ['en/flat-light.svg', 'en/flat-light.signed.svg', 'en/flat-light.png']) {
      expect((await house.ask(`/badges/${brandId}/${file}`)).status, file).toBe(404)
    }
  })

  test.each([
    '/badges/acme.com/fr/flat-light.svg',
    '/badges/acme.com/en/round-light.svg',
    '/badges/acme.com/en/flat-blue.png',
    '/badges/acme.com/en/flat.svg',
    '/badges/acme.com/en/flat-light.gif',
    '/badges/acme.com/en/flat-light',
    '/badges/acme.com/en/.svg',
    '/badges/acme.com/en/flat-auto.png',
  ])('at %s is none', async (path) => {
    const { house } = await provedHouse()
    const { status, body } = await house.ask(path)
    expect([status, body.reason]).toEqual([404, 'picture_unknown'])
  })

  test.each(['.svg', '.json', '.jwt', '/es/mark-dark.signed.svg', '.png'])(
    'and every answer about a badge, as of %s, leads to what it says, answers HEAD and is not sent twice',
    async (ending) => {
      const { house } = await provedHouse()
      await house.work()
      const { status, headers } = await house.ask(`/badges/acme.com${ending}`)
      expect([status, headers.get('link')]).toEqual([200, help])
      const head = await house.ask(`/badges/acme.com${ending}`, { method: 'HEAD' })
      expect([head.status, head.text, head.headers.get('link')]).toEqual([200, '', help])
      const again = { headers: { 'if-none-match': `"other", W/${headers.get('etag')?.replace('W/', '')}` } }
      const same = await house.ask(`/badges/acme.com${ending}`, again)
      expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', headers.get('etag')])
    },
  )
})

describe('a PNG', () => {
  test('that cannot be drawn says when it is tried again', async () => {
    const { house } = await provedHouse({ png: () => Promise.reject(new Error('No engine')) })
    for (let each = 0; each < 4; each += 1) {
      expect((await house.work()).failed).toHaveLength(1)
      house.pass(20 * 2 ** each * second)
    }
    expect((await house.work()).failed).toHaveLength(1)
    const { status, headers, body } = await house.ask('/badges/acme.com.png')
    expect([status, headers.get('retry-after')]).toEqual([503, '320'])
    expect(body.detail).toContain('Ask again in 320 seconds')
  })

  test('is drawn by the job, and says until then that it is being drawn', async () => {
    const { house } = await provedHouse(raster)
    const early = await house.ask('/badges/acme.com.png')
    expect([early.status, early.body.reason, early.headers.get('retry-after')]).toEqual([
      503,
      'picture_not_drawn',
      '5',
    ])
    expect(early.headers.get('cache-control')).toBe('no-store')
    expect((await house.work()).failed).toEqual([])
    const { status, headers, png } = await bytesOf(house, '/badges/acme.com.png')
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=30, stale-if-error=0',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    })
    // PNG §11.2.1: the header holds the width and the height, here of a picture of twice 40 pixels.
    expect(new DataView(png.buffer).getUint32(20)).toBe(80)
    const [stored] = await house.deps.db.orm.select().from(badges)
    expect(readPngToken(png)).toBe(stored?.pictureJwt)
  })

  test('is there in every language, style and fixed theme', async () => {
    const { house } = await provedHouse()
    await house.work()
    for (const [path, , , theme] of pathsOf('.png')) {
      const { status, png } = await bytesOf(house, path)
      expect(status).toBe(theme === 'auto' ? 404 : 200)
      expect(readPngToken(png) !== null).toBe(theme !== 'auto')
    }
  })

  test('is never of what was: a frozen brand has none until it is drawn suspended', async () => {
    const { house, owner, brandId } = await provedHouse()
    await house.work()
    const before = await bytesOf(house, '/badges/acme.com.png')
    await owner.post(`/v1/brands/${brandId}/freeze`)
    const { text } = await house.ask('/badges/acme.com.svg')
    expect(text).toContain(badgeWords.en.suspended.word)
    expect((await house.ask('/badges/acme.com.png')).status).toBe(503)
    await house.work()
    const after = await bytesOf(house, '/badges/acme.com.png')
    expect([before.status, after.status]).toEqual([200, 200])
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    const signed = await house.ask('/badges/acme.com/es/card-light.signed.svg')
    expect(signed.text).toContain(badgeWords.es.suspended.word)
    expect(signed.text).not.toContain(badgeWords.es.controlled.word)
  })

  test('of a suspended domain is not what it was, either', async () => {
    const { house, id } = await provedHouse()
    await house.work()
    await suspendDomain(house, id)
    expect((await house.ask('/badges/acme.com.svg')).text).toContain(badgeWords.en.suspended.word)
    expect((await house.ask('/badges/acme.com.png')).status).toBe(503)
  })

  test('that time alone has changed is drawn because somebody asks, once', async () => {
    const { house } = await provedHouse()
    await house.work()
    house.pass(11 * day)
    const jobs = house.sent.length
    expect((await house.ask('/badges/acme.com.png')).status).toBe(503)
    expect((await house.ask('/badges/acme.com/pl/card-dark.png')).status).toBe(503)
    expect(house.sent).toHaveLength(jobs + 1)
    await house.work()
    expect((await house.ask('/badges/acme.com.png')).status).toBe(200)
    expect((await house.ask('/badges/acme.com.svg')).text).toContain(badgeWords.en.lapsed.word)
  })
})

describe('a badge that has ended although its domain stands', () => {
  test('is drawn as expired where it is carried, and by the verdict where it is not', async () => {
    const { house } = await provedHouse()
    await house.work()
    const { orm } = house.deps.db
    await house.deps.db.write([orm.update(badges).set({ expiresAt: house.deps.clock.now() + second })])
    house.pass(second)
    const signed = await house.ask('/badges/acme.com/en/flat-light.signed.svg')
    expect(signed.text).toContain(badgeWords.en.expired.sentence)
    expect(signed.text).not.toContain(badgeWords.en.controlled.word)
    expect((await house.ask('/badges/acme.com.svg')).text).toContain(badgeWords.en.controlled.sentence)
    expect((await house.ask('/badges/acme.com.png')).status).toBe(503)
  })

  test('of another address is not carried: the brand had it before, and its own is not made yet', async () => {
    const { house } = await provedHouse()
    const { orm } = house.deps.db
    await house.deps.db.write([orm.update(badges).set({ slug: 'old.example' })])
    const signed = await house.ask('/badges/acme.com/en/flat-light.signed.svg')
    expect([signed.status, signed.body.reason]).toEqual([404, 'badge_unknown'])
  })

  test('of before there were small ones is not carried', async () => {
    const { house } = await provedHouse()
    const { orm } = house.deps.db
    await house.deps.db.write([orm.update(badges).set({ pictureJwt: null })])
    const signed = await house.ask('/badges/acme.com/en/flat-light.signed.svg')
    expect([signed.status, signed.body.reason]).toEqual([404, 'badge_unknown'])
    await house.work()
    const { status, png } = await bytesOf(house, '/badges/acme.com.png')
    expect([status, readPngToken(png)]).toEqual([200, null])
  })
})

test('a deleted brand leaves no picture behind', async () => {
  const { house, owner, id, brandId } = await provedHouse()
  await house.work()
  const { orm } = house.deps.db
  expect(await orm.$count(badgePictures, eq(badgePictures.brandId, brandId))).toBe(14)
  await owner.delete(`/v1/domains/${id}`)
  await owner.delete(`/v1/brands/${brandId}`)
  await house.work()
  expect(await orm.$count(badgePictures, eq(badgePictures.brandId, brandId))).toBe(0)
})

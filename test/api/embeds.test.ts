import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openHouse, publicUrl, type House } from '#test/support/house.ts'
import { addDomain, proveBrand, publishAndCheck, suspendDomain } from '#test/support/registered.ts'

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

async function openAcme() {
  const house = await openHouse()
  const owner = await house.owner()
  const proved = await proveBrand(house, owner, 'acme.example')
  return { house, owner, proved }
}

const frame = async (house: House, query = '', slug = 'acme.example') =>
  await house.ask(`/badges/${slug}/frame${query}`)

describe('/embed.js', () => {
  test('is a script for every site, repaired within minutes', async () => {
    const house = await openHouse()
    const { status, headers } = await house.ask('/embed.js')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(headers.get('set-cookie')).toBeNull()
    const again = await house.ask('/embed.js', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('stands under its digest for ever, and under no other', async () => {
    const house = await openHouse()
    const { text } = await house.ask('/embed.js')
    const version = createHash('sha384').update(text).digest('hex').slice(0, 16)
    const pinned = await house.ask(`/embed/${version}.js`)
    expect([pinned.status, pinned.text]).toEqual([200, text])
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(pinned.headers.get('access-control-allow-origin')).toBe('*')
    for (const other of ['0000000000000000.js', version, `${version}.js.map`, `${version.slice(1)}.js`]) {
      expect((await house.ask(`/embed/${other}`)).status, other).toBe(404)
    }
  })
})

describe('a badge’s frame', () => {
  test.each([
    ['', 'https://acme.example'],
    ['?host=acme.example', 'https://acme.example'],
    ['?host=ACME.example', 'https://acme.example'],
    ['?host=www.acme.example', 'https://www.acme.example'],
  ])('with %j may be framed by %s alone', async (query, ancestor) => {
    const { house } = await openAcme()
    const { status, headers, text } = await frame(house, query)
    expect(status).toBe(200)
    expect(policyOf(headers)).toMatch(
      new RegExp(`^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors ${ancestor}$`),
    )
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBe('public, max-age=30, stale-if-error=0')
    expect(headers.get('link')).toBe(`<${publicUrl}/what-a-badge-says>; rel="help"`)
    expect(text).toContain('Domain proved')
    expect(text).not.toContain('<script')
  })

  test.each([
    'evil.example',
    'shop.acme.example',
    'acme.example.evil.example',
    'acme.example:8443',
    'acme.example;',
    'acme.example https://evil.example',
    '*',
    '',
  ])('for %j, which is not the brand’s, is shown by nobody and says so', async (host) => {
    const { house } = await openAcme()
    const { status, headers, text } = await frame(house, `?host=${encodeURIComponent(host)}`)
    expect(status).toBe(404)
    expect(policyOf(headers)).toMatch(/frame-ancestors 'none'$/)
    expect(text).toContain('Not for this site')
    expect(text).not.toContain('vm-good"')
  })

  test('its style is the one that its policy lets in', async () => {
    const { house } = await openAcme()
    const { headers, text } = await frame(house)
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? []
    expect(policyOf(headers)).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(text).not.toMatch(/ style="/)
  })

  test('leads out of itself only by new windows', async () => {
    const { house } = await openAcme()
    const { text } = await frame(house, '?style=card')
    const links = [...text.matchAll(/<a [^>]*>/g)].map(([link]) => link)
    expect(links).toHaveLength(2)
    for (const link of links) expect(link).toContain('rel="noopener" target="_blank"')
    expect(links[0]).toContain(`href="${publicUrl}/b/acme.example"`)
    expect(links[1]).toContain(`href="${publicUrl}/what-a-badge-says"`)
  })

  test('speaks the language and has the looks that were chosen', async () => {
    const { house } = await openAcme()
    const { text } = await frame(house, '?lang=es&style=card&theme=dark')
    expect(text).toContain('class="vm vm-card vm-dark vm-good" lang="es"')
    for (const words of [
      'Dominio acreditado',
      'dice llamarse «<bdi>Acme</bdi>»',
      'Comprobado el 1 de marzo de 2026',
    ]) {
      expect(text).toContain(words)
    }
    const strange = await frame(house, '?lang=xx&style="><script>&theme=1')
    expect(strange.text).toContain('class="vm vm-flat vm-light vm-good" lang="en"')
  })

  test('a second proved domain has a frame of its own', async () => {
    const { house, owner, proved } = await openAcme()
    const added = await addDomain(owner, proved.brandId, 'shop.acme.test')
    expect((await frame(house, '?host=shop.acme.test')).status).toBe(404)
    await publishAndCheck(house, owner, added)
    const { status, headers } = await frame(house, '?host=shop.acme.test')
    expect(status).toBe(200)
    expect(policyOf(headers)).toMatch(/frame-ancestors https:\/\/shop\.acme\.test$/)
  })

  test('of a frozen brand says not to trust it, on its own site', async () => {
    const { house, owner, proved } = await openAcme()
    expect((await owner.post(`/v1/brands/${proved.brandId}/freeze`)).status).toBe(200)
    const { status, headers, text } = await frame(house)
    expect(status).toBe(200)
    expect(policyOf(headers)).toMatch(/frame-ancestors https:\/\/acme\.example$/)
    expect(text).toContain('Do not trust')
    expect(text).not.toContain('vm-good"')
  })

  test('of a suspended domain says so', async () => {
    const { house, proved } = await openAcme()
    await suspendDomain(house, proved.id)
    expect((await frame(house)).text).toContain('Do not trust')
  })

  test('of whom nobody knows is framed by nobody', async () => {
    const { house, proved } = await openAcme()
    for (const slug of ['nobody.example', proved.brandId, '%3Cb%3E']) {
      const { status, headers, text } = await frame(house, '', slug)
      expect(status).toBe(404)
      expect(policyOf(headers)).toMatch(/frame-ancestors 'none'$/)
      expect(text).toContain('Not in the registry')
      expect(text).not.toContain('<b>')
    }
  })

  test('says its name quoted, and harmlessly', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await proveBrand(house, owner, 'acme.example', { name: 'A <b> & “C”' })
    expect((await frame(house)).text).toContain('“<bdi>A &lt;b&gt; &amp; “C”</bdi>”')
  })
})

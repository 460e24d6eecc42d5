import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawPicture } from '#badges/picture/picture.ts'
import { plainVariant, styles, type Variant } from '#badges/variant.ts'
import { badgeCodes } from '#web/badge-codes.ts'
import { embedScript } from '#web/scripts/embed.ts'
import { openRegistry, publicUrl } from './registry.ts'

const registry = await openRegistry()
const get = async (path: string) => {
  const response = await registry.app.request(path)
  return { response, status: response.status, html: await response.text() }
}

beforeAll(async () => {
  await registry.addBrand({ slug: 'acme.com', name: 'Acme' })
  await registry.addBrand({ slug: 'lapsed.com', state: 'lapsed' })
  await registry.addBrand({ slug: 'failing.com', state: 'failing' })
  await registry.addBrand({ slug: 'stopped.com', state: 'suspended' })
})
afterAll(registry.close)

describe('the builder', () => {
  test('is reached from the brand’s page, and keeps what was chosen', async () => {
    expect((await get('/b/acme.com')).html).toContain('href="/b/acme.com/badge"')
    const { response, status, html } = await get(
      '/b/acme.com/badge?style=card&theme=dark&language=pl&site=https%3A%2F%2Fwww.acme.com',
    )
    expect([status, response.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=30, stale-if-error=0',
    ])
    for (const value of ['card', 'dark', 'pl', 'https://www.acme.com']) {
      expect(html).toContain(`<option value="${value}" selected="">`)
    }
    expect(html).toContain('class="vm vm-card vm-dark vm-good" lang="pl"')
    for (const link of ['/verify', '/what-a-badge-says', '/badges/acme.com.jwt']) {
      expect(html).toContain(`href="${link}"`)
    }
    for (const origin of ['https://acme.com', 'https://www.acme.com']) {
      expect(html).toContain(`<code>${origin}</code>`)
    }
  })

  test('takes what is strange for the plain choice', async () => {
    const { status, html } = await get(
      '/b/acme.com/badge?style=%3Cb%3E&theme=&language=xx&site=https%3A%2F%2Fevil.example',
    )
    expect(status).toBe(200)
    expect(html).toContain('class="vm vm-flat vm-light vm-good" lang="en"')
    expect(html).not.toContain('https://evil.example')
  })

  test('of whom nobody knows is a 404, and under another name a way to the right one', async () => {
    expect((await get('/b/nobody.example/badge')).status).toBe(404)
    const { response, status } = await get('/b/ACME.com/badge')
    expect([status, response.headers.get('location')]).toEqual([302, '/b/acme.com/badge'])
  })

  test.each([
    ['lapsed.com', 'the proof of its domain has ended', 'No longer proved'],
    ['failing.com', 'the last look did not find the proof', 'Not confirmed'],
    ['stopped.com', 'its entry is suspended', 'Do not trust'],
  ])('of %s says why the badge is not green', async (slug, why, word) => {
    const { status, html } = await get(`/b/${slug}/badge`)
    expect(status).toBe(200)
    expect(html).toContain(why)
    expect(html).toContain(word)
    expect(html).not.toContain('vm-good')
  })

  test('its style and script are kept for a year under their version', async () => {
    const { html } = await get('/b/acme.com/badge')
    for (const file of [/\/builder\.js\?v=\w+/, /\/builder\.css\?v=\w+/]) {
      const [address = ''] = file.exec(html) ?? []
      const { response, status } = await get(address)
      expect([status, response.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ])
      const stale = await get(address.replace(/v=.*/, 'v=0'))
      expect([stale.status, stale.response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    }
  })
})

describe('codes', () => {
  const codes = (variant: Partial<Variant> = {}, origin = 'https://acme.com') =>
    badgeCodes('acme.com', { variant: { ...plainVariant, ...variant }, origin }, publicUrl)

  test('of a plain badge have its plain address, of any other the one that says how', () => {
    expect(codes().image).toContain(`src="${publicUrl}/badges/acme.com.svg"`)
    expect(codes({ language: 'es', style: 'card', theme: 'auto' }).image).toContain(
      `src="${publicUrl}/badges/acme.com/es/card-auto.svg"`,
    )
  })

  test('name the picture for those who cannot see it, and link it to the registry', () => {
    const { image, component, pinned, markdown } = codes()
    for (const code of [image, component, pinned]) {
      expect(code).toContain(`<a href="${publicUrl}/b/acme.com" rel="noopener"><img `)
      expect(code).toContain('alt="acme.com in the Veramarca registry"')
    }
    expect(markdown).toBe(
      `[![acme.com in the Veramarca registry](${publicUrl}/badges/acme.com.svg)](${publicUrl}/b/acme.com)`,
    )
  })

  test.each(styles)(
    'for mails show a %s as a PNG in its own size, in a theme that a PNG can have',
    (style) => {
      const { mail } = codes({ style, theme: 'auto', language: 'pl' })
      expect(mail).toContain(`src="${publicUrl}/badges/acme.com/pl/${style}-light.png"`)
      const drawn = drawPicture({ state: 'controlled', domain: 'acme.com' }, { ...plainVariant, style })
      expect(mail).toContain(/ (height="\d+")/.exec(drawn)?.[1])
      expect(codes().mail).toContain(`src="${publicUrl}/badges/acme.com.png"`)
    },
  )

  test('frame the origin that was chosen', () => {
    const query = 'host=www.acme.com&amp;lang=es&amp;style=mark&amp;theme=dark'
    const { frame } = codes({ language: 'es', style: 'mark', theme: 'dark' }, 'https://www.acme.com')
    expect(frame).toContain(`src="${publicUrl}/badges/acme.com/frame?${query}"`)
    expect(frame).toContain('title="acme.com en el registro Veramarca"')
  })

  test('pin the component to its bytes only where they are asked to', () => {
    const { component, pinned } = codes()
    expect(component).toContain(`src="${publicUrl}/embed.js"`)
    expect(component).not.toContain('integrity')
    expect(pinned).toContain(`src="${publicUrl}/embed/${embedScript.version}.js"`)
    expect(pinned).toContain(`integrity="${embedScript.integrity}" crossorigin="anonymous"`)
  })

  test('carry no style of their own, which a strict policy would refuse', () => {
    for (const code of Object.values(codes({ style: 'card' }))) expect(code).not.toMatch(/ style="| on\w+="/)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { carryInPng } from '#badges/picture/png-token.ts'
import { carryInSvg } from '#badges/picture/svg-token.ts'
import { styles, themes } from '#badges/variant.ts'
import { minute } from '#base/clock.ts'
import { badgeCodes } from '#web/badge-codes.ts'
import { openHouse, publicUrl, type Answered, type House } from '#test/support/house.ts'
import { proveBrand } from '#test/support/registered.ts'

let house: House
let jwt = ''
beforeEach(async () => {
  house = await openHouse()
  await proveBrand(house, await house.owner())
  jwt = (await house.ask('/badges/acme.com.jwt')).text
})

const empty = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)

async function verify(body: object): Promise<Answered> {
  return await house.ask('/v1/badges/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

describe('POST /v1/badges/verify', () => {
  const first = (answered: Answered) => {
    const { valid, steps } = answered.body
    return `${valid}: ${steps[0].step} ${steps[0].code}`
  }

  test('of the JWT has the steps of the ladder alone', async () => {
    const { status, body, headers } = await verify({ badge: jwt, origin: 'https://acme.com' })
    expect(status).toBe(200)
    expect(body.valid).toBe(true)
    expect(body.steps.map(({ step }: { step: string }) => step)).toEqual([
      'format',
      'header',
      'issuer',
      'signature',
      'claims',
      'validity',
      'status',
      'standing',
      'origin',
    ])
    expect(body.credential.credentialSubject.origin).toBe('https://acme.com')
    expect(headers.get('link')).toBe(`<${publicUrl}/what-a-badge-says>; rel="help"`)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each<[string, () => object, string]>([
    ['the text of an SVG', () => ({ badge: carryInSvg(empty, jwt) }), 'true: source token_in_svg'],
    ['an SVG with nothing in it', () => ({ badge: empty }), 'null: source picture_without_token'],
    ['our own address', () => ({ badge: `${publicUrl}/badges/acme.com.svg` }), 'true: source own_address'],
    ['a brand’s page', () => ({ badge: `${publicUrl}/b/acme.com` }), 'true: source own_address'],
    ['nobody’s page', () => ({ badge: `${publicUrl}/b/nobody.example` }), 'false: source badge_not_issued'],
    ['an address without TLS', () => ({ badge: 'http://acme.com/' }), 'null: source address_not_https'],
    ['no badge', () => ({ badge: 'hello' }), 'false: format not_a_compact_jws'],
    ['nothing', () => ({ badge: '' }), 'false: format not_a_compact_jws'],
  ])('of %s', async (_, body, expected) => {
    const answered = await verify(body())
    expect(answered.status).toBe(200)
    expect(first(answered)).toBe(expected)
  })

  test('of a page says whether its badge is for its own site', async () => {
    const html = `<!doctype html><p><img src="${publicUrl}/badges/acme.com/en/card-auto.svg"></p>`
    house.world.web.page('https://acme.com/', html)
    house.world.web.page('https://squatter.example/', html)
    const own = await verify({ badge: 'https://acme.com/' })
    expect([own.body.valid, own.body.steps.at(-1)]).toEqual([
      true,
      { step: 'origin', outcome: 'passed', code: 'this_site' },
    ])
    const copied = await verify({ badge: 'https://squatter.example/' })
    expect([copied.body.valid, copied.body.steps.at(-1)]).toEqual([
      false,
      { step: 'origin', outcome: 'failed', code: 'not_for_this_site' },
    ])
  })
})

test('what the builder gives to copy is found on the page it is pasted into, in every variant', async () => {
  for (const style of styles) {
    for (const theme of themes) {
      const choice = { variant: { language: 'es', style, theme }, origin: 'https://acme.com' } as const
      const { markdown: _, ...codes } = badgeCodes('acme.com', choice, publicUrl)
      for (const [name, html] of Object.entries(codes)) {
        house.world.web.page('https://acme.com/', `<!doctype html><title>Acme</title>${html}`)
        const { body } = await verify({ badge: 'https://acme.com/' })
        expect(body.steps[0], `${name} ${style} ${theme}`).toEqual({
          step: 'source',
          outcome: 'passed',
          code: 'page_shows_badge',
        })
        expect(body.valid).toBe(true)
        house.pass(minute)
      }
    }
  }
})

test('a signed picture as it is served verifies, for the brand’s own sites and no other', async () => {
  const { text, headers } = await house.ask('/badges/acme.com/pl/card-dark.signed.svg')
  expect(headers.get('content-type')).toBe('image/svg+xml')
  for (const [origin, valid] of [
    ['https://www.acme.com', true],
    ['https://squatter.example', false],
  ] as const) {
    const { body } = await verify({ badge: text, origin })
    expect([body.valid, body.steps[0].code]).toEqual([valid, 'token_in_svg'])
    expect(body.credential.fullCredential).toBe(`${publicUrl}/badges/acme.com.jwt`)
  }
})

describe('the page /verify', () => {
  const post = async (fields: Readonly<Record<string, string | Blob>>, init: RequestInit = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return await house.ask('/verify', {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: form,
      ...init,
    })
  }

  test('takes a text, a file or an address, in a form that needs no script', async () => {
    const blank = new Blob([])
    const given: Readonly<Record<string, string | Blob>>[] = [
      { badge: jwt, file: blank, site: '' },
      { badge: ` ${publicUrl}/b/acme.com `, site: 'acme.com' },
      { badge: `${new URL(publicUrl).host}/badges/acme.com.svg` },
      { badge: '', file: new Blob([carryInSvg(empty, jwt)], { type: 'image/svg+xml' }) },
      {
        badge: '',
        file: new Blob([carryInPng(png, jwt)], { type: 'image/png' }),
        site: 'https://www.acme.com/about',
      },
      { file: new Blob([jwt]) },
    ]
    for (const fields of given) {
      const { status, text, headers } = await post(fields)
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(text).toContain('Genuine and current: <bdi>acme.com</bdi>')
      expect(text).toContain('<meta name="robots" content="noindex"')
    }
    expect(house.world.asked.filter((asked) => asked.includes('GET https://acme'))).toEqual([])
  })

  test.each(['shop.example/', 'www.shop.example/about?a=b'])('looks at %s over https', async (badge) => {
    house.world.web.page(`https://${badge}`, '<!doctype html><title>A shop</title>')
    const { text } = await post({ badge })
    expect(text).toContain('<code class="fine">no_badge_found</code>')
  })

  test('a word is no address', async () => {
    expect((await post({ badge: 'acme' })).text).toContain('This is neither an address nor')
  })

  test('says for whom a copied badge is', async () => {
    const { text } = await post({ badge: jwt, site: 'squatter.example' })
    expect(text).toContain('Not valid: the badge of <bdi>acme.com</bdi>. It is not for this site')
    expect(text).toContain('<code class="fine">not_for_this_site</code>')
  })

  test.each<[string, Readonly<Record<string, string | Blob>>, string]>([
    ['nothing', {}, 'There is nothing to verify yet'],
    ['white space', { badge: ' \n' }, 'There is nothing to verify yet'],
    ['a site that is none', { badge: 'eyJ', site: 'the shop' }, 'The site cannot be read'],
    ['a file and a text', { badge: 'eyJ', file: new Blob(['eyJ']) }, 'Give either a file or a text'],
  ])('asks again for %s', async (_, fields, words) => {
    const { status, text } = await post(fields)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(text).toContain('enctype="multipart/form-data"')
  })

  test.each([
    ['broken', 'multipart/form-data; boundary=x', '--y'],
    ['of another kind', 'text/plain', 'badge=eyJ'],
  ])('a form that is %s holds nothing', async (_, type, body) => {
    const headers = { accept: 'text/html', 'content-type': type }
    expect((await house.ask('/verify', { method: 'POST', headers, body })).status).toBe(422)
  })

  test('what is too large is said in words', async () => {
    const { status, text, headers } = await post({ file: new Blob(['x'.repeat(70_000)]) })
    expect(status).toBe(413)
    expect(headers.get('content-type')).toContain('text/html')
    expect(text).toContain('a form may hold 64 KB here')
    expect(text).toContain(`placeholder="${publicUrl}/badges/acme.com.svg"`)
  })

  test('a link may verify a badge of this registry, and fetches nothing for anybody', async () => {
    const own = encodeURIComponent(`${publicUrl}/badges/acme.com.svg`)
    const { status, text, headers } = await house.ask(
      `/verify?url=${own}&site=https%3A%2F%2Fsquatter.example`,
    )
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(text).toContain('Not valid: the badge of <bdi>acme.com</bdi>')
    const asked = house.world.asked.length
    const strange = await house.ask('/verify?url=https%3A%2F%2Fvictim.example%2F')
    expect(strange.text).toContain('is not one of this registry’s')
    expect(strange.text).toContain('https://victim.example/</textarea>')
    expect(strange.text).toContain('noindex')
    expect(house.world.asked).toHaveLength(asked)
  })

  test('every answer about a badge leads to what badges say', async () => {
    for (const path of ['/badges/acme.com.svg', '/badges/acme.com.jwt', '/badges/acme.com.json']) {
      const { headers } = await house.ask(path)
      expect(headers.get('link'), path).toBe(`<${publicUrl}/what-a-badge-says>; rel="help"`)
    }
    expect((await house.ask('/badges/acme.com.json')).body.about).toBe(`${publicUrl}/what-a-badge-says`)
    const { status, text } = await house.ask('/what-a-badge-says')
    expect(status).toBe(200)
    expect(text).toContain('href="/verify"')
    expect((await house.ask('/b/acme.com')).text).toContain('href="/what-a-badge-says"')
  })
})

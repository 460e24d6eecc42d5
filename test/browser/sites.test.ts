import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { embedScript } from '#web/scripts/embed.ts'
import { component, openStreet, stateOf, type Street, type Visitor } from './fixture.ts'

const own = 'https://acme.example'
const www = 'https://www.acme.example'
const squatter = 'https://acme-shop.example'

let street: Street
let url = ''
beforeAll(async () => {
  street = await openStreet()
  ;({ url } = street.registry)
  await street.prove('acme.example')
})
afterAll(async () => await street.close())

const frameOf = (host: string) =>
  `<iframe src="${url}/badges/acme.example/frame?host=${host}&amp;style=card" width="336" height="236" title="acme.example"></iframe>`

/** Builds the same page at an origin of its own, and goes there. */
async function visit(origin: string, body: string, headers = {}): Promise<Visitor> {
  street.build(origin, body, headers)
  const visitor = await street.visitor()
  await visitor.page.goto(`${origin}/`)
  return visitor
}

describe('the component', () => {
  test.each([
    [own, 'controlled', 'Domain proved'],
    [www, 'controlled', 'Domain proved'],
    [squatter, 'elsewhere', 'Not for this site'],
    ['https://shop.acme.example', 'elsewhere', 'Not for this site'],
  ])('on %s is %s', async (origin, state, words) => {
    const { page, complaints } = await visit(origin, component({ url }, 'acme.example'))
    expect(await stateOf(page)).toBe(state)
    const said = page.getByRole('status')
    await expect(said.textContent()).resolves.toContain(`acme.example ${words}`)
    expect(await page.locator('a.inside').isVisible()).toBe(false)
    expect(await said.getByRole('link').first().getAttribute('href')).toBe(`${url}/b/acme.example`)
    expect(complaints).toEqual([])
  })

  test('tells nobody who reads what: no cookies, no referrer, and none but the site and the registry is asked', async () => {
    const { context, page, requests } = await visit(own, component({ url }, 'acme.example'), {
      'referrer-policy': 'no-referrer',
    })
    expect(await stateOf(page)).toBe('controlled')
    expect(await context.cookies()).toEqual([])
    expect(new Set(requests.map((each) => new URL(each.url()).origin))).toEqual(new Set([own, url]))
    for (const request of requests) {
      const headers = await request.allHeaders()
      expect(Object.keys(headers)).not.toContain('cookie')
      expect(Object.keys(headers)).not.toContain('referer')
    }
  })

  test('asks without a referrer though the page would send one', async () => {
    const { page, requests } = await visit(own, component({ url }, 'acme.example'), {
      'referrer-policy': 'unsafe-url',
    })
    expect(await stateOf(page)).toBe('controlled')
    const asked = requests.filter((each) => /\.jwt$|did\.json$|\/status\//.test(each.url()))
    expect(asked).toHaveLength(4)
    for (const request of asked) expect(await request.headerValue('referer')).toBeNull()
  })

  test('keeps to the strictest policy, and shows its style under it', async () => {
    const policy = `default-src 'none'; script-src ${url}; connect-src ${url}; img-src ${url}; frame-src ${url}; require-trusted-types-for 'script'`
    const { page, complaints } = await visit(
      own,
      `${component({ url }, 'acme.example')}${frameOf('acme.example')}`,
      { 'content-security-policy': policy },
    )
    expect(await stateOf(page)).toBe('controlled')
    await page.frameLocator('iframe').getByText('Domain proved').waitFor()
    const border = await page.evaluate(
      `getComputedStyle(document.querySelector('brand-badge').shadowRoot.querySelector('.vm')).borderLeftColor`,
    )
    expect(border).toBe('rgb(11, 107, 58)')
    expect(complaints).toEqual([])
  })

  test('twice on a page asks once', async () => {
    const twice = component({ url }, 'acme.example').repeat(3)
    const { page, requests } = await visit(own, twice)
    await vi.waitFor(async () => expect(await page.locator('brand-badge[state=controlled]').count()).toBe(3))
    expect(requests.filter((each) => each.url().endsWith('.jwt'))).toHaveLength(1)
    expect(requests.filter((each) => each.url().includes('/status/'))).toHaveLength(2)
  })

  test('follows its attributes, and is silent once it is gone', async () => {
    const { page, requests } = await visit(
      own,
      component({ url }, 'acme.example', 'lang="es" variant="card"'),
    )
    expect(await stateOf(page)).toBe('controlled')
    expect(await page.getByRole('status').textContent()).toContain('Dominio acreditado')
    await page.evaluate(`document.querySelector('brand-badge').setAttribute('lang', 'pl')`)
    expect(await page.getByRole('status').textContent()).toContain('Domena potwierdzona')
    await page.evaluate(`document.querySelector('brand-badge').setAttribute('brand', 'nobody.example')`)
    await page.locator('brand-badge[state=unregistered]').waitFor()
    await page.evaluate(`document.querySelector('brand-badge').setAttribute('brand', 'no domain')`)
    // An answer later: it would have asked before this.
    await page.evaluate(`fetch('${url}/embed.js')`)
    expect(requests.filter((each) => each.url().includes('domain'))).toEqual([])
    expect(await page.locator('brand-badge').getAttribute('state')).toBeNull()
    expect(await page.locator('a.inside').isVisible()).toBe(true)
    // Taken away while it looks, and put back: it looks anew.
    await page.evaluate(`{
      const badge = document.querySelector('brand-badge')
      badge.setAttribute('brand', 'acme.example')
      badge.remove()
      window.kept = badge
    }`)
    await page.evaluate(`new Promise((done) => setTimeout(done))`)
    expect(await page.evaluate(`window.kept.getAttribute('state')`)).toBeNull()
    await page.evaluate(`document.body.append(window.kept)`)
    expect(await stateOf(page)).toBe('controlled')
  })

  test('in a frame without an origin of its own is for no site', async () => {
    const inner = component({ url }, 'acme.example').replaceAll('"', '&quot;')
    const { page } = await visit(own, `<iframe sandbox="allow-scripts" srcdoc="${inner}" title="x"></iframe>`)
    await page.frameLocator('iframe').locator('brand-badge[state=elsewhere]').waitFor()
  })

  test('without script is the link and the picture inside', async () => {
    street.build(own, component({ url }, 'acme.example'))
    const { page } = await street.visitor({ javaScriptEnabled: false })
    await page.goto(`${own}/`)
    const picture = page.locator('a.inside img')
    await picture.waitFor()
    expect((await picture.boundingBox())?.height).toBeGreaterThan(20)
  })

  test('believes no badge with a byte flipped, by the browser’s own WebCrypto', async () => {
    const { text: badge } = await street.registry.ask('/badges/acme.example.jwt')
    const places = Array.from({ length: 14 }, (_, index) => Math.floor((index * (badge.length - 1)) / 13))
    street.build(own, component({ url }, 'acme.example'))
    const { context, page } = await street.visitor()
    let body = badge
    await context.route('**/*.jwt', async (route) => {
      await route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body })
    })
    await page.goto(`${own}/`)
    expect(await stateOf(page)).toBe('controlled')
    for (const place of places) {
      body = `${badge.slice(0, place)}${badge[place] === 'A' ? 'B' : 'A'}${badge.slice(place + 1)}`
      await page.goto(`${own}/`)
      expect(await stateOf(page), `character ${place}`).toBe('invalid')
    }
  })
})

describe('the component, pinned', () => {
  const pinned = (integrity: string) =>
    component({ url }, 'acme.example').replace(
      '/embed.js"',
      `/embed/${embedScript.version}.js" integrity="${integrity}" crossorigin="anonymous"`,
    )

  test('runs when the bytes are the promised ones', async () => {
    const { page, complaints } = await visit(own, pinned(embedScript.integrity))
    expect(await stateOf(page)).toBe('controlled')
    expect(complaints).toEqual([])
  })

  test('is refused by the browser when they are not, and what is inside stays', async () => {
    const { page, complaints } = await visit(own, pinned(`sha384-${'A'.repeat(64)}`))
    await vi.waitFor(() => expect(complaints.join()).toContain('integrity'))
    expect(await page.locator('brand-badge').getAttribute('state')).toBeNull()
    await page.locator('a.inside').waitFor()
  })
})

describe('the frame', () => {
  test.each([
    [own, 'acme.example'],
    [www, 'www.acme.example'],
  ])('is shown on %s', async (origin, host) => {
    const { page, complaints } = await visit(origin, frameOf(host))
    const frame = page.frameLocator('iframe')
    await frame.getByText('Domain proved').waitFor()
    expect(
      await page.frames()[1]?.evaluate(`getComputedStyle(document.querySelector('.vm')).borderLeftColor`),
    ).toBe('rgb(11, 107, 58)')
    expect(complaints).toEqual([])
  })

  test.each([
    [squatter, 'acme.example'],
    [squatter, 'acme-shop.example'],
    [www, 'acme.example'],
  ])('is refused by the browser on %s when it is for %s', async (origin, host) => {
    const { page, complaints } = await visit(origin, frameOf(host))
    await vi.waitFor(() => expect(complaints.join()).toContain('frame-ancestors'))
    expect(await page.frameLocator('iframe').getByText('acme.example').count()).toBe(0)
  })

  test('opens what it links to in a window that has no hold on it', async () => {
    const { context, page } = await visit(
      own,
      frameOf('acme.example').replace(
        '<iframe',
        '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"',
      ),
    )
    const opened = context.waitForEvent('page')
    await page.frameLocator('iframe').getByText('acme.example').first().click()
    const brandPage = await opened
    await brandPage.waitForLoadState()
    expect(brandPage.url()).toBe(`${url}/b/acme.example`)
    expect(await brandPage.evaluate('window.opener')).toBeNull()
  })

  test.each(['flat', 'card', 'mark'])(
    'as a %s has the room that its code gives it, in each language',
    async (style) => {
      await street.prove(`a-rather-long-name-${style}.example`, 'The Acme Tools and Explosives Company')
      const visitor = await street.visitor()
      for (const lang of ['en', 'es', 'pl']) {
        await visitor.page.goto(
          `${url}/b/a-rather-long-name-${style}.example/badge?style=${style}&lang=${lang}`,
        )
        const code = await visitor.page.locator('#frame').inputValue()
        const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(code) ?? []
        const [, address = ''] = /src="([^"]+)"/.exec(code) ?? []
        await visitor.page.setViewportSize({ width: Number(width), height: Number(height) })
        await visitor.page.goto(address.replaceAll('&amp;', '&'))
        const [wide, high] = [
          await visitor.page.evaluate('document.documentElement.scrollWidth'),
          await visitor.page.evaluate('document.documentElement.scrollHeight'),
        ]
        expect([wide, high], lang).toEqual([Number(width), Number(height)])
      }
    },
  )
})

describe('the picture', () => {
  test('is shown on a page that isolates itself', async () => {
    const { page, complaints } = await visit(
      own,
      `<img id="badge" src="${url}/badges/acme.example.svg" alt="x">${frameOf('acme.example')}`,
      {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': `default-src 'none'; img-src ${url}; frame-src ${url}`,
      },
    )
    expect(await page.evaluate('window.crossOriginIsolated')).toBe(true)
    expect(await page.evaluate(`document.querySelector('#badge').naturalHeight`)).toBeGreaterThan(20)
    await page.frameLocator('iframe').getByText('Domain proved').waitFor()
    expect(complaints).toEqual([])
  })
})

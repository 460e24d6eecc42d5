import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openRegistry } from './registry.ts'

const registry = await openRegistry()
const get = async (path: string) => {
  const response = await registry.app.request(path)
  return {
    response,
    status: response.status,
    cached: response.headers.get('cache-control'),
    html: await response.text(),
  }
}

beforeAll(async () => {
  await registry.addBrand({ slug: 'acme.com', country: 'ES' })
  await registry.addClaim({ slug: 'acme.com', platform: 'x', handle: 'acme' })
  await registry.addClaim({ slug: 'acme.com', platform: 'github', handle: 'wile', account: 'none' })
  for (let index = 10; index < 45; index += 1) {
    await registry.addBrand({ slug: `brand${index}.example`, name: `Shop ${index}` })
  }
})
afterAll(registry.close)

describe('home', () => {
  test('is a question without a query, or with an empty one', async () => {
    for (const path of ['/', '/?q=', '/?q=%20']) {
      const { status, cached, html } = await get(path)
      expect([status, cached]).toEqual([200, 'no-cache'])
      expect(html).toMatch(/^<!doctype html><html lang="en">/)
      expect(html).toContain('Is this account really theirs?')
      for (const link of ['/docs', '/brands']) expect(html).toContain(`href="${link}"`)
      expect(html).toContain('Registro de Marcas')
    }
  })

  test('with a query answers on the same page, and keeps what was asked', async () => {
    const { status, cached, html } = await get('/?q=https%3A%2F%2Ftwitter.com%2FAcme')
    expect([status, cached]).toEqual([200, 'public, max-age=30, stale-if-error=0'])
    expect(html).toContain('Yes. <bdi>acme.com</bdi> says this account is its own, and the account agrees.')
    expect(html).toContain('>https://twitter.com/Acme</textarea>')
  })

  test('says of a declared account that it is not confirmed, and who says so', async () => {
    const { html } = await get('/?q=github.com/wile')
    expect(html).toContain('Not confirmed. <bdi>acme.com</bdi> says that this is its account')
    expect(html).toContain('Who says so')
    expect(html).toContain('Control shown by: TXT record in its DNS')
    expect(html).toContain('The account has not confirmed it')
  })

  test('says of an unknown account that this does not make it fake', async () => {
    const { status, html } = await get('/?q=x.com/nobody')
    expect(status).toBe(200)
    expect(html).toContain('Not in the registry. That does not make it fake.')
  })

  test('tells kindly what it could not look up, and lets it be mended', async () => {
    const { status, cached, html } = await get('/?q=https%3A%2F%2Fx.com%2Fhome')
    expect([status, cached]).toEqual([422, 'no-cache'])
    expect(html).toContain('is a page of X but not an account')
    expect(html).toContain('>https://x.com/home</textarea>')
  })
})

describe('a pasted text', () => {
  const text = 'Follow x.com/acme and github.com/wile!\nNot https://x.com/home, nor x.com/nobody.'
  const post = async (q: string, headers = {}) =>
    await registry.app.request('/', { method: 'POST', body: new URLSearchParams({ q }), headers })

  test('is answered account by account, a line each, under an address that can be shared', async () => {
    const { status, cached, html } = await get(`/?q=${encodeURIComponent(text)}`)
    expect([status, cached]).toEqual([200, 'public, max-age=30, stale-if-error=0'])
    const words = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(words).toContain('4 accounts and domains in this text')
    const lines = [
      'acme on X Yes. acme.com says this account is its own, and the account agrees. Verified',
      'wile on GitHub Not confirmed. acme.com says that this is its account; the account has not confirmed it. Only said',
      'https://x.com/home “https://x.com/home” is a page of X but not an account’s own. Open the profile and paste its link. Not looked up',
      'nobody on X Not in the registry. That does not make it fake. Not registered',
    ]
    for (const line of lines) expect(words).toContain(line)
    expect(html).toContain('href="/?q=github.com%2Fwile"')
  })

  test('that asks of one account only is that account’s answer', async () => {
    const { html } = await get(`/?q=${encodeURIComponent('Is this x.com/acme yours?')}`)
    expect(html).toContain('Yes. <bdi>acme.com</bdi> says this account is its own')
  })

  test('from the form goes on to its address while it fits into one', async () => {
    const short = await post(text)
    expect([short.status, short.headers.get('location')]).toEqual([303, `/?q=${encodeURIComponent(text)}`])
    const long = await post(`${text} ${'and on it goes '.repeat(600)}`)
    expect([long.status, long.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await long.text()).toContain('4 accounts and domains in this text')
    const nothing = await post(' ')
    expect([nothing.status, nothing.headers.get('location')]).toEqual([303, '/'])
  })

  test('with more than a hundred is answered for the first hundred, and says so', async () => {
    const many = await post(Array.from({ length: 900 }, (_, index) => `x.com/acme${index}`).join('\n'))
    const html = await many.text()
    expect(html.match(/<li>/g)).toHaveLength(100)
    expect(html).toContain('The first 100 of 900 are shown.')
  })

  test('with nothing in it says so kindly, and keeps it to be mended', async () => {
    const { status, html } = await get(`/?q=${encodeURIComponent('Hello there,\nbuy now!')}`)
    expect(status).toBe(422)
    expect(html).toContain('There is no account, link or domain in this text.')
    expect(html).toContain('buy now!</textarea>')
  })

  test('stays text, whatever it holds', async () => {
    const evil = 'x.com/acme </textarea><script>alert(1)</script> <b>acme.com</b>'
    const { html } = await get(`/?q=${encodeURIComponent(evil)}`)
    expect(html).not.toContain('<script>')
    expect(html.match(/<\/textarea>/g)).toHaveLength(1)
  })
})

describe('the small print', () => {
  test.each([
    ['/terms', 'Terms'],
    ['/privacy', 'Privacy'],
    ['/abuse', 'Report something wrong'],
  ])('%s is linked from every page, and is there', async (path, title) => {
    expect((await get('/brands')).html).toContain(`href="${path}"`)
    const { status, html } = await get(path)
    expect(status).toBe(200)
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).not.toContain('noindex')
  })

  test('names an address of this registry’s own domain, and of what the visitor came about', async () => {
    const about = encodeURIComponent('"><script>x.com/acme')
    const { html } = await get(`/abuse?about=${about}`)
    expect(html).toContain(`href="mailto:abuse@registry.example?subject=${about}"`)
    expect(html).toContain('<bdi>&quot;&gt;&lt;script&gt;x.com/acme</bdi>')
    expect((await get('/privacy')).html).toContain('mailto:abuse@registry.example')
  })

  test('is where every answer and brand leads whoever knows better', async () => {
    expect((await get('/?q=x.com%2Facme')).html).toContain('href="/abuse?about=x.com%2Facme"')
    expect((await get('/b/acme.com')).html).toContain('href="/abuse?about=acme.com"')
  })
})

describe('a brand page', () => {
  test('stands at the main proved domain', async () => {
    const { status, cached, html } = await get('/b/acme.com')
    expect([status, cached]).toEqual([200, 'public, max-age=30, stale-if-error=0'])
    expect(html).toContain('<link rel="canonical" href="https://registry.example/b/acme.com"')
  })

  test.each(['/b/ACME.com', '/b/br_acme.com'])('is reached from %s too', async (path) => {
    const { response } = await get(path)
    expect([response.status, response.headers.get('location')]).toEqual([302, '/b/acme.com'])
  })

  test('of an unknown brand is a 404 with the lookup box', async () => {
    const { status, cached, html } = await get('/b/nobody.example')
    expect([status, cached]).toEqual([404, 'no-cache'])
    expect(html).toContain('name="q"')
  })
})

describe('the lists of a brand', () => {
  const expected = {
    'trust.txt': {
      type: 'text/plain; charset=utf-8',
      text: `# Accounts of acme.com that agree, by https://registry.example/b/acme.com
# Publish this at https://acme.com/.well-known/trust.txt
social=https://x.com/acme
`,
    },
    'rel-me.html': {
      type: 'text/html; charset=utf-8',
      text: `<!-- Accounts of acme.com that agree, by https://registry.example/b/acme.com. Put these links on https://acme.com/ -->
<ul>
  <li><a rel="me" href="https://x.com/acme">acme (X)</a></li>
</ul>
`,
    },
    'organization.jsonld': {
      type: 'application/ld+json',
      text: JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'Acme',
        url: 'https://acme.com/',
        sameAs: ['https://x.com/acme'],
        mainEntityOfPage: 'https://registry.example/b/acme.com',
      }),
    },
  }
  test.each(Object.entries(expected))(
    '%s is public and names what is verified',
    async (file, { type, text }) => {
      const { status, cached, html, response } = await get(`/b/acme.com/${file}`)
      expect([status, cached]).toEqual([200, 'public, max-age=30, stale-if-error=0'])
      expect(response.headers.get('content-type')).toBe(type)
      expect(html).toBe(text)
    },
  )

  test.each(Object.keys(expected))(
    '%s is reached from every form of the address, and nobody’s is a 404',
    async (file) => {
      for (const slug of ['ACME.com', 'br_acme.com']) {
        const { response } = await get(`/b/${slug}/${file}`)
        expect([response.status, response.headers.get('location')]).toEqual([302, `/b/acme.com/${file}`])
      }
      const { status, cached } = await get(`/b/nobody.example/${file}`)
      expect([status, cached]).toEqual([404, 'no-cache'])
    },
  )

  test('say nothing of a domain that fails', async () => {
    const own = await openRegistry()
    onTestFinished(own.close)
    await own.addBrand({ slug: 'failing.example', state: 'failing' })
    await own.addClaim({ slug: 'failing.example', platform: 'x', handle: 'failing' })
    const said = async (file: string) => await (await own.app.request(`/b/failing.example/${file}`)).text()
    expect(await said('trust.txt')).not.toContain('social=')
    expect(await said('rel-me.html')).not.toContain('href=')
    expect(JSON.parse(await said('organization.jsonld'))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [],
    })
  })
})

describe('the directory', () => {
  test('pages through every brand once', async () => {
    const seen: string[] = []
    for (let path: string | undefined = '/brands'; path !== undefined;) {
      const { html } = await get(path)
      seen.push(...[...html.matchAll(/href="\/b\/([^"]+)"/g)].flatMap(([, slug]) => slug ?? []))
      path = /href="([^"]+)" rel="next"|rel="next" href="([^"]+)"/
        .exec(html)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(36)
    expect(seen).toEqual([...new Set(seen)].toSorted())
  })

  test('finds by name, country and platform, and says when nothing matches', async () => {
    const found = async (path: string) =>
      [...(await get(path)).html.matchAll(/href="\/b\/([^"]+)"/g)].map(([, slug]) => slug)
    expect(await found('/brands?search=Shop+12')).toEqual(['brand12.example'])
    expect(await found('/brands?country=ES')).toEqual(['acme.com'])
    expect(await found('/brands?platform=x')).toEqual(['acme.com'])
    expect((await get('/brands?search=zzz')).html).toContain('No entry matches.')
  })
})

test('the reference has a way back home', async () => {
  expect((await get('/docs')).html).toContain('<a href="/">')
})

describe('files', () => {
  test('the stylesheet that pages name may be kept for ever, any other address of it may not', async () => {
    const href = /href="(\/style\.css\?v=[^"]+)"/.exec((await get('/')).html)?.[1] ?? ''
    const { status, cached, response } = await get(href)
    expect([status, cached]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await get('/style.css?v=old')).cached).toBe('no-cache')
  })

  test('robots.txt and the icon are there', async () => {
    expect((await get('/robots.txt')).html).toContain('User-agent: *')
    expect((await get('/favicon.svg')).response.headers.get('content-type')).toBe('image/svg+xml')
  })
})

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openHouse, publicUrl, type Answered } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { routesOf } from '#test/support/routes.ts'

/** A house with one public brand, and one answer of each kind that HTTP can get from it. */
async function everyKindOfAnswer(): Promise<Readonly<Record<string, Answered>>> {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId, id } = await proveBrand(house, owner)
  await claimAccount(owner, brandId, 'https://x.com/acme')
  const json = { 'content-type': 'application/json' }
  const asked: Record<string, () => Promise<Answered>> = {
    lookup: () => house.ask('/v1/lookup?q=x.com/acme'),
    'bulk lookup': () =>
      house.ask('/v1/lookup', { method: 'POST', headers: json, body: '{"queries":["acme"]}' }),
    directory: () => house.ask('/v1/brands'),
    brand: () => house.ask('/v1/brands/acme.com'),
    platforms: () => house.ask('/v1/platforms'),
    'own brand': () => owner.get(`/v1/brands/${brandId}`),
    'own domain': () => owner.get(`/v1/domains/${id}`),
    'own brands': () => owner.get('/v1/organisation/brands'),
    keys: () => owner.get('/v1/keys'),
    notices: () => owner.get('/v1/notices'),
    created: () => owner.post('/v1/brands', { name: 'Second' }),
    picture: () => house.ask('/badges/acme.com.svg'),
    'no picture': () => house.ask('/badges/nobody.com.svg'),
    jwt: () => house.ask('/badges/acme.com.jwt'),
    'no jwt': () => house.ask('/badges/nobody.com.jwt'),
    badge: () => house.ask('/badges/acme.com.json'),
    did: () => house.ask('/.well-known/did.json'),
    jwks: () => house.ask('/.well-known/jwks.json'),
    context: () => house.ask('/ns/brand/v1'),
    problems: () => house.ask('/problems'),
    problem: () => house.ask('/problems/key_missing'),
    openapi: () => house.ask('/openapi.json'),
    docs: () => house.ask('/docs'),
    'docs script': () => house.ask('/docs/start.js'),
    health: () => house.ask('/healthz'),
    ready: () => house.ask('/readyz'),
    home: () => house.ask('/'),
    'brand page': () => house.ask('/b/acme.com'),
    'no page': () => house.ask('/nowhere', { headers: { accept: 'text/html' } }),
    unknown: () => house.ask('/v1/nowhere'),
    unauthorised: () => house.ask('/v1/keys'),
    'wrong method': () => house.ask('/v1/lookup', { method: 'DELETE' }),
    'unknown brand': () => house.ask('/v1/brands/nobody.com'),
    'wrong value': () => house.ask('/v1/brands?limit=0'),
    preflight: () =>
      house.ask('/v1/lookup', {
        method: 'OPTIONS',
        headers: { origin: 'https://acme.com', 'access-control-request-method': 'POST' },
      }),
    head: () => house.ask('/v1/brands/acme.com', { method: 'HEAD' }),
    'not modified': () => house.ask('/v1/brands/acme.com', { headers: { 'if-none-match': '*' } }),
    deleted: () => owner.delete(`/v1/domains/${id}`),
  }
  const answers: Record<string, Answered> = {}
  for (const [kind, answer] of Object.entries(asked)) answers[kind] = await answer()
  return answers
}

const isPublic = /^public, max-age=(\d+), stale-if-error=0$/
const pages = ['home', 'brand page', 'no page', 'docs', 'docs script']

describe('every answer', () => {
  test('says for how long it may be kept, never longer than half a minute', async () => {
    for (const [kind, { headers }] of Object.entries(await everyKindOfAnswer())) {
      const control = headers.get('cache-control') ?? ''
      const seconds = /^public, max-age=(\d+)/.exec(control)?.[1]
      if (seconds === undefined) expect.soft(control, kind).toMatch(/^no-(?:store|cache)$/)
      else expect.soft(Number(seconds), kind).toBeLessThanOrEqual(30)
      if (seconds !== undefined && !pages.includes(kind)) expect.soft(control, kind).toMatch(isPublic)
    }
  })

  test('to a key, and every refusal, is kept by nobody', async () => {
    const answers = await everyKindOfAnswer()
    for (const [kind, { status, headers }] of Object.entries(answers)) {
      const own = ['own brand', 'own domain', 'own brands', 'keys', 'notices', 'created', 'deleted'].includes(
        kind,
      )
      if (own || (status >= 400 && kind !== 'no picture' && !pages.includes(kind))) {
        expect.soft(headers.get('cache-control'), kind).toBe('no-store')
      }
    }
  })

  test('carries a request id of its own', async () => {
    const ids = Object.values(await everyKindOfAnswer()).map(({ headers }) => headers.get('x-request-id'))
    for (const id of ids) expect(id).toMatch(/^[\w-]{8,}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('forbids sniffing, framing and referring, and lets no script of strangers run', async () => {
    for (const [kind, { headers }] of Object.entries(await everyKindOfAnswer())) {
      expect.soft(headers.get('x-content-type-options'), kind).toBe('nosniff')
      expect.soft(headers.get('x-frame-options'), kind).toBe('DENY')
      expect.soft(headers.get('referrer-policy'), kind).toBe('no-referrer')
      expect.soft(headers.get('strict-transport-security'), kind).toMatch(/^max-age=63072000/)
      const policy = headers.get('content-security-policy') ?? ''
      expect.soft(policy, kind).toMatch(/^default-src 'none'/)
      expect.soft(policy, kind).toMatch(/frame-ancestors 'none'/)
      expect
        .soft(policy.split('; ').find((part) => part.startsWith('script-src')) ?? "script-src 'self'", kind)
        .toBe("script-src 'self'")
    }
  })

  test('of the API may be read by any site, of the pages by none', async () => {
    const answers = await everyKindOfAnswer()
    const origin = (kind: string) => answers[kind]?.headers.get('access-control-allow-origin')
    for (const kind of ['lookup', 'brand', 'unknown', 'unauthorised', 'preflight', 'picture', 'did']) {
      expect.soft(origin(kind), kind).toBe('*')
    }
    for (const kind of ['home', 'brand page', 'docs']) expect.soft(origin(kind), kind).toBeNull()
    for (const { headers } of Object.values(answers)) {
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  test('with the API’s policy lets nothing be loaded', async () => {
    const { lookup } = await everyKindOfAnswer()
    expect(lookup?.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    )
  })

  test('that can differ with the key says so to caches', async () => {
    const answers = await everyKindOfAnswer()
    for (const kind of ['brand', 'own brand', 'unknown brand']) {
      expect.soft(answers[kind]?.headers.get('vary')?.toLowerCase(), kind).toContain('authorization')
    }
  })
})

describe('a public answer', () => {
  test.each([
    'lookup',
    'directory',
    'brand',
    'platforms',
    'picture',
    'badge',
    'did',
    'openapi',
    'brand page',
  ])('(%s) has an ETag, which answers 304 while nothing has changed', async (kind) => {
    const paths: Record<string, string> = {
      lookup: '/v1/lookup?q=x.com/acme',
      directory: '/v1/brands',
      brand: '/v1/brands/acme.com',
      platforms: '/v1/platforms',
      picture: '/badges/acme.com.svg',
      badge: '/badges/acme.com.json',
      did: '/.well-known/did.json',
      openapi: '/openapi.json',
      'brand page': '/b/acme.com',
    }
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    const path = paths[kind] ?? ''
    const first = await house.ask(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\da-f]{24}"$/)
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await house.ask(path, { headers: { 'if-none-match': known } })
      expect(again.status, known).toBe(304)
      expect(again.text).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
      expect(again.headers.get('content-type')).toBeNull()
    }
    expect((await house.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    await owner.patch(`/v1/brands/${brandId}`, { name: 'Renamed' })
    await claimAccount(owner, brandId, 'https://x.com/acme')
    const changes = ['lookup', 'directory', 'brand', 'badge', 'picture', 'brand page'].includes(kind)
    const later = await house.ask(path, { headers: { 'if-none-match': etag } })
    expect(later.status).toBe(changes ? 200 : 304)
  })
})

describe('a problem', () => {
  test('has exactly the members of the contract, and a type that leads to its row', async () => {
    const house = await openHouse()
    const refused = await house.ask('/v1/keys')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect(refused.body).toStrictEqual({
      type: `${publicUrl}/problems/key_missing`,
      title: 'An API key is needed',
      status: 401,
      detail: 'Send your API key as "Authorization: Bearer vm_…".',
      reason: 'key_missing',
      request_id: refused.headers.get('x-request-id'),
    })
    const row = await house.ask(refused.body.type.slice(publicUrl.length))
    expect(row.body).toEqual({ reason: 'key_missing', status: 401, title: 'An API key is needed' })
  })

  test.each([
    ['es', 'es', 'parece una dirección de correo'],
    ['pl', 'pl', 'wygląda na adres e-mail'],
    ['fr', 'en', 'looks like a mail address'],
  ])('tells what was pasted as whoever asks reads: %s', async (accepted, language, words) => {
    const house = await openHouse()
    const headers = { 'accept-language': accepted }
    const alone = await house.ask('/v1/lookup?q=ana@acme.example', { headers })
    expect(alone.body).toMatchObject({ detail: expect.stringContaining(words) })
    expect(alone.headers.get('content-language')).toBe(language)
    const asked = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    const body = JSON.stringify({ queries: ['ana@acme.example'] })
    const bulk = await house.ask('/v1/lookup', { ...asked, body })
    expect(bulk.body).toMatchObject({ items: [{ problem: { detail: expect.stringContaining(words) } }] })
  })

  test.each([
    ['es', 'es', 'es, en', 'Hace falta una clave de API'],
    ['pl-PL,pl;q=0.9,en;q=0.5', 'pl', 'pl, en', 'Potrzebny jest klucz API'],
    ['de', 'en', 'en', 'An API key is needed'],
  ])('is titled as whoever asks reads: %s', async (accepted, language, content, title) => {
    const house = await openHouse()
    const headers = { 'accept-language': accepted }
    const refused = await house.ask('/v1/keys', { headers })
    expect(refused.body).toMatchObject({ title, reason: 'key_missing' })
    expect(refused.headers.get('content-language')).toBe(content)
    expect(refused.headers.get('vary')).toContain('Accept-Language')
    const row = await house.ask('/problems/key_missing', { headers })
    expect(row.body).toEqual({ reason: 'key_missing', status: 401, title })
    expect(row.headers.get('content-language')).toBe(language)
    const { body } = await house.ask('/problems', { headers })
    expect(body.items).toContainEqual(expect.objectContaining({ reason: 'key_missing', title }))
  })

  test('lists every reason at /problems, each with its own page', async () => {
    const house = await openHouse()
    const { body } = await house.ask('/problems')
    expect(body.next_cursor).toBeNull()
    expect(body.items.length).toBeGreaterThan(30)
    for (const { type, reason, status, title } of body.items) {
      const row = await house.ask(type.slice(publicUrl.length))
      expect(row.body).toEqual({ reason, status, title })
    }
    expect((await house.ask('/problems/no_such_reason')).body.reason).toBe('not_found')
  })

  test('for a place that is not there is 404, as JSON to programs and as a page to people', async () => {
    const house = await openHouse()
    for (const path of [
      '/v1',
      '/v1/',
      '/v1/nowhere',
      '/v1/brands/a/b/c',
      '/v2/lookup',
      '/badges/acme.com.gif',
    ]) {
      const { status, body } = await house.ask(path, { headers: { accept: '*/*' } })
      expect.soft(status, path).toBe(404)
      expect.soft(body?.reason, path).toBe('not_found')
    }
    const page = await house.ask('/nowhere', { headers: { accept: 'text/html,*/*' } })
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  })

  test('for a method that a place does not know is 405 and names those it knows', async () => {
    const house = await openHouse()
    const routes = await routesOf(house)
    for (const [path, known] of Map.groupBy(routes, (route) => route.path)) {
      const names = known.map(({ method }) => method)
      const { status, body, headers } = await house.ask(path.replace('{id}', 'br_x'), { method: 'PUT' })
      expect.soft(status, path).toBe(405)
      expect.soft(body?.reason, path).toBe('method_not_allowed')
      const allowed = headers.get('allow')?.split(', ') ?? []
      for (const name of names) expect.soft(allowed, path).toContain(name)
    }
    const { status, headers } = await house.ask('/healthz', { method: 'POST' })
    expect(status).toBe(405)
    expect(headers.get('allow')).toContain('GET')
  })

  test('of our own making says nothing of its cause, which our own log has under its id', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => logged.mockRestore())
    const house = await openHouse()
    const owner = await house.owner()
    house.deps.db.close()
    const { status, body, text } = await owner.get('/v1/keys')
    expect(status).toBe(500)
    expect(body).toMatchObject({ type: 'about:blank', status: 500, reason: 'internal_error' })
    expect(String(logged.mock.calls[0]?.[0])).toContain(body.request_id)
    expect(text).not.toMatch(/sql|client|closed|at \//i)
  })
})

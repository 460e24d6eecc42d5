import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { describe, expect, test } from 'vitest'
import type { Env } from '#api/endpoint.ts'
import { second } from '#base/clock.ts'
import { keepAnswers } from '#keep-answers.ts'
import { openHouse } from '#test/support/house.ts'
import { proveBrand } from '#test/support/registered.ts'

type Told = { readonly status?: number; readonly control?: string; readonly type?: string }

/** The middleware alone, before a handler which counts how often it was asked. */
function counting(tell: Told = {}) {
  const listeners: (() => void)[] = []
  let now = 0
  let asked = 0
  let before = async () => {}
  const app = new Hono<Env>()
  app.use(
    keepAnswers({
      db: { onWrite: (listener: () => void) => void listeners.push(listener) } as never,
      clock: { now: () => now },
    }),
  )
  app.use(requestId())
  app.all('/*', async (c) => {
    asked += 1
    const number = asked
    await before()
    const { status = 200, control = 'public, max-age=30', type = 'application/json' } = tell
    return c.body(`{"number":${number}}`, status as 200, { 'cache-control': control, 'content-type': type })
  })
  const get = async (path = '/a', init?: RequestInit) => {
    const response = await app.request(path, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    get,
    asked: () => asked,
    pass: (milliseconds: number) => void (now += milliseconds),
    write: () => listeners.forEach((listener) => listener()),
    meanwhile: (deed: () => Promise<void>) => void (before = deed),
  }
}

describe('a kept answer', () => {
  test('is given for half a minute, and made anew then', async () => {
    const { get, asked, pass } = counting()
    expect((await get()).text).toBe('{"number":1}')
    pass(30 * second - 1)
    const again = await get()
    expect([
      again.text,
      again.status,
      again.headers.get('cache-control'),
      again.headers.get('content-type'),
    ]).toEqual(['{"number":1}', 200, 'public, max-age=30', 'application/json'])
    pass(1)
    expect((await get()).text).toBe('{"number":2}')
    expect(asked()).toBe(2)
  })

  test('is kept by its whole address', async () => {
    const { get, asked } = counting()
    for (const path of ['/a', '/b', '/a?q=1', '/a?q=2', '/A']) await get(path)
    expect(asked()).toBe(5)
  })

  test('carries a request id of its own each time', async () => {
    const { get } = counting()
    const ids = [await get(), await get(), await get()].map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(ids).size).toBe(3)
    expect(ids).not.toContain(null)
  })

  test('is dropped at the next write of its own process', async () => {
    const { get, write } = counting()
    await get()
    write()
    expect((await get()).text).toBe('{"number":2}')
  })

  test('that a write overtook while it was made is given once and not kept', async () => {
    const { get, write, meanwhile } = counting()
    meanwhile(async () => write())
    expect((await get()).text).toBe('{"number":1}')
    meanwhile(async () => {})
    expect((await get()).text).toBe('{"number":2}')
    expect((await get()).text).toBe('{"number":2}')
  })

  test('answers 304 to who has it, without a body, and 200 to who has another', async () => {
    const { get, asked } = counting()
    const etag = (await get()).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\da-f]{24}"$/)
    for (const known of [etag, '*', `"x", ${etag}`]) {
      const { status, text, headers } = await get('/a', { headers: { 'if-none-match': known } })
      expect([status, text, headers.get('etag'), headers.get('cache-control')]).toEqual([
        304,
        '',
        etag,
        'public, max-age=30',
      ])
      expect(headers.get('content-type')).toBeNull()
    }
    expect((await get('/a', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
    expect(asked()).toBe(1)
  })
})

describe('nothing is kept', () => {
  test('of what was asked with a key, and nobody with a key is given what is kept', async () => {
    const { get, asked } = counting()
    const headers = { authorization: 'Bearer vm_x' }
    expect((await get('/a', { headers })).headers.get('etag')).toBeNull()
    await get('/a')
    expect((await get('/a', { headers })).text).toBe('{"number":3}')
    expect(asked()).toBe(3)
  })

  test.each(['POST', 'PATCH', 'DELETE', 'HEAD'])('of a %s', async (method) => {
    const { get, asked } = counting()
    await get('/a', { method })
    await get('/a', { method })
    expect(asked()).toBe(2)
  })

  test.each<Told>([
    { control: 'no-store' },
    { control: 'private, max-age=30' },
    { control: 'no-cache' },
    { control: '' },
    { status: 404 },
    { status: 500 },
    { status: 201 },
    { type: 'image/png' },
  ])('of an answer with %j', async (tell) => {
    const { get, asked } = counting(tell)
    await get()
    const { headers } = await get()
    expect(asked()).toBe(2)
    expect(headers.get('etag')).toBeNull()
  })

  test('beyond a bound: however many ask for however much, the oldest are made anew', async () => {
    const { get, asked } = counting()
    await get('/first')
    for (let each = 0; each < 20_000; each += 1) await get(`/${each}`)
    await get('/first')
    expect(asked()).toBe(20_002)
  })
})

test('what changed is public at once, whatever was kept', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const ask = async () => (await house.ask('/v1/lookup?q=acme.com')).body.verdict
  expect(await ask()).toBe('unregistered')
  const { id } = await proveBrand(house, owner)
  expect(await ask()).toBe('controlled')
  await owner.delete(`/v1/domains/${id}`)
  expect(await ask()).toBe('unregistered')
})

test('an answer that differs in its moment alone has the same ETag', async () => {
  const house = await openHouse()
  await proveBrand(house, await house.owner())
  const first = await house.ask('/v1/brands/acme.com')
  house.pass(60 * second)
  const later = await house.ask('/v1/brands/acme.com')
  expect(later.body.as_of).not.toBe(first.body.as_of)
  expect(later.headers.get('etag')).toBe(first.headers.get('etag'))
})

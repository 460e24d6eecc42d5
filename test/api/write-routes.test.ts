import { beforeEach, describe, expect, test } from 'vitest'
import { createKey } from '#auth/create-key.ts'
import type { Scope } from '#auth/key.ts'
import { hour, second } from '#base/clock.ts'
import { openHouse, type Answered, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  claimAccount,
  enterBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'
import { isWrite, routesOf, type Route } from '#test/support/routes.ts'
import { keyOf as ownKey, signIn } from '#test/support/sign-in.ts'
import { rowsOf } from '#test/support/stored.ts'

/** Someone's things, and a stranger; every route is asked for these things. */
type Scene = {
  readonly house: House
  readonly owner: Owner
  readonly stranger: Owner
  /** Of the owner's, and able to do nothing but look for others. */
  readonly lookKey: string
  readonly routes: readonly Route[]
  /** A path of the owner's own things: `/v1/domains/dom_…/check`. */
  readonly added: AddedDomain
  path(route: Route): string
}

async function setScene(): Promise<Scene> {
  const house = await openHouse()
  const operator = await house.owner()
  const owner = { ...operator, ...(await ownKey(house, await signIn(house, operator), operator)) }
  await signIn(house, operator, { role: 'editor', email: 'kim@acme.example' })
  const members: readonly { readonly id: string }[] = (await owner.get('/v1/members')).body.items
  const brand = await enterBrand(owner)
  const added = await addDomain(owner, brand, 'acme.com')
  const things: Record<string, string> = {
    brands: brand,
    domains: added.id,
    claims: await claimAccount(owner, brand, 'https://x.com/acme'),
    keys: (await owner.post('/v1/keys', { name: 'Second' })).body.id,
    members: members.at(-1)?.id ?? '',
    invitations: (await owner.post('/v1/invitations', { email: 'eva@acme.example' })).body.id,
  }
  const path = (route: Route) =>
    route.path.replaceAll(
      /\/v1\/(\w+)\/\{id\}/g,
      (_, kind: string) => `/v1/${kind}/${things[kind] ?? 'zzz_22222222222222222222'}`,
    )
  const routes = (await routesOf(house)).filter(isWrite)
  const lookKey = await keyOf(house, owner, ['look'])
  return { house, owner, stranger: await house.owner('Other Ltd'), lookKey, routes, added, path }
}

async function keyOf(house: House, { organisationId }: Owner, scopes: readonly Scope[]): Promise<string> {
  const asked = { name: scopes.join(), scopes, expiresAt: null }
  const made = await createKey(
    house.deps,
    { organisationId, pseudonym: 'act_test', membershipId: null },
    asked,
  )
  if (!made.ok) throw new Error('No key')
  return made.value.key
}

type Sent = {
  readonly key?: string | null
  readonly authorization?: string
  readonly type?: string | null
  readonly body?: string
}

async function send(
  { house, owner, lookKey, path }: Scene,
  route: Route,
  sent: Sent = {},
): Promise<Answered> {
  const { key = route.scope === 'look' ? lookKey : owner.key, type = 'application/json' } = sent
  const body = sent.body ?? (route.body === null ? undefined : JSON.stringify(route.body.sample))
  const headers = new Headers()
  if (sent.authorization !== undefined) headers.set('authorization', sent.authorization)
  else if (key !== null) headers.set('authorization', `Bearer ${key}`)
  if (type !== null && body !== undefined) headers.set('content-type', type)
  // Bytes, since a string would bring a content type of its own.
  const bytes = body === undefined ? null : new TextEncoder().encode(body)
  return await house.ask(path(route), {
    method: route.method,
    headers,
    ...(bytes === null ? {} : { body: bytes }),
  })
}

/** Asks every one of `routes` so, and expects of each the same refusal, a documented one, with nothing stored. */
async function expectRefusals(
  scene: Scene,
  routes: readonly Route[],
  sent: (route: Route) => Sent | readonly Sent[],
  refusal: { readonly status: number; readonly reason: RegExp },
): Promise<void> {
  expect(routes.length).toBeGreaterThan(0)
  const before = await rowsOf(scene.house)
  for (const route of routes) {
    for (const one of [sent(route)].flat()) {
      const { status, body, headers } = await send(scene, route, one)
      const where = `${route.name} ${JSON.stringify(one).slice(0, 200)}`
      expect.soft(status, where).toBe(refusal.status)
      expect.soft(body?.reason, where).toMatch(refusal.reason)
      expect.soft(body?.status, where).toBe(refusal.status)
      expect.soft(headers.get('content-type'), where).toBe('application/problem+json')
      expect.soft(headers.get('cache-control'), where).toBe('no-store')
    }
  }
  expect(await rowsOf(scene.house)).toEqual(before)
}

const documented = (scene: Scene, status: number) =>
  scene.routes.filter((route) => route.statuses.includes(status))

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})

describe('every write route', () => {
  test('is known to this suite: the document names routes with and without a key, with and without a body', () => {
    const { routes } = scene
    expect(routes.filter((route) => route.needsKey).length).toBeGreaterThanOrEqual(8)
    expect(routes.filter((route) => !route.needsKey).length).toBeGreaterThanOrEqual(2)
    expect(routes.filter((route) => route.body !== null).length).toBeGreaterThanOrEqual(6)
  })

  test('does what it is asked when asked rightly', async () => {
    // A recovery takes a month and two sides: test/recoveries does what is asked of it.
    for (const route of scene.routes.filter(({ path }) => !path.startsWith('/v1/recoveries'))) {
      // Each has a brand of its own with a proved domain: some undo what others need.
      const own = await setScene()
      await publishAndCheck(own.house, own.owner, own.added)
      own.house.pass(6 * second)
      own.house.world.dns.zone('primary.test')
      if (route.method === 'DELETE') {
        // What the document's example withdraws must be there.
        await own.owner.post(`/v1/brands/${own.added.brandId}/not-ours`, {
          account: 'https://x.com/acme_giveaway',
        })
      }
      const { status, text } = await send(own, route)
      const exists = status === 409 && /_exists|already_claimed/.test(text)
      if (!exists) expect.soft(status, `${route.name}: ${text}`).toBeLessThan(300)
    }
  }, 120_000)

  test('without a key is refused, unless it is public', async () => {
    await expectRefusals(scene, documented(scene, 401), () => ({ key: null }), {
      status: 401,
      reason: /^key_missing$/,
    })
  })

  test('with a key that is nobody’s is refused', async () => {
    const unknown = `vm_${'a'.repeat(32)}`
    const ways = [
      { key: unknown },
      { key: 'vm_short' },
      { authorization: 'Basic dXNlcjpwYXNz' },
      { authorization: scene.owner.key },
      { authorization: 'Bearer' },
      { authorization: `Bearer ${scene.owner.key.toUpperCase()}` },
      { authorization: `Bearer ${scene.owner.key}x` },
    ]
    await expectRefusals(scene, documented(scene, 401), () => ways, { status: 401, reason: /^key_invalid$/ })
  })

  test('with a revoked or expired key is refused', async () => {
    const { owner, house } = scene
    const revoked = await owner.post('/v1/keys', { name: 'Revoked' })
    const expiring = await owner.post('/v1/keys', { name: 'Expiring', expires_at: '2026-03-01T13:00:00Z' })
    await owner.delete(`/v1/keys/${revoked.body.id}`)
    house.pass(hour)
    const ways = [{ key: revoked.body.key }, { key: expiring.body.key }]
    await expectRefusals(scene, documented(scene, 401), () => ways, { status: 401, reason: /^key_invalid$/ })
  })

  test('with a key that may only read is refused', async () => {
    const key = await keyOf(scene.house, scene.owner, ['read'])
    await expectRefusals(scene, documented(scene, 403), () => ({ key }), {
      status: 403,
      reason: /^scope_missing$/,
    })
  })

  test('with a key that may do everything else is refused', async () => {
    const { house, owner, routes } = scene
    const ordinary = routes.filter(({ scope }) => scope === 'write')
    const looking = routes.filter(({ scope }) => scope === 'look')
    expect(ordinary.length + looking.length).toBe(routes.filter(({ needsKey }) => needsKey).length)
    const refusal = { status: 403, reason: /^scope_missing$/ }
    await expectRefusals(scene, looking, () => ({ key: owner.key }), refusal)
    const key = await keyOf(house, owner, ['read', 'look'])
    await expectRefusals(scene, ordinary, () => ({ key }), refusal)
  })

  test('treats another organisation’s thing as it treats none', async () => {
    const routes = scene.routes.filter(({ needsKey, path }) => needsKey && path.includes('{id}'))
    await expectRefusals(scene, routes, () => ({ key: scene.stranger.key }), {
      status: 404,
      reason: /^(?:brand|domain|claim|key|member|invitation|recovery)_unknown$/,
    })
    for (const route of routes) {
      const theirs = await send(scene, route, { key: scene.stranger.key })
      const none = await send(
        { ...scene, path: (one) => scene.path(one).replace(/_[a-z2-7]{20}/, '_22222222222222222222') },
        route,
      )
      expect.soft(none.status, route.name).toBe(404)
      expect.soft(none.body.reason, route.name).toBe(theirs.body.reason)
    }
  })

  test('refuses a body over 64 KiB, in bulk lookups over 512, whatever it holds', async () => {
    const sizeMax = (route: Route) => (route.name === 'POST /v1/lookup' ? 524_288 : 65_536)
    const padded = (route: Route) => ({
      body: JSON.stringify(route.body?.sample ?? {}).padEnd(sizeMax(route) + 1),
    })
    await expectRefusals(scene, scene.routes, padded, { status: 413, reason: /^body_too_large$/ })
  })

  test('takes a body of exactly 64 KiB', async () => {
    const route = scene.routes.find(({ name }) => name === 'POST /v1/brands')
    if (route === undefined) throw new Error('No route')
    const { status } = await send(scene, route, { body: JSON.stringify({ name: 'Acme' }).padEnd(65_536) })
    expect(status).toBe(201)
  })

  test('refuses a body that does not say it is JSON', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
      null,
    ]
    const ways = types.map((type) => ({ type }))
    const routes = scene.routes.filter(({ body }) => body !== null)
    await expectRefusals(scene, routes, () => ways, { status: 415, reason: /^unsupported_media_type$/ })
  })

  test('refuses a body that is no JSON', async () => {
    const ways = [
      '{',
      '{"name": "Acme"',
      "{'name': 'Acme'}",
      'name=Acme',
      '{"name": NaN}',
      '{} {}',
      '\u0000',
    ].map((body) => ({ body }))
    const routes = scene.routes.filter(({ body }) => body !== null)
    await expectRefusals(scene, routes, () => ways, { status: 400, reason: /^malformed_json$/ })
  })

  test('refuses no body at all where one is needed', async () => {
    const routes = scene.routes.filter(({ body }) => body !== null && !body.optional)
    await expectRefusals(scene, routes, () => [{ body: '' }, { body: '', type: null }], {
      status: 400,
      reason: /^malformed_json$/,
    })
  })

  test('refuses JSON that is no object', async () => {
    const ways = ['null', '[]', '"Acme"', '1', 'true', '[{"name": "Acme"}]'].map((body) => ({ body }))
    const routes = scene.routes.filter(({ body }) => body !== null)
    await expectRefusals(scene, routes, () => ways, { status: 422, reason: /^invalid_request$/ })
  })

  test('refuses a value of another type, each by each', async () => {
    const routes = scene.routes.filter(({ body }) => body !== null)
    const ways = ({ body }: Route) =>
      Object.entries(body?.wrong ?? {}).map(([key, value]) => ({
        body: JSON.stringify({ ...(body?.sample as object), [key]: value }),
      }))
    for (const route of routes) expect.soft(ways(route).length, route.name).toBeGreaterThan(0)
    await expectRefusals(scene, routes, ways, { status: 422, reason: /^invalid_request$/ })
  })

  test('refuses a field it does not know, so that a misspelt one is noticed', async () => {
    const routes = scene.routes.filter(({ body }) => body !== null)
    const ways = ({ body }: Route) => [
      { body: JSON.stringify({ ...(body?.sample as object), surprise: 1 }) },
      { body: JSON.stringify(body?.sample).replace('{', '{"__proto__": {}, ').replace(', }', '}') },
    ]
    await expectRefusals(scene, routes, ways, { status: 422, reason: /^invalid_request$/ })
  })
})

import { describe, expect, test } from 'vitest'
import { openHouse, publicUrl } from '#test/support/house.ts'
import { claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'
import { routesOf } from '#test/support/routes.ts'
import { signIn } from '#test/support/sign-in.ts'
import { rowsOf } from '#test/support/stored.ts'

const ours = { origin: publicUrl, 'sec-fetch-site': 'same-origin' }
const brand = JSON.stringify({ name: 'Acme' })

async function open(role: 'owner' | 'editor' | 'viewer' = 'owner') {
  const house = await openHouse()
  const owner = await house.owner()
  const member = await signIn(house, owner, { role })
  const create = async (headers: Readonly<Record<string, string>>) =>
    await house.ask('/v1/brands', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: member.cookie, ...headers },
      body: brand,
    })
  return { house, owner, member, create }
}

describe('a session at the API', () => {
  test('acts for the organisation that it is signed in for', async () => {
    const { house, owner, member, create } = await open()
    const made = await create(ours)
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect((await owner.get(`/v1/brands/${made.body.id}`)).body.name).toBe('Acme')
    const { body } = await house.ask('/v1/members', { headers: { cookie: member.cookie } })
    expect(body.items).toMatchObject([{ email: 'ana@acme.example', role: 'owner', ends_at: null }])
  })

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling of ours', { origin: 'http://x.localhost:8787', 'sec-fetch-site': 'same-site' }],
    ['a page without a name', { origin: 'null' }],
    ['nowhere', {}],
  ])('changes nothing when %s asks in its name', async (_, headers) => {
    const { house, create } = await open()
    const before = await rowsOf(house)
    const refused = await create(headers)
    expect([refused.status, refused.body.reason]).toEqual([403, 'origin_refused'])
    expect(await rowsOf(house)).toEqual(before)
  })

  test.each([
    ['cross-site', 401],
    ['same-site', 401],
    ['same-origin', 200],
    ['none', 200],
  ])('reads for a page that is %s: %i, and no other origin may look', async (site, status) => {
    const { house, member } = await open()
    const headers = { cookie: member.cookie, 'sec-fetch-site': site, origin: 'https://evil.example' }
    const answered = await house.ask('/v1/members', { headers })
    expect(answered.status).toBe(status)
    expect(answered.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('vary')).toContain('Cookie')
  })

  test('of a viewer changes nothing', async () => {
    const { create } = await open('viewer')
    expect((await create(ours)).body).toMatchObject({
      reason: 'scope_missing',
      detail: 'Your role may not do that: it lacks the scope "write".',
    })
  })

  test('neither makes nor revokes keys: pages that ask anew who sits there do', async () => {
    const { house, owner, member } = await open()
    const { body } = await owner.get('/v1/keys')
    for (const [method, path] of [
      ['POST', '/v1/keys'],
      ['DELETE', `/v1/keys/${body.items[0].id}`],
    ] as const) {
      const headers = { cookie: member.cookie, 'content-type': 'application/json', ...ours }
      const refused = await house.ask(path, {
        method,
        headers,
        ...(method === 'POST' ? { body: '{"name": "x"}' } : {}),
      })
      expect(refused.body.reason).toBe('key_missing')
    }
  })

  test('takes nothing back for good: the pages that do so ask anew who sits there', async () => {
    const { house, owner, member } = await open()
    const { brandId, id } = await proveBrand(house, owner)
    const claimId = await claimAccount(owner, brandId, 'https://github.com/acme')
    const before = await rowsOf(house)
    for (const [method, path] of [
      ['POST', `/v1/brands/${brandId}/freeze`],
      ['DELETE', `/v1/brands/${brandId}`],
      ['DELETE', `/v1/domains/${id}`],
      ['DELETE', `/v1/claims/${claimId}`],
    ] as const) {
      const refused = await house.ask(path, { method, headers: { cookie: member.cookie, ...ours } })
      expect([path, refused.body?.reason]).toEqual([path, 'key_missing'])
    }
    expect(await rowsOf(house)).toEqual(before)
  })

  test('that is over is nobody’s', async () => {
    const { house, member, create } = await open()
    await member.post('/sign-out')
    expect((await create(ours)).body.reason).toBe('key_missing')
    expect((await house.ask('/v1/members', { headers: { cookie: member.cookie } })).status).toBe(401)
  })

  test('gives way to a key that is shown beside it', async () => {
    const { house, member } = await open()
    const other = await house.owner('Other Ltd')
    const { body } = await house.ask('/v1/members', {
      headers: { cookie: member.cookie, authorization: `Bearer ${other.key}` },
    })
    expect(body.items).toEqual([])
  })

  test('is shown its own, which the public is not shown afterwards, nor the other way round', async () => {
    const { house, owner, member } = await open()
    const id = await enterBrand(owner)
    const path = `/v1/brands/${id}`
    const asPublic = async () => await house.ask(path)
    const asMember = async () => await house.ask(path, { headers: { cookie: member.cookie } })
    for (const _round of [1, 2]) {
      expect((await asPublic()).status).toBe(404)
      const own = await asMember()
      expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
  })
})

test('no route takes a session from another origin to change anything', async () => {
  const { house, owner, member } = await open()
  const id = await enterBrand(owner)
  const before = await rowsOf(house)
  const writes = (await routesOf(house)).filter(({ method, needsKey }) => method !== 'GET' && needsKey)
  expect(writes.length).toBeGreaterThan(20)
  for (const route of writes) {
    const sent = await house.ask(route.path.replaceAll(/\{\w+\}/g, id), {
      method: route.method,
      headers: {
        cookie: member.cookie,
        origin: 'https://evil.example',
        ...(route.body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(route.body === null ? {} : { body: JSON.stringify(route.body.sample) }),
    })
    expect
      .soft([route.name, ['origin_refused', 'key_missing'].includes(sent.body?.reason)])
      .toEqual([route.name, true])
  }
  expect(await rowsOf(house)).toEqual(before)
})

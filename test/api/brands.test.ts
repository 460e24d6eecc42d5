import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { hour } from '#base/clock.ts'
import { brands } from '#db/schema.ts'
import { openHouse, publicUrl } from '#test/support/house.ts'
import {
  addDomain,
  claimAccount,
  enterBrand,
  proveBrand,
  storeAccountProof,
} from '#test/support/registered.ts'

const brandId = /^br_[a-z2-7]{20}$/

describe('a brand entered', () => {
  test('is shown whole, without an address until a domain of its is proved', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const text = { name: '  Ácme  ', aliases: ['Acme Toys'], category: 'retail', country: 'es' }
    const { status, body, headers } = await owner.post('/v1/brands', text)
    expect(status).toBe(201)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toStrictEqual({
      id: expect.stringMatching(brandId),
      slug: null,
      domain: null,
      url: null,
      name: 'Ácme',
      name_state: 'self_given',
      frozen_since: null,
      aliases: ['Acme Toys'],
      category: 'retail',
      country: 'ES',
      languages: [],
      watch_lookalikes: false,
      created_at: '2026-03-01T12:00:00Z',
      updated_at: '2026-03-01T12:00:00Z',
      domains: [],
      accounts: [],
    })
    expect((await owner.get(`/v1/brands/${body.id}`)).body).toEqual(body)
    expect((await owner.get('/v1/organisation/brands')).body).toEqual({ items: [body], next_cursor: null })
  })

  test('with only a name has no aliases, category or country, and may share its name with others', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const [one, other] = [await enterBrand(owner), await enterBrand(owner)]
    expect(one).not.toBe(other)
    const { body } = await owner.get(`/v1/brands/${one}`)
    expect(body).toMatchObject({ aliases: [], category: null, country: null })
  })

  test('is for its owner alone: to anybody else it is not there', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const id = await enterBrand(owner)
    const stranger = await house.owner('Other Ltd')
    for (const asked of [await house.ask(`/v1/brands/${id}`), await stranger.get(`/v1/brands/${id}`)]) {
      expect([asked.status, asked.body.reason]).toEqual([404, 'brand_unknown'])
    }
    expect((await stranger.get('/v1/organisation/brands')).body.items).toEqual([])
    expect((await house.ask('/v1/brands')).body.items).toEqual([])
    expect((await house.ask('/badges/acme.com.svg')).status).toBe(404)
  })
})

describe('a brand with a proved domain', () => {
  test('is shown to the public by address and by id alike, without a private field', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const domain = await proveBrand(house, owner, 'acme.com', { name: 'Acme', country: 'ES' })
    await addDomain(owner, domain.brandId, 'pending.com')
    await storeAccountProof(house, await claimAccount(owner, domain.brandId, 'https://x.com/acme'))
    await claimAccount(owner, domain.brandId, 'https://github.com/acme', 'product')
    const { status, body } = await house.ask('/v1/brands/acme.com')
    expect(status).toBe(200)
    const domainProof = {
      direction: 'domain',
      method: 'dns-txt',
      checked_at: '2026-03-01T12:00:00Z',
      expires_at: '2026-03-11T12:00:00Z',
      seen_by: { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 },
      failing_since: null,
    }
    expect(body).toStrictEqual({
      id: domain.brandId,
      slug: 'acme.com',
      name: 'Acme',
      name_state: 'self_given',
      domain: 'acme.com',
      url: `${publicUrl}/b/acme.com`,
      aliases: [],
      category: null,
      country: 'ES',
      languages: [],
      verdict: 'controlled',
      domains: [
        {
          domain: 'acme.com',
          verdict: 'controlled',
          method: 'dns-txt',
          checked_at: '2026-03-01T12:00:00Z',
          expires_at: '2026-03-11T12:00:00Z',
          seen_by: { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 },
          failing_since: null,
        },
      ],
      accounts: [
        {
          platform: 'x',
          handle: 'acme',
          platform_id: '783214',
          url: 'https://x.com/acme',
          relation: 'official',
          country: null,
          language: null,
          published: null,
          proofs: [domainProof, expect.objectContaining({ direction: 'account' })],
          verdict: 'verified',
          disputed: false,
        },
        {
          platform: 'github',
          handle: 'acme',
          platform_id: null,
          url: 'https://github.com/acme',
          relation: 'product',
          country: null,
          language: null,
          published: null,
          proofs: [domainProof],
          verdict: 'declared',
          disputed: false,
        },
      ],
      not_ours: [],
      absent_from: [],
      badge: {
        svg: `${publicUrl}/badges/acme.com.svg`,
        jwt: `${publicUrl}/badges/acme.com.jwt`,
        json: `${publicUrl}/badges/acme.com.json`,
      },
      frozen_since: null,
      since: '2026-03-01T12:00:00Z',
      as_of: '2026-03-01T12:00:00Z',
    })
    for (const id of [domain.brandId, 'ACME.com']) {
      expect((await house.ask(`/v1/brands/${id}`)).body).toEqual(body)
    }
  })

  test('is shown to its owner with what is private, by address and by id; to another with a key as to anybody', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const domain = await proveBrand(house, owner)
    const claim = await claimAccount(owner, domain.brandId, 'https://x.com/acme')
    const mine = await owner.get(`/v1/brands/${domain.brandId}`)
    expect(mine.headers.get('cache-control')).toBe('no-store')
    expect(mine.body).toMatchObject({
      slug: 'acme.com',
      domain: 'acme.com',
      url: `${publicUrl}/b/acme.com`,
      domains: [{ id: domain.id, state: 'proved', challenges: [{}, {}, {}, {}] }],
      accounts: [{ id: claim, verdict: 'declared', waiting_for: 'account' }],
    })
    expect((await owner.get('/v1/brands/acme.com')).body).toEqual(mine.body)
    const stranger = await house.owner('Other Ltd')
    const open = (await house.ask('/v1/brands/acme.com')).body
    for (const id of ['acme.com', domain.brandId]) {
      expect((await stranger.get(`/v1/brands/${id}`)).body).toEqual(open)
    }
  })

  test('is shown to nobody with a key that is none: a wrong key is not the public', async () => {
    const house = await openHouse()
    await proveBrand(house, await house.owner())
    const headers = { authorization: `Bearer vm_${'a'.repeat(32)}` }
    expect((await house.ask('/v1/brands/acme.com', { headers })).status).toBe(401)
  })
})

describe('a brand changed', () => {
  test('keeps what was not sent, and is found by its new words only', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const text = { name: 'Acme', aliases: ['Toys'], category: 'retail', country: 'ES' }
    const { brandId: id } = await proveBrand(house, owner, 'shop.example', text)
    house.pass(hour)
    const { status, body } = await owner.patch(`/v1/brands/${id}`, { name: 'Zenith' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...text, name: 'Zenith', updated_at: '2026-03-01T13:00:00Z' })
    const found = async (words: string) => (await house.ask(`/v1/brands?search=${words}`)).body.items.length
    expect([await found('Zenith'), await found('Acme'), await found('Toys')]).toEqual([1, 0, 1])
    const { body: cleared } = await owner.patch(`/v1/brands/${id}`, {
      aliases: [],
      category: null,
      country: null,
    })
    expect(cleared).toMatchObject({ name: 'Zenith', aliases: [], category: null, country: null })
    expect(await found('Toys')).toBe(0)
  })

  test('in its name loses the review of the old one; in anything else keeps it', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId: id } = await proveBrand(house, owner)
    const { db } = house.deps
    await db.write([db.orm.update(brands).set({ nameState: 'reviewed' }).where(eq(brands.id, id))])
    for (const kept of [{ country: 'ES' }, { aliases: ['Acme Toys'] }, { name: 'Acme' }, {}]) {
      expect((await owner.patch(`/v1/brands/${id}`, kept)).body.name_state).toBe('reviewed')
    }
    expect((await owner.patch(`/v1/brands/${id}`, { name: 'Acme Bank' })).body.name_state).toBe('self_given')
    expect((await house.ask('/v1/brands/acme.com')).body.name_state).toBe('self_given')
    expect((await owner.patch(`/v1/brands/${id}`, { name: 'Acme' })).body.name_state).toBe('self_given')
  })

  test('shows its new name at once, in the registry and in its badge', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId: id } = await proveBrand(house, owner)
    const paths = [
      '/v1/brands/acme.com',
      '/v1/lookup?q=acme.com',
      '/v1/brands',
      '/b/acme.com',
      '/badges/acme.com.json',
    ]
    for (const path of paths) await house.ask(path)
    await owner.patch(`/v1/brands/${id}`, { name: 'Zenith Works' })
    for (const path of paths) expect((await house.ask(path)).text, path).toContain('Zenith Works')
  })
})

test('a brand deleted takes its accounts, domains, address and badge along, and its domain is free at once', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId: id, id: domainId } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, id, 'https://x.com/acme')
  await storeAccountProof(house, claim)
  const deleted = await owner.delete(`/v1/brands/${id}`)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  for (const path of [
    `/v1/brands/${id}`,
    '/v1/brands/acme.com',
    `/v1/domains/${domainId}`,
    `/v1/claims/${claim}`,
  ]) {
    expect((await owner.get(path)).status, path).toBe(404)
  }
  for (const path of [
    '/badges/acme.com.jwt',
    '/badges/acme.com.json',
    '/badges/acme.com.svg',
    '/b/acme.com',
  ]) {
    expect((await house.ask(path)).status, path).toBe(404)
  }
  expect((await house.ask('/v1/lookup?q=x.com/acme')).body.verdict).toBe('unregistered')
  expect((await house.ask('/v1/lookup?q=acme.com')).body.verdict).toBe('unregistered')
  expect((await house.ask('/v1/lookup?q=Acme')).body.candidates).toEqual([])
  expect((await owner.delete(`/v1/brands/${id}`)).status).toBe(404)
  const other = await house.owner('Other Ltd')
  await proveBrand(house, other, 'acme.com', { name: 'New Acme' })
  expect((await house.ask('/v1/brands/acme.com')).body.name).toBe('New Acme')
  await claimAccount(other, (await house.ask('/v1/brands/acme.com')).body.id, 'https://x.com/acme')
})

import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { openHouse, type House } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  storeAccountProof,
  suspendDomain,
} from '#test/support/registered.ts'

const look = async (house: House, text: string) =>
  (await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)).body

const unregistered = { verdict: 'unregistered', brand: null, matched_domain: null, proofs: [], log: null }

describe('a domain looked up', () => {
  test('that is proved is controlled, never verified, and its answer cites its leaf', async () => {
    const house = await openHouse()
    const { id } = await proveBrand(house, await house.owner())
    const { rows } = await house.deps.db.client.execute({
      sql: 'select max("index") as newest from leaves where subject = ?',
      args: [id],
    })
    expect(await look(house, 'acme.com')).toMatchObject({
      query: {
        input: 'acme.com',
        kind: 'domain',
        domain: 'acme.com',
        platform: null,
        handle: null,
        url: null,
      },
      verdict: 'controlled',
      brand: { slug: 'acme.com', domain: 'acme.com', name: 'Acme', name_state: 'self_given' },
      account: null,
      claimed_by: [],
      matched_domain: 'acme.com',
      proofs: [
        {
          direction: 'domain',
          method: 'dns-txt',
          checked_at: '2026-03-01T12:00:00Z',
          expires_at: '2026-03-11T12:00:00Z',
          seen_by: { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 },
          failing_since: null,
        },
      ],
      candidates: [],
      log: { index: Number(rows[0]?.['newest']) },
    })
  })

  test.each([
    'ACME.com',
    'acme.com.',
    ' acme.com ',
    'https://acme.com/shop?id=1#top',
    'http://acme.com:8080/',
    'www.acme.com',
    'https://deep.down.acme.com/page',
  ])('by DNS covers its subdomains and every way to write it: %s', async (text) => {
    const house = await openHouse()
    await proveBrand(house, await house.owner())
    expect(await look(house, text)).toMatchObject({ verdict: 'controlled', matched_domain: 'acme.com' })
  })

  test.each(['notacme.com', 'acme.com.evil.example', 'acme.co', 'acmecom.example', 'evil-acme.com'])(
    'covers no stranger: %s',
    async (text) => {
      const house = await openHouse()
      await proveBrand(house, await house.owner())
      expect(await look(house, text)).toMatchObject(unregistered)
    },
  )

  test('by the web covers its one host', async () => {
    const house = await openHouse()
    house.world.dns.zone('acme.com')
    await proveBrand(house, await house.owner(), 'acme.com', { name: 'Acme' }, 'html-meta')
    expect(await look(house, 'https://acme.com/shop')).toMatchObject({ verdict: 'controlled' })
    for (const other of ['www.acme.com', 'shop.acme.com']) {
      expect(await look(house, other)).toMatchObject({ ...unregistered, query: { domain: other } })
    }
  })

  test('by the web on a mere host is public only after looks that span 72 hours', async () => {
    const house = await openHouse()
    house.world.dns.zone('acme.com')
    const owner = await house.owner()
    const added = await proveBrand(house, owner, 'shop.acme.com', { name: 'Acme' }, 'http-file')
    for (const age of [0, 24, 48]) {
      expect(await look(house, 'shop.acme.com'), `${age} h`).toMatchObject(unregistered)
      expect((await house.ask('/v1/brands/shop.acme.com')).status).toBe(404)
      expect((await house.ask('/badges/shop.acme.com.jwt')).status).toBe(404)
      house.pass(24 * hour)
      await house.work()
    }
    house.pass(hour)
    await owner.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
    expect(await look(house, 'shop.acme.com')).toMatchObject({ verdict: 'controlled' })
    expect((await house.ask('/badges/shop.acme.com.jwt')).status).toBe(200)
  })

  test('whose record is gone is at risk and still the brand’s; then lapsed, and nothing is matched', async () => {
    const house = await openHouse()
    const added = await proveBrand(house, await house.owner())
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.world.web.site('acme.com')
    house.pass(day)
    await house.work()
    expect(await look(house, 'acme.com')).toMatchObject({
      verdict: 'at_risk',
      matched_domain: 'acme.com',
      proofs: [{ expires_at: '2026-03-09T12:00:00Z', failing_since: '2026-03-02T12:00:00Z' }],
    })
    house.pass(7 * day)
    const lapsed = { verdict: 'lapsed', matched_domain: null, proofs: [], brand: { slug: 'acme.com' } }
    expect(await look(house, 'acme.com')).toMatchObject(lapsed)
    await house.work()
    expect(await look(house, 'acme.com')).toMatchObject(lapsed)
  })

  test('that is frozen is suspended', async () => {
    const house = await openHouse()
    const { id } = await proveBrand(house, await house.owner())
    await suspendDomain(house, id)
    expect(await look(house, 'shop.acme.com')).toMatchObject({ verdict: 'suspended', matched_domain: null })
  })

  test('that is pending, released or contested speaks for nobody', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await addDomain(owner, await enterBrand(owner), 'pending.com')
    expect(await look(house, 'pending.com')).toMatchObject(unregistered)
    const released = await proveBrand(house, owner, 'released.com')
    await owner.delete(`/v1/domains/${released.id}`)
    expect(await look(house, 'released.com')).toMatchObject(unregistered)
    await proveBrand(house, owner, 'acme.com')
    const other = await house.owner('Other Ltd')
    const second = await addDomain(other, await enterBrand(other, { name: 'Other' }), 'acme.com')
    expect(await publishAndCheck(house, other, second)).toBe('contested')
    expect(await look(house, 'acme.com')).toMatchObject({ verdict: 'controlled', brand: { name: 'Acme' } })
  })

  test('leans on the nearest proof: a subdomain’s own before its parent’s', async () => {
    const house = await openHouse()
    await proveBrand(house, await house.owner(), 'acme.com', { name: 'Acme' })
    await proveBrand(house, await house.owner('Shop Ltd'), 'shop.acme.com', { name: 'Shop' })
    expect(await look(house, 'eu.shop.acme.com')).toMatchObject({
      matched_domain: 'shop.acme.com',
      brand: { name: 'Shop' },
    })
    expect(await look(house, 'acme.com')).toMatchObject({
      matched_domain: 'acme.com',
      brand: { name: 'Acme' },
    })
  })

  test('leans on a standing proof of its parent, not on a stranger’s that has ended', async () => {
    const house = await openHouse()
    const tenant = await proveBrand(house, await house.owner('Tenant'), 'shop.acme.com', { name: 'Tenant' })
    house.world.unpublish(challengeOf(tenant, 'dns-txt'))
    house.pass(10 * day)
    await house.work()
    expect(await look(house, 'shop.acme.com')).toMatchObject({ verdict: 'lapsed', brand: { name: 'Tenant' } })
    await proveBrand(house, await house.owner(), 'acme.com', { name: 'Acme' })
    expect(await look(house, 'shop.acme.com')).toMatchObject({
      verdict: 'controlled',
      matched_domain: 'acme.com',
      brand: { name: 'Acme' },
    })
  })

  test('with letters of any script is looked up by its A-labels', async () => {
    const house = await openHouse()
    await proveBrand(house, await house.owner(), 'bücher.example', { name: 'Bücher' })
    for (const text of ['BÜCHER.example', 'xn--bcher-kva.example', 'https://bücher.example/neu']) {
      expect(await look(house, text)).toMatchObject({
        verdict: 'controlled',
        query: { domain: 'xn--bcher-kva.example' },
        brand: { slug: 'xn--bcher-kva.example' },
      })
    }
  })
})

describe('a name looked up', () => {
  test('has no verdict of its own, but candidates: accounts of that handle, then brands called so', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    await claimAccount(owner, brandId, 'https://www.instagram.com/acme')
    for (const text of ['@acme', 'Acme', '@ACME']) {
      const body = await look(house, text)
      expect(body).toMatchObject({
        query: { input: text, kind: 'name', platform: null, handle: null, url: null, domain: null },
        verdict: null,
        brand: null,
        account: null,
        claimed_by: [],
        matched_domain: null,
        log: null,
      })
      expect(body.candidates).toMatchObject([
        { brand: { slug: 'acme.com' }, account: { platform: 'x', handle: 'acme' }, verdict: 'verified' },
        {
          brand: { slug: 'acme.com' },
          account: { platform: 'instagram', handle: 'acme' },
          verdict: 'declared',
        },
        { brand: { slug: 'acme.com' }, verdict: 'controlled' },
      ])
      expect(body.candidates[2]).not.toHaveProperty('account')
    }
  })

  test('that nobody goes by has none', async () => {
    const house = await openHouse()
    await proveBrand(house, await house.owner())
    for (const text of ['Zenith', '@zenith', 'acmee']) {
      expect(await look(house, text)).toMatchObject({ verdict: null, candidates: [] })
    }
  })

  test('finds homonyms all alike: a name proves nothing', async () => {
    const house = await openHouse()
    for (const domain of ['acme.com', 'acme.example', 'acme-toys.com']) {
      await proveBrand(house, await house.owner(domain), domain, { name: 'Acme' })
    }
    const { candidates } = await look(house, 'acme')
    expect(candidates.map(({ brand }: { brand: { slug: string } }) => brand.slug)).toEqual([
      'acme-toys.com',
      'acme.com',
      'acme.example',
    ])
  })

  test('tells a Bluesky handle and a fediverse account from a bare handle', async () => {
    const house = await openHouse()
    expect((await look(house, '@acme.com')).query).toMatchObject({
      kind: 'account',
      platform: 'bluesky',
      handle: 'acme.com',
    })
    expect((await look(house, '@acme@mastodon.social')).query).toMatchObject({
      kind: 'account',
      platform: 'mastodon',
    })
    expect((await look(house, 'acme.com')).query).toMatchObject({ kind: 'domain' })
    expect((await look(house, '@acme')).query).toMatchObject({ kind: 'name' })
  })
})

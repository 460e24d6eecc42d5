import { describe, expect, test } from 'vitest'
import { day, minute, second } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  enterBrand,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'

const check = async (owner: Owner, { id }: { id: string }, body?: object) =>
  await owner.post(`/v1/domains/${id}/check`, body)
const state = async (owner: Owner, { id }: { id: string }) =>
  (await owner.get(`/v1/domains/${id}`)).body.state

async function pending(): Promise<{ house: House; owner: Owner; added: AddedDomain }> {
  const house = await openHouse()
  const owner = await house.owner()
  const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
  house.world.web.site('acme.com')
  return { house, owner, added }
}

describe('a domain that was proved', () => {
  test('lapses by its own token’s end, and comes back with a fresh one only', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    house.world.dns.servfail('.')
    house.pass(10 * day)
    await house.work()
    house.world.dns.heal('.')
    expect(await state(owner, added)).toBe('lapsed')
    const { body } = await check(owner, added, { method: 'dns-txt' })
    expect(body).toMatchObject({
      state: 'lapsed',
      attempts: [{ outcome: 'refused', reason: 'token_expired' }],
    })
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(fresh.state).toBe('pending')
    house.pass(minute)
    expect((await check(owner, added, { method: 'dns-txt' })).body.state).toBe('pending')
    house.pass(minute)
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
  })

  test('lapses on its date even when nothing runs, and a fresh token given then does prove', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    house.pass(10 * day)
    expect(await state(owner, added)).toBe('lapsed')
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(fresh.state).toBe('pending')
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
  })

  test('is failing from the first refusal, says until when, and recovers when the record is back', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    house.world.web.site('acme.com')
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.pass(day)
    expect((await check(owner, added, { method: 'dns-txt' })).body.state).toBe('failing')
    expect((await owner.get(`/v1/domains/${added.id}`)).body.failing_since).toBe('2026-03-02T12:00:00Z')
    const { body } = await owner.get('/v1/notices')
    expect(body.items).toMatchObject([
      {
        kind: 'domain_failing',
        subject: added.id,
        detail:
          'The proof of acme.com is no longer found. Put it back before 2026-03-09T12:00:00Z, or the domain lapses.',
      },
    ])
    house.pass(day)
    expect(await publishAndCheck(house, owner, added)).toBe('proved')
    expect((await owner.get(`/v1/domains/${added.id}`)).body.failing_since).toBeNull()
  })

  test('stays proved when another method’s record is missing: only its own proof can fail', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    house.world.web.site('acme.com')
    for (const method of ['dns-cname', 'http-file', 'html-meta']) {
      expect((await check(owner, added, { method })).body.state).toBe('proved')
    }
  })

  test('keeps its brand’s address through a lapse, until another brand proves the name', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    house.pass(10 * day)
    await house.work()
    expect((await house.ask('/v1/brands/acme.com')).body).toMatchObject({ id: brandId, verdict: 'lapsed' })
    const other = await house.owner('Other Ltd')
    const second = await proveBrand(house, other, 'acme.com', { name: 'New Acme' })
    expect((await house.ask('/v1/brands/acme.com')).body).toMatchObject({
      id: second.brandId,
      name: 'New Acme',
    })
    expect((await house.ask(`/v1/brands/${brandId}`)).status).toBe(404)
    expect((await owner.get(`/v1/brands/${brandId}`)).body.slug).toBeNull()
  })
})

describe('a domain released', () => {
  test('is gone for its owner, whose old record never brings it back', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    const released = await owner.delete(`/v1/domains/${added.id}`)
    expect([released.status, released.text]).toEqual([204, ''])
    expect((await owner.get(`/v1/domains/${added.id}`)).status).toBe(404)
    expect((await check(owner, added)).status).toBe(404)
    expect((await owner.delete(`/v1/domains/${added.id}`)).status).toBe(404)
    expect((await house.ask('/v1/brands/acme.com')).status).toBe(404)
    const again = await addDomain(owner, added.brandId, 'acme.com')
    expect(again.id).not.toBe(added.id)
    house.world.web.site('acme.com')
    expect((await check(owner, again, { method: 'dns-txt' })).body.state).toBe('pending')
  })

  test('as the main one gives the address to the brand’s next', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const first = await proveBrand(house, owner)
    const next = await addDomain(owner, first.brandId, 'acme.net')
    await publishAndCheck(house, owner, next)
    expect((await house.ask(`/v1/brands/${first.brandId}`)).body.slug).toBe('acme.com')
    await owner.delete(`/v1/domains/${first.id}`)
    expect((await house.ask(`/v1/brands/${first.brandId}`)).body.slug).toBe('acme.net')
    expect((await house.ask('/badges/acme.net.jwt')).status).toBe(200)
    expect((await house.ask('/badges/acme.com.jwt')).status).toBe(404)
  })
})

describe('a manual check', () => {
  test('of the same domain and method within 5 seconds waits, and says how long', async () => {
    const { house, owner, added } = await pending()
    expect((await check(owner, added, { method: 'dns-txt' })).status).toBe(200)
    house.pass(second)
    const { status, body, headers } = await check(owner, added, { method: 'dns-txt' })
    expect([status, body.reason, headers.get('retry-after'), body.retry_after]).toEqual([
      429,
      'checked_too_soon',
      '4',
      4,
    ])
    house.pass(4 * second - 1)
    expect((await check(owner, added, { method: 'dns-txt' })).headers.get('retry-after')).toBe('1')
    house.pass(1)
    expect((await check(owner, added, { method: 'dns-txt' })).status).toBe(200)
  })

  test('by another method, or of another domain, need not wait', async () => {
    const { owner, added } = await pending()
    const other = await addDomain(owner, added.brandId, 'www.acme.com')
    for (const method of ['dns-txt', 'dns-cname', 'http-file', 'html-meta']) {
      expect((await check(owner, added, { method })).status, method).toBe(200)
    }
    expect((await check(owner, other, { method: 'dns-txt' })).status).toBe(200)
    expect((await check(owner, added)).status).toBe(429)
  })

  test('refused for coming too soon looks at nothing, and does not put the next one off', async () => {
    const { house, owner, added } = await pending()
    await check(owner, added, { method: 'dns-txt' })
    const looks = house.world.asked.length
    for (let each = 0; each < 4; each += 1) {
      house.pass(second)
      expect((await check(owner, added, { method: 'dns-txt' })).status).toBe(429)
    }
    expect(house.world.asked).toHaveLength(looks)
    house.pass(second)
    expect((await check(owner, added, { method: 'dns-txt' })).status).toBe(200)
  })

  test('many at the same moment is one look', async () => {
    const { owner, added } = await pending()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => check(owner, added, { method: 'dns-txt' })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 429)).toHaveLength(19)
  })
})

describe('one target', () => {
  test('has ten names waiting an organisation at most, each other target and organisation its own ten', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const brand = await enterBrand(owner)
    const added: AddedDomain[] = []
    for (let each = 0; each < 10; each += 1) added.push(await addDomain(owner, brand, `h${each}.acme.com`))
    const refused = async (domain: string) =>
      (await owner.post(`/v1/brands/${brand}/domains`, { domain })).body.reason
    expect(await refused('eleventh.acme.com')).toBe('too_many_pending_domains')
    await addDomain(owner, brand, 'acme.net')
    const other = await house.owner('Other Ltd')
    await addDomain(other, await enterBrand(other), 'eleventh.acme.com')
    const [first, second] = added
    if (first === undefined || second === undefined) throw new Error('Nothing was added')
    await publishAndCheck(house, owner, first)
    await addDomain(owner, brand, 'eleventh.acme.com')
    expect(await refused('twelfth.acme.com')).toBe('too_many_pending_domains')
    await owner.delete(`/v1/domains/${second.id}`)
    await addDomain(owner, brand, 'twelfth.acme.com')
    house.pass(30 * day)
    expect(await refused('thirteenth.acme.com')).toBeUndefined()
  })

  test('holds for a crowd of names added at once, and for fresh tokens of names whose own ran out', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const brand = await enterBrand(owner)
    const add = async (domain: string) => await owner.post(`/v1/brands/${brand}/domains`, { domain })
    const crowd = await Promise.all(Array.from({ length: 30 }, async (_, n) => await add(`n${n}.acme.com`)))
    const [first] = crowd.filter(({ status }) => status === 201)
    expect(crowd.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(crowd.filter(({ body }) => body.reason === 'too_many_pending_domains')).toHaveLength(20)
    house.pass(31 * day)
    const again = await Promise.all(Array.from({ length: 10 }, async (_, n) => await add(`m${n}.acme.com`)))
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    const { status, body } = await owner.post(`/v1/domains/${first?.body.id}/challenges`)
    expect([status, body.reason]).toEqual([409, 'too_many_pending_domains'])
  })

  test('has one budget of looks, on which all organisations draw', async () => {
    const { house, owner, added } = await pending()
    const drained =
      "insert into budgets (target, purpose, window_start, used) values ('acme.com', 'manual', ?, 997)"
    await house.deps.db.client.execute({ sql: drained, args: [house.deps.clock.now()] })
    const other = await house.owner('Other Ltd')
    const theirs = await addDomain(other, await enterBrand(other), 'shop.acme.com')
    const elsewhere = await addDomain(other, await enterBrand(other), 'acme.net')
    house.world.web.site('acme.net')
    expect((await check(owner, added)).body).toMatchObject({ reason: 'target_busy', retry_after: 600 })
    expect((await check(other, theirs, { method: 'dns-txt' })).status).toBe(200)
    expect((await check(other, theirs, { method: 'dns-cname' })).status).toBe(200)
    expect((await check(owner, added, { method: 'dns-txt' })).status).toBe(429)
    expect((await check(other, elsewhere)).status).toBe(200)
    house.pass(10 * minute)
    expect((await check(owner, added)).status).toBe(200)
  })
})

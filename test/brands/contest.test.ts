import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  storeAccountProof,
  type AddedDomain,
} from '#test/support/registered.ts'

type Contest = {
  readonly house: House
  readonly incumbent: Owner
  readonly held: AddedDomain
  readonly contester: Owner
  readonly wanted: AddedDomain
}

/** Acme has acme.com; then another organisation shows control of it too. */
async function contest(): Promise<Contest> {
  const house = await openHouse()
  const incumbent = await house.owner()
  const held = await proveBrand(house, incumbent, 'acme.com', { name: 'Old Acme' })
  const contester = await house.owner('Other Ltd')
  const wanted = await addDomain(contester, await enterBrand(contester, { name: 'New Acme' }), 'acme.com')
  house.world.web.site('acme.com')
  expect(await publishAndCheck(house, contester, wanted)).toBe('contested')
  return { house, incumbent, held, contester, wanted }
}

const kinds = async (owner: Owner) =>
  (await owner.get('/v1/notices')).body.items.map(({ kind }: { kind: string }) => kind)
const stateOf = async (owner: Owner, { id }: AddedDomain) => (await owner.get(`/v1/domains/${id}`)).body.state
const holder = async (house: House) => (await house.ask('/v1/lookup?q=acme.com')).body.brand?.name ?? null

async function days(house: House, count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    house.pass(day)
    await house.work()
    await house.work()
  }
}

describe('while both prove it', () => {
  test('the incumbent keeps the name, however long, and both are told of each other', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    expect(await kinds(incumbent)).toEqual(['domain_contested'])
    const { body } = await contester.get('/v1/notices')
    expect(body.items).toMatchObject([
      {
        kind: 'domain_contested',
        subject: wanted.id,
        detail:
          'You showed control of acme.com, and so does another organisation, which was first. Its record is at _veramarca-challenge.acme.com, if it used DNS. The name passes to you when its proof ends and yours has stayed.',
      },
    ])
    await days(house, 25)
    expect([await stateOf(incumbent, held), await stateOf(contester, wanted)]).toEqual([
      'proved',
      'contested',
    ])
    expect(await holder(house)).toBe('Old Acme')
    expect(await kinds(incumbent)).toEqual(['domain_contested'])
  })

  test('the contester has no address, badge or public answer', async () => {
    const { house, contester, wanted } = await contest()
    expect((await contester.get(`/v1/brands/${wanted.brandId}`)).body).toMatchObject({
      slug: null,
      domain: null,
    })
    expect((await house.ask(`/v1/brands/${wanted.brandId}`)).status).toBe(404)
    expect((await contester.get(`/v1/domains/${wanted.id}`)).body.public_from).toBeNull()
    expect((await house.ask('/v1/brands')).body.items).toHaveLength(1)
  })
})

describe('when the incumbent’s record is gone', () => {
  test('nothing passes during its grace; when that has ended the name passes, and nothing else', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    await storeAccountProof(house, await claimAccount(incumbent, held.brandId, 'https://x.com/acme'))
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 7)
    expect(await stateOf(incumbent, held)).toBe('failing')
    expect(await holder(house)).toBe('Old Acme')
    await days(house, 1)
    expect([await stateOf(incumbent, held), await stateOf(contester, wanted)]).toEqual(['lapsed', 'proved'])
    expect(await holder(house)).toBe('New Acme')
    const { body } = await house.ask('/v1/brands/acme.com')
    expect(body).toMatchObject({ id: wanted.brandId, name: 'New Acme', verdict: 'controlled', accounts: [] })
    expect((await incumbent.get(`/v1/brands/${held.brandId}`)).body).toMatchObject({
      slug: null,
      domain: null,
    })
    expect((await house.ask(`/v1/brands/${held.brandId}`)).status).toBe(404)
    expect((await house.ask('/v1/lookup?q=x.com/acme')).body.brand).toBeNull()
    const badge = await house.ask('/badges/acme.com.json')
    expect(badge.text).toContain('New Acme')
    expect(badge.text).not.toContain('Old Acme')
  })

  test('both are told what became of it', async () => {
    const { house, incumbent, held, contester } = await contest()
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 8)
    expect(await kinds(incumbent)).toEqual(['domain_lapsed', 'domain_failing', 'domain_contested'])
    expect(await kinds(contester)).toEqual(['domain_passed', 'domain_contested'])
    const { body } = await contester.get('/v1/notices')
    expect(body.items[0].detail).toBe("acme.com has passed to you. Nothing else of its former holder's has.")
  })

  test('a short absence passes nothing: one refusal during a hijack is not enough', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 3)
    house.world.publish(challengeOf(held, 'dns-txt'))
    await days(house, 20)
    expect([await stateOf(incumbent, held), await stateOf(contester, wanted)]).toEqual([
      'proved',
      'contested',
    ])
  })

  test('a contester whose own record went away, even for one look, gets nothing', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 2)
    house.world.unpublish(challengeOf(wanted, 'dns-txt'))
    await days(house, 1)
    house.world.publish(challengeOf(wanted, 'dns-txt'))
    await days(house, 6)
    expect([await stateOf(incumbent, held), await stateOf(contester, wanted)]).toEqual(['lapsed', 'pending'])
    expect(await holder(house)).toBe('Old Acme')
  })

  test('a contester who could not be looked at since its proof’s end gets nothing', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    house.world.dns.servfail('.')
    await days(house, 11)
    expect([await stateOf(incumbent, held), await stateOf(contester, wanted)]).toEqual(['lapsed', 'pending'])
    house.world.dns.heal('.')
    await days(house, 3)
    expect(await stateOf(contester, wanted)).toBe('pending')
  })

  test('of two contesters the one who came first and stayed gets the name', async () => {
    const { house, held, contester, wanted } = await contest()
    house.pass(hour)
    const third = await house.owner('Third Ltd')
    const late = await addDomain(third, await enterBrand(third, { name: 'Third Acme' }), 'acme.com')
    expect(await publishAndCheck(house, third, late)).toBe('contested')
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 9)
    expect([await stateOf(contester, wanted), await stateOf(third, late)]).toEqual(['proved', 'contested'])
    house.world.unpublish(challengeOf(wanted, 'dns-txt'))
    await days(house, 9)
    expect([await stateOf(contester, wanted), await stateOf(third, late)]).toEqual(['lapsed', 'proved'])
  })
})

describe('when the incumbent gives the name up', () => {
  test('it passes to the contester at once', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    house.pass(1)
    await incumbent.delete(`/v1/domains/${held.id}`)
    await house.work()
    expect(await stateOf(contester, wanted)).toBe('proved')
    expect(await holder(house)).toBe('New Acme')
    expect(await kinds(contester)).toEqual(['domain_passed', 'domain_contested'])
  })

  test('and takes it up again, it is the contester now', async () => {
    const { house, incumbent, held, contester, wanted } = await contest()
    house.pass(1)
    await incumbent.delete(`/v1/domains/${held.id}`)
    await house.work()
    const again = await addDomain(incumbent, held.brandId, 'acme.com')
    expect(await publishAndCheck(house, incumbent, again)).toBe('contested')
    expect(await stateOf(contester, wanted)).toBe('proved')
  })
})

test('an incumbent whose proof is over on its date holds nothing, even when no job has run', async () => {
  const house = await openHouse()
  const incumbent = await house.owner()
  const held = await proveBrand(house, incumbent)
  house.pass(10 * day)
  const other = await house.owner('Other Ltd')
  const wanted = await addDomain(other, await enterBrand(other, { name: 'New Acme' }), 'acme.com')
  expect(await publishAndCheck(house, other, wanted)).toBe('proved')
  expect(await stateOf(incumbent, held)).toBe('lapsed')
  expect(await holder(house)).toBe('New Acme')
})

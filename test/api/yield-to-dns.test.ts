import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  enterBrand,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'

const shown = async (owner: Owner, { id }: AddedDomain) => (await owner.get(`/v1/domains/${id}`)).body
const holder = async (house: House, name: string) =>
  (await house.ask(`/v1/lookup?q=${name}`)).body.brand?.name ?? null

async function days(house: House, count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    house.pass(day)
    await house.work()
    await house.work()
  }
}

/** An agency has proved a shop's host by a file on its web server, long enough ago to be public. */
async function webProof(name: string): Promise<{ house: House; agency: Owner; held: AddedDomain }> {
  const house = await openHouse()
  const agency = await house.owner('Agency Ltd')
  house.world.web.site(name)
  const held = await proveBrand(house, agency, name, { name: 'Agency' }, 'http-file')
  await days(house, 4)
  expect(await holder(house, name)).toBe('Agency')
  return { house, agency, held }
}

describe('a web proof', () => {
  test('yields, after grace, to another organisation’s DNS proof of the name above it', async () => {
    const { house, agency, held } = await webProof('shop.acme.com')
    const owner = await house.owner('Acme Ltd')
    await proveBrand(house, owner, 'acme.com', { name: 'Acme' })
    await house.work()
    const failing = await shown(agency, held)
    expect(failing).toMatchObject({ state: 'failing' })
    const [told] = failing.attempts.filter(({ method }: { method: string }) => method === 'http-file')
    expect(told).toMatchObject({
      outcome: 'refused',
      reason: 'yields_to_dns',
      detail:
        'The proof is there, but another organisation has proved acme.com by DNS, which decides what web server ' +
        'answers at shop.acme.com. Prove shop.acme.com by DNS too, or ask whoever runs the DNS of acme.com.',
    })
    await days(house, 6)
    expect(await holder(house, 'shop.acme.com')).toBe('Agency')
    await days(house, 1)
    expect((await shown(agency, held)).state).toBe('lapsed')
    expect(await holder(house, 'shop.acme.com')).toBe('Acme')
  })

  test('is proved again as soon as the DNS proof is gone', async () => {
    const { house, agency, held } = await webProof('shop.acme.com')
    const owner = await house.owner('Acme Ltd')
    const rival = await proveBrand(house, owner, 'acme.com', { name: 'Acme' })
    await house.work()
    expect((await shown(agency, held)).state).toBe('failing')
    expect((await owner.delete(`/v1/domains/${rival.id}`)).status).toBe(204)
    await house.work()
    expect((await shown(agency, held)).state).toBe('proved')
  })

  test('becomes a DNS proof within its grace, and stays', async () => {
    const { house, agency, held } = await webProof('shop.acme.com')
    await proveBrand(house, await house.owner('Acme Ltd'), 'acme.com', { name: 'Acme' })
    await days(house, 2)
    expect(await publishAndCheck(house, agency, held)).toBe('proved')
    await days(house, 9)
    expect(await shown(agency, held)).toMatchObject({ state: 'proved', strength: 'dns' })
  })

  test('does not yield to its own organisation, to a web proof, or to a name beside it', async () => {
    const { house, agency, held } = await webProof('shop.acme.com')
    house.world.web.site('acme.com')
    const own = await addDomain(agency, held.brandId, 'acme.com')
    expect(await publishAndCheck(house, agency, own)).toBe('proved')
    await agency.delete(`/v1/domains/${own.id}`)
    const other = await house.owner('Other Ltd')
    await proveBrand(house, other, 'acme.com', { name: 'Other' }, 'http-file')
    await proveBrand(house, other, 'blog.acme.com', { name: 'Other' })
    await days(house, 9)
    expect((await shown(agency, held)).state).toBe('proved')
  })

  test('yields the very name to a DNS proof, which takes it when the grace has ended', async () => {
    const { house, agency, held } = await webProof('acme.com')
    const owner = await house.owner('Acme Ltd')
    const wanted = await addDomain(owner, await enterBrand(owner, { name: 'Acme' }), 'acme.com')
    expect(await publishAndCheck(house, owner, wanted)).toBe('contested')
    await house.work()
    expect((await shown(agency, held)).state).toBe('failing')
    await days(house, 6)
    expect(await holder(house, 'acme.com')).toBe('Agency')
    await days(house, 2)
    expect(await holder(house, 'acme.com')).toBe('Acme')
    expect((await shown(agency, held)).state).toBe('lapsed')
  })

  test('of a name that is proved by DNS contests nothing, so it can never take it', async () => {
    const house = await openHouse()
    const owner = await house.owner('Acme Ltd')
    house.world.web.site('acme.com')
    const held = await proveBrand(house, owner)
    const intruder = await house.owner('Intruder Ltd')
    const wanted = await addDomain(intruder, await enterBrand(intruder, { name: 'Intruder' }), 'acme.com')
    house.world.publish(challengeOf(wanted, 'html-meta'))
    const { body } = await intruder.post(`/v1/domains/${wanted.id}/check`, { method: 'html-meta' })
    expect(body).toMatchObject({ state: 'pending', attempts: [{ reason: 'yields_to_dns' }] })
    expect((await owner.get('/v1/notices')).body.items).toEqual([])
    // Only when the DNS proof has ended is a web proof worth anything.
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    await days(house, 9)
    expect(await holder(house, 'acme.com')).toBe('Intruder')
  })

  test('that matures under another’s DNS proof never becomes public', async () => {
    const house = await openHouse()
    const owner = await house.owner('Acme Ltd')
    await proveBrand(house, owner)
    const tenant = await house.owner('Tenant Ltd')
    house.world.web.site('old.acme.com')
    const added = await addDomain(tenant, await enterBrand(tenant, { name: 'Tenant' }), 'old.acme.com')
    house.world.publish(challengeOf(added, 'http-file'))
    await tenant.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
    for (let passed = 0; passed < 14; passed += 1) {
      house.pass(6 * hour)
      await house.work()
      expect(await shown(tenant, added)).toMatchObject({ state: 'pending', public_from: null })
    }
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { addDomain, challengeOf, enterBrand, type AddedDomain } from '#test/support/registered.ts'

let house: House
let owner: Owner
let added: AddedDomain
beforeEach(async () => {
  house = await openHouse()
  owner = await house.owner()
  house.world.dns.zone('acme.com')
  added = await addDomain(owner, await enterBrand(owner), 'shop.acme.com')
})

const check = async (method: string) => {
  house.world.publish(challengeOf(added, method))
  return (await owner.post(`/v1/domains/${added.id}/check`, { method })).body
}
const shown = async () => (await owner.get(`/v1/domains/${added.id}`)).body
const verdict = async () => (await house.ask('/v1/lookup?q=shop.acme.com')).body.verdict

const note =
  'shop.acme.com is proved by its web server, which speaks for this one host alone, so the public does not see it ' +
  'yet. It will from the first look after 4 March 2026 at 12:00 UTC, 72 hours after the first one. Leave what you ' +
  'published where it is: it is looked at every day until then, and a look that does not find it begins the 72 hours ' +
  'anew. A DNS record is public at once.'

describe('a web proof of a mere host', () => {
  test.each(['http-file', 'html-meta'])(
    'by %s says in the check and on the domain from when the public sees it',
    async (method) => {
      const told = { state: 'proved', matures_at: '2026-03-04T12:00:00Z', note }
      expect(await check(method)).toMatchObject(told)
      expect(await shown()).toMatchObject({ ...told, public_from: null })
    },
  )

  test('is public within an hour of that moment, however the daily looks fell', async () => {
    await check('http-file')
    for (let passed = 0; passed < 72 * hour; passed += 10 * minute) {
      expect(await verdict()).toBe('unregistered')
      house.pass(10 * minute)
      await house.work()
    }
    for (let passed = 0; passed < hour; passed += 10 * minute) {
      house.pass(10 * minute)
      await house.work()
    }
    expect(await verdict()).toBe('controlled')
    expect(await shown()).toMatchObject({ matures_at: null, note: null })
    expect((await shown()).public_from >= '2026-03-04T12:00:00Z').toBe(true)
  })

  test('that was not found for a day has its date put off', async () => {
    await check('http-file')
    house.world.unpublish(challengeOf(added, 'http-file'))
    house.pass(day)
    await house.work()
    expect(await shown()).toMatchObject({ state: 'pending', matures_at: null, note: null })
    expect(await check('http-file')).toMatchObject({ matures_at: '2026-03-05T12:00:00Z' })
  })
})

test('a DNS proof has nothing to wait for', async () => {
  expect(await check('dns-txt')).toMatchObject({ state: 'proved', matures_at: null, note: null })
  expect((await shown()).public_from).toBe('2026-03-01T12:00:00Z')
})

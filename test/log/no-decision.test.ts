import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { proveBrand, type AddedDomain } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

const later = async (house: House, milliseconds: number) => {
  house.pass(milliseconds)
  await house.work()
}

describe('what decides nothing writes no leaf:', () => {
  const idle: Readonly<Record<string, (house: House, owner: Owner, added: AddedDomain) => Promise<unknown>>> =
    {
      'finding the record once more': async (house) => await later(house, day),
      'an outage': async (house) => {
        house.world.dns.servfail('.')
        await later(house, day)
      },
      'a manual look at what is not published': async (house, owner, added) => {
        house.world.web.site('acme.com')
        await owner.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
      },
      'a fresh token for a standing domain': async (_, owner, added) =>
        await owner.post(`/v1/domains/${added.id}/challenges`),
      'a refused request': async (_, owner, added) =>
        await owner.post(`/v1/brands/${added.brandId}/domains`, { domain: 'acme.com' }),
      reading: async (house, owner, added) => {
        await owner.get(`/v1/domains/${added.id}`)
        await house.ask('/v1/lookup?q=acme.com')
      },
      'signing a badge': async (house) => await later(house, 6 * hour),
    }
  test.each(Object.entries(idle))('%s', async (_, deed) => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    const before = await leavesOf(house)
    await deed(house, owner, added)
    expect(await leavesOf(house)).toEqual(before)
  })
})

import { expect, test } from 'vitest'
import { second } from '#base/clock.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'

const bulk = async (house: House, queries: readonly string[]) => {
  const { body } = await house.ask('/v1/lookup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries }),
  })
  return body.items.map(({ verdict }: { verdict: string | null }) => verdict)
}

test('a bulk answer follows a change of this process at once', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  const queries = ['https://x.com/acme', 'acme.com', 'https://x.com/search?q=acme']
  expect(await bulk(house, queries)).toEqual(['unregistered', 'controlled', null])
  await claimAccount(owner, brandId, 'https://x.com/acme')
  expect(await bulk(house, queries)).toEqual(['declared', 'controlled', null])
})

test('a change that nobody told of is seen after half a minute, and not read for every question before', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  await claimAccount(owner, brandId, 'https://x.com/acme')
  expect(await bulk(house, ['https://x.com/acme'])).toEqual(['declared'])
  await house.deps.db.client.execute("update claims set state = 'withdrawn'")
  house.pass(30 * second - 1)
  expect(await bulk(house, ['https://x.com/acme'])).toEqual(['declared'])
  house.pass(1)
  expect(await bulk(house, ['https://x.com/acme'])).toEqual(['unregistered'])
})

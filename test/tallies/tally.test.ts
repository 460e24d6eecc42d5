import { describe, expect, test } from 'vitest'
import { day, second } from '#base/clock.ts'
import { openHouse } from '#test/support/house.ts'
import { claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'
import { dailyTallies } from '#tallies/daily.ts'

async function counted(house: Awaited<ReturnType<typeof openHouse>>, brandId: string) {
  await house.deps.tally.store()
  return (await dailyTallies(house.deps, brandId, 2)).map(({ lookup, badge }) => ({ lookup, badge }))
}

describe('what is served of a brand is counted', () => {
  test.each([
    [
      'a badge, however its address is spelt',
      ['/badges/acme.com.svg', '/badges/ACME.com.svg'],
      { lookup: 0, badge: 2 },
    ],
    ['a badge in a language', ['/badges/acme.com/es/card-dark.svg'], { lookup: 0, badge: 1 }],
    ['the frame', ['/badges/acme.com/frame?host=acme.com'], { lookup: 0, badge: 1 }],
    ['the statement', ['/badges/acme.com.jwt', '/badges/acme.com.json'], { lookup: 0, badge: 2 }],
    ['a look-up by domain', ['/v1/lookup?q=acme.com'], { lookup: 1, badge: 0 }],
    ['a look-up by account', ['/v1/lookup?q=x.com/acme', '/?q=x.com/acme'], { lookup: 2, badge: 0 }],
    ['a look-up by name', ['/?q=Acme'], { lookup: 1, badge: 0 }],
    ['its page', ['/b/acme.com'], { lookup: 1, badge: 0 }],
    [
      'a look-up of something else',
      ['/v1/lookup?q=other.com', '/badges/other.com.svg'],
      { lookup: 0, badge: 0 },
    ],
    ['an answer that was kept', ['/b/acme.com', '/b/acme.com', '/b/acme.com'], { lookup: 3, badge: 0 }],
  ])('%s', async (_, paths, today) => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await claimAccount(owner, brandId, 'https://x.com/acme')
    for (const path of paths) await house.ask(path)
    expect(await counted(house, brandId)).toEqual([{ lookup: 0, badge: 0 }, today])
  })

  test('once for each question of many, and once for a brand that an answer names twice', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await house.ask('/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queries: ['acme.com', 'www.acme.com'] }),
    })
    expect(await counted(house, brandId)).toEqual([
      { lookup: 0, badge: 0 },
      { lookup: 1, badge: 0 },
    ])
  })

  test('by the day, and added to what was stored before', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await house.ask('/b/acme.com')
    await house.deps.tally.store()
    await house.ask('/b/acme.com')
    house.pass(day)
    await house.ask('/b/acme.com')
    expect(await counted(house, brandId)).toEqual([
      { lookup: 2, badge: 0 },
      { lookup: 1, badge: 0 },
    ])
  })

  test('now and then, without making kept answers anew', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    let writes = 0
    house.deps.db.onWrite(() => void (writes += 1))
    await house.ask('/b/acme.com')
    await house.deps.tally.storeWhenDue()
    expect((await dailyTallies(house.deps, brandId, 1))[0]?.lookup).toBe(0)
    house.pass(30 * second)
    await house.deps.tally.storeWhenDue()
    expect((await dailyTallies(house.deps, brandId, 1))[0]?.lookup).toBe(1)
    expect(writes).toBe(0)
  })

  test('for nobody while there is nobody: made-up addresses fill no memory and no table', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const brandId = await enterBrand(owner)
    for (let number = 0; number < 11_000; number += 1)
      house.deps.tally.count(`made-up-${number}.com`, 'badge')
    await house.deps.tally.store()
    expect(await counted(house, brandId)).toEqual([
      { lookup: 0, badge: 0 },
      { lookup: 0, badge: 0 },
    ])
  })
})

import { expect, test } from 'vitest'
import { day, minute, second } from '#base/clock.ts'
import { giveTurnBack, leaveAlone, takeTurn, wantsRest } from '#jobs/manners.ts'
import { openHouse } from '#test/support/house.ts'

const host = 'api.github.com'

test('of many who want to look at one host at once, one may', async () => {
  const { deps } = await openHouse()
  const waits = await Promise.all(Array.from({ length: 20 }, () => takeTurn(deps, host)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(1)
  expect(await takeTurn(deps, 'gitlab.com')).toBe(0)
})

test('a turn given back is free again after two seconds', async () => {
  const house = await openHouse()
  await takeTurn(house.deps, host)
  await giveTurnBack(house.deps, host)
  expect(await takeTurn(house.deps, host)).toBeGreaterThanOrEqual(2 * second)
  house.pass(2 * second)
  expect(await takeTurn(house.deps, host)).toBe(0)
})

test('a turn that nobody gave back ends by itself', async () => {
  const house = await openHouse()
  await takeTurn(house.deps, host)
  house.pass(minute - 1)
  expect(await takeTurn(house.deps, host)).toBeGreaterThan(0)
  house.pass(1)
  expect(await takeTurn(house.deps, host)).toBe(0)
})

test('no host keeps us away for more than a day', async () => {
  const { deps } = await openHouse()
  await leaveAlone(deps, host, 30 * day)
  expect(await wantsRest(deps, host)).toBe(day)
})

test('a host that wants rest has it as long as it said, and a shorter word does not end a longer one', async () => {
  const house = await openHouse()
  await leaveAlone(house.deps, host, 10 * minute)
  await leaveAlone(house.deps, host, minute)
  expect(await wantsRest(house.deps, host)).toBe(10 * minute)
  expect(await takeTurn(house.deps, host)).toBe(10 * minute)
  house.pass(10 * minute)
  expect(await wantsRest(house.deps, host)).toBe(0)
  expect(await takeTurn(house.deps, host)).toBe(0)
})

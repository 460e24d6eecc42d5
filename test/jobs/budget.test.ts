import { expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { budget } from '#base/lifetimes.ts'
import { drawLooks } from '#jobs/budget.ts'
import { openHouse } from '#test/support/house.ts'

test('looks are granted until the budget of the window is used up, and then the rest of the window is to wait', async () => {
  const { deps, pass } = await openHouse()
  expect(await drawLooks(deps, 'acme.com', 'manual', budget.looks.manual - 4)).toBe(0)
  pass(4 * minute)
  expect(await drawLooks(deps, 'acme.com', 'manual', 4)).toBe(0)
  expect(await drawLooks(deps, 'acme.com', 'manual', 1)).toBe(6 * minute)
  pass(6 * minute - 1)
  expect(await drawLooks(deps, 'acme.com', 'manual', 1)).toBe(1)
  pass(1)
  expect(await drawLooks(deps, 'acme.com', 'manual', 1)).toBe(0)
})

test('a refused draw takes nothing: a smaller one still fits', async () => {
  const { deps } = await openHouse()
  await drawLooks(deps, 'acme.com', 'manual', budget.looks.manual - 3)
  expect(await drawLooks(deps, 'acme.com', 'manual', 4)).toBeGreaterThan(0)
  expect(await drawLooks(deps, 'acme.com', 'manual', 4)).toBeGreaterThan(0)
  expect(await drawLooks(deps, 'acme.com', 'manual', 3)).toBe(0)
})

test('each target has its own budget, and the daily looks at it have theirs', async () => {
  const { deps } = await openHouse()
  await drawLooks(deps, 'acme.com', 'manual', budget.looks.manual)
  expect(await drawLooks(deps, 'acme.net', 'manual', 4)).toBe(0)
  expect(await drawLooks(deps, 'acme.com', 'scheduled', budget.looks.scheduled)).toBe(0)
  expect(await drawLooks(deps, 'acme.com', 'scheduled', 1)).toBeGreaterThan(0)
  expect(await drawLooks(deps, 'acme.com', 'manual', 1)).toBeGreaterThan(0)
})

test('draws at the same moment never exceed the budget together', async () => {
  const { deps } = await openHouse()
  const each = budget.looks.manual / 10
  const waits = await Promise.all(
    Array.from({ length: 30 }, () => drawLooks(deps, 'acme.com', 'manual', each)),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
})

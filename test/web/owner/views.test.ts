import { expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { openHouse } from '#test/support/house.ts'
import { proveBrand } from '#test/support/registered.ts'
import { signIn } from '#test/support/sign-in.ts'

test('an owner sees how often a brand was asked for, by the day, as a picture and as a table', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  for (let times = 0; times < 3; times += 1) await house.ask('/v1/lookup?q=acme.com')
  house.pass(day)
  await house.ask('/v1/lookup?q=acme.com')
  await house.ask('/badges/acme.com.svg')
  await house.deps.tally.store()
  const member = await signIn(house, owner)
  const { text } = await member.get(`/dashboard/brands/${brandId}`)
  expect(text).toContain('<figcaption>4 look-ups</figcaption>')
  expect(text).toContain('<figcaption>1 badge shown</figcaption>')
  const rows = [...text.matchAll(/<th scope="row">([^<]+)<\/th><td>(\d+)<\/td><td>(\d+)<\/td>/g)]
  expect(rows).toHaveLength(30)
  expect(rows.slice(0, 3).map(([, ...cells]) => cells)).toEqual([
    ['2 March 2026', '1', '1'],
    ['1 March 2026', '3', '0'],
    ['28 February 2026', '0', '0'],
  ])
  const heights = [...text.matchAll(/<rect [^>]*height="(\d+)"/g)].map(([, height]) => Number(height))
  expect(heights.slice(28, 30)).toEqual([60, 20])
})

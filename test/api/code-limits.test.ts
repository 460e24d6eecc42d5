import { expect, test } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'
import { openHouse } from '#test/support/house.ts'
import { signIn } from '#test/support/sign-in.ts'

test('whoever has codes sent to somebody’s address keeps them from no step-up', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const ana = await signIn(house, owner)
  const stranger = openBrowser(house)
  for (let times = 0; times < 5; times += 1) {
    expect((await stranger.post('/sign-in', { email: ana.email })).status).toBe(303)
  }
  expect((await stranger.post('/sign-in', { email: ana.email })).status).toBe(429)
  const sent = await ana.post('/step-up', { next: '/account' })
  expect(sent.status).not.toBe(429)
  for (let times = 1; times < 5; times += 1) await ana.post('/step-up', { next: '/account' })
  expect((await ana.post('/step-up', { next: '/account' })).status).toBe(429)
})

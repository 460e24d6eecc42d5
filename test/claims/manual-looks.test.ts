import { expect, test } from 'vitest'
import { budget } from '#base/lifetimes.ts'
import { drawLooks } from '#jobs/budget.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'

/** A squatter's claim to an account that is on his own server, by its name. */
async function squatting(house: House) {
  const squatter = await house.owner('Evil Ltd')
  const { brandId } = await proveBrand(house, squatter, 'evil.example')
  const claim = await claimAccount(squatter, brandId, '@a@social.evil.example')
  return async () => await squatter.post(`/v1/claims/${claim}/check`, { method: 'profile-link' })
}

const webfinger = 'https://social.evil.example/.well-known/webfinger?resource=acct:a@social.evil.example'

function leadingTo(house: House, href: string, etag?: string): void {
  const links = [{ rel: 'self', type: 'application/activity+json', href }]
  const body = JSON.stringify({ subject: 'acct:a@social.evil.example', links })
  house.world.web.page(webfinger, { body, contentType: 'application/jrd+json', ...(etag && { etag }) })
}

test('a check by hand leaves nothing behind but its evidence', async () => {
  const house = await openHouse()
  leadingTo(house, 'https://social.evil.example/a', '"one"')
  await (
    await squatting(house)
  )()
  const { rows } = await house.deps.db.client.execute('select count(*) as many from kept_pages')
  expect(rows).toMatchObject([{ many: 0 }])
})

test('a server that leads us to another draws on what everybody has for that one', async () => {
  const house = await openHouse()
  const check = await squatting(house)
  const victim = 'https://www.victim.example/search?q=expensive'
  house.world.web.page(victim, '')
  leadingTo(house, victim)
  await check()
  expect(JSON.stringify(house.world.asked)).toContain('victim.example')
  house.pass(budget.window)
  await drawLooks(house.deps, 'victim.example', 'manual', budget.looks.manual)
  const { length } = house.world.asked
  const { body, text } = await check()
  expect(body, text).toMatchObject({ attempts: [{ outcome: 'unreachable', reason: 'rate_limited' }] })
  expect(JSON.stringify(house.world.asked.slice(length))).not.toContain('victim.example')
})

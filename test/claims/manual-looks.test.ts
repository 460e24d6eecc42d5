import { expect, test } from 'vitest'
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

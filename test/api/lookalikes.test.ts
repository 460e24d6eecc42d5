import { expect, test } from 'vitest'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { claimAccount, proveBrand, storeAccountProof } from '#test/support/registered.ts'

type Item = {
  readonly brand: { readonly slug: string }
  readonly domain?: string
  readonly account?: { readonly url: string }
  readonly tier: string
  readonly reason: string
}

async function looks(house: House, asked: string): Promise<string[]> {
  const { status, body, text } = await house.ask(`/v1/lookup?q=${encodeURIComponent(asked)}`)
  expect(status, text).toBe(200)
  return body.lookalikes.map(({ tier, reason, domain, account }: Item) => {
    return `${tier} ${reason} ${domain ?? account?.url}`
  })
}

/** acme.com, with x.com/acme proved. */
async function openWithAcme(): Promise<{ house: House; owner: Owner; brandId: string }> {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner, 'acme.com', { name: 'Acme Łódź' })
  await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
  return { house, owner, brandId }
}

test.each([
  ['https://x.com/acme', []],
  ['acme.com', []],
  ['https://x.com/acrne', ['medium same_look https://x.com/acme']],
  ['https://x.com/ac_me', ['high same_letters https://x.com/acme']],
  ['https://instagram.com/acme', ['low same_name acme.com']],
  ['аcme.com', ['medium same_look acme.com']],
  ['xn--cme-5cd.com', ['medium same_look acme.com']],
  ['acme.net', ['low other_suffix acme.com']],
  ['https://x.com/acmelodz', ['low same_letters acme.com']],
  ['https://x.com/acmee', []],
  ['https://x.com/nothing_like_it', []],
  ['@аcme', ['low same_look acme.com']],
])('%s, where only acme.com and x.com/acme are proved, is like %j', async (asked, found) => {
  const { house } = await openWithAcme()
  expect(await looks(house, asked)).toEqual(found)
})

import { expect, test } from 'vitest'
import { authenticate, type Principal } from '#auth/authenticate.ts'
import { deleteBrand } from '#brands/delete-brand.ts'
import { releaseDomain } from '#brands/release-domain.ts'
import { closeBrand } from '#claims/close-brand.ts'
import { openClaim } from '#claims/open-claim.ts'
import { withdrawClaim } from '#claims/withdraw-claim.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { claimAccount, proveBrand, storeAccountProof } from '#test/support/registered.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

async function principalOf(house: House, owner: Owner): Promise<Principal> {
  const told = await authenticate(house.deps, `Bearer ${owner.key}`, 'write')
  if (!told.ok) throw new Error('Nobody')
  return told.value
}

test('a brand that still holds a domain or an account is not removed, and says what is in the way', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const who = await principalOf(house, owner)
  const { id, brandId } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
  const before = await rowsOf(house)
  expect(await deleteBrand(house.deps, who, brandId)).toEqual({
    ok: false,
    refusal: {
      reason: 'brand_has_domains',
      detail: expect.objectContaining({
        en: 'Release its domains first; what was proved must not vanish by accident.',
      }),
    },
  })
  expect(await rowsOf(house)).toEqual(before)
  await releaseDomain(house.deps, who, id)
  expect(await deleteBrand(house.deps, who, brandId)).toEqual({
    ok: false,
    refusal: {
      reason: 'brand_has_accounts',
      detail: expect.objectContaining({ en: 'Withdraw its accounts first.' }),
    },
  })
  await withdrawClaim(house.deps, who, claim)
  expect(await deleteBrand(house.deps, who, brandId)).toEqual({ ok: true, value: null })
})

test('closing a brand that was cut short goes on where it was, and does nothing twice', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const who = await principalOf(house, owner)
  const { id, brandId } = await proveBrand(house, owner)
  const claims = [
    await claimAccount(owner, brandId, 'https://x.com/acme'),
    await claimAccount(owner, brandId, 'https://x.com/acme2'),
  ]
  await withdrawClaim(house.deps, who, claims[0] ?? '')
  expect(await closeBrand(house.deps, who, brandId)).toEqual({ ok: true, value: null })
  const acts = (await leavesOf(house)).map(({ said }) => `${said.act} ${said.subject}`)
  for (const once of [
    ...claims.map((claim) => `claim.withdrawn ${claim}`),
    `domain.released ${id}`,
    `brand.deleted ${brandId}`,
  ]) {
    expect(acts.filter((act) => act === once)).toHaveLength(1)
  }
  const again = await closeBrand(house.deps, who, brandId)
  expect(again.ok || again.refusal.reason).toBe('brand_unknown')
})

test('of two brands only one can hold an account’s proof: the index refuses the second, by id and by handle', async () => {
  for (const platformId of ['783214', null]) {
    const house = await openHouse()
    const [one, other] = [await house.owner(), await house.owner('Other Ltd')]
    const first = await proveBrand(house, one)
    const second = await proveBrand(house, other, 'other.example', { name: 'Other' })
    const held = await claimAccount(one, first.brandId, 'https://x.com/acme')
    const wanted = await claimAccount(other, second.brandId, 'https://x.com/acme')
    await storeAccountProof(house, held)
    const { client } = house.deps.db
    await client.execute({ sql: 'update claims set platform_id = ? where id = ?', args: [platformId, held] })
    const prove = {
      sql: "update claims set account_state = 'proved', platform_id = ? where id = ?",
      args: [platformId, wanted],
    }
    await expect(client.execute(prove)).rejects.toThrow(/UNIQUE constraint failed: claims\.platform/)
    await one.delete(`/v1/claims/${held}`)
    await client.execute(prove)
  }
})

test('a claim refused leaves nothing: no row, no leaf, no value', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const who = await principalOf(house, owner)
  const { brandId } = await proveBrand(house, owner)
  await claimAccount(owner, brandId, 'https://x.com/acme')
  const before = await rowsOf(house)
  for (const [brand, account, reason] of [
    [brandId, 'https://x.com/acme', 'already_claimed'],
    [brandId, 'https://x.com/search?q=acme', 'not_an_account'],
    ['br_22222222222222222222', 'https://x.com/other', 'brand_unknown'],
  ] as const) {
    const told = await openClaim(house.deps, who, brand, { account, relation: 'official' })
    expect(told.ok || told.refusal.reason).toBe(reason)
  }
  expect(await rowsOf(house)).toEqual(before)
})

import { expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { deleteFromGitHub, onGitHub } from '#test/support/platforms.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { live, lookUp, verifiedOnGitHub } from './account-fixture.ts'

/** Acme's account ends for Acme, and its name is a buyer's then. */
const ends = [
  {
    name: 'froze his brand after he sold it',
    id: 783214,
    end: (house: Parameters<typeof onGitHub>[0]) => onGitHub(house, 'acme', { id: 783214 }),
    isFrozen: true,
  },
  {
    name: 'had deleted it',
    id: 5,
    end: (house: Parameters<typeof onGitHub>[0]) => deleteFromGitHub(house, 'acme', 783214),
    isFrozen: false,
  },
]

test.each(ends)(
  'a former holder who $name warns of it for thirty days and no longer',
  async ({ id, end, isFrozen }) => {
    const { house, owner: seller, brandId } = await verifiedOnGitHub()
    end(house)
    await live(house, 9 * day, 12 * hour)
    if (isFrozen) await seller.post(`/v1/brands/${brandId}/freeze`)
    const buyer = await house.owner('Buyer Ltd')
    const own = await proveBrand(house, buyer, 'buyer.example', { name: 'Buyer' })
    onGitHub(house, 'acme', { id, blog: 'https://buyer.example' })
    const bought = await claimAccount(buyer, own.brandId, 'https://github.com/acme')
    const checked = await buyer.post(`/v1/claims/${bought}/check`)
    expect(checked.body.verdict, checked.text).toBe('verified')
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('suspended')
    await live(house, 24 * day, day)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'buyer.example' },
    })
  },
)

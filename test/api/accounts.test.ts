import { describe, expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'
import {
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  addDomain,
  storeAccountProof,
} from '#test/support/registered.ts'

describe('an account claimed', () => {
  test('before a domain is proved is kept, unseen by the public, and waits for the domain', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const brand = await enterBrand(owner)
    const { status, body } = await owner.post(`/v1/brands/${brand}/accounts`, {
      account: 'https://twitter.com/Acme?lang=es',
    })
    expect(status).toBe(201)
    expect(body).toStrictEqual({
      id: expect.stringMatching(/^clm_[a-z2-7]{20}$/),
      brand_id: brand,
      platform: 'x',
      handle: 'acme',
      platform_id: null,
      url: 'https://x.com/acme',
      relation: 'official',
      country: null,
      language: null,
      verdict: 'unregistered',
      waiting_for: 'domain',
      proofs: [
        {
          direction: 'domain',
          method: null,
          detail: 'Prove a domain of this brand. Until then nobody sees this claim.',
          value: null,
        },
      ],
      state: 'open',
      state_reason: null,
      account_state: 'none',
      missing_since: null,
      ended_on: null,
      published: null,
      created_at: '2026-03-01T12:00:00Z',
    })
    expect((await owner.get(`/v1/claims/${body.id}`)).body).toEqual({
      ...body,
      former_handles: [],
      attempts: [],
    })
    expect((await owner.get(`/v1/brands/${brand}/accounts`)).body).toEqual({
      items: [body],
      next_cursor: null,
    })
    expect((await house.ask('/v1/lookup?q=x.com/acme')).body.claimed_by).toEqual([])
  })

  test('is declared from the moment the domain is proved, and waits for the account', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    const claim = await claimAccount(owner, added.brandId, 'https://x.com/acme')
    await publishAndCheck(house, owner, added)
    const { body } = await owner.get(`/v1/claims/${claim}`)
    expect(body).toMatchObject({
      verdict: 'declared',
      waiting_for: 'account',
      proofs: [{ direction: 'account' }],
    })
    await storeAccountProof(house, claim)
    const { body: verified } = await owner.get(`/v1/claims/${claim}`)
    expect(verified).toMatchObject({
      verdict: 'verified',
      waiting_for: null,
      proofs: [],
      platform_id: '783214',
    })
  })

  test.each([
    'official',
    'support',
    'regional',
    'product',
    'person',
    'employee',
    'partner',
    'reseller',
    'fan',
    'parked',
  ])('may be related as %s', async (relation) => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await claimAccount(owner, brandId, 'https://x.com/acme', relation)
    const { body } = await house.ask('/v1/brands/acme.com')
    expect(body.accounts).toMatchObject([{ handle: 'acme', relation }])
  })

  test('twice by one organisation is claimed already, in whatever form and under whichever brand', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const [one, two] = [await enterBrand(owner), await enterBrand(owner)]
    await claimAccount(owner, one, 'https://x.com/acme')
    for (const brand of [one, two]) {
      const again = await owner.post(`/v1/brands/${brand}/accounts`, { account: 'twitter.com/ACME' })
      expect([again.status, again.body.reason]).toEqual([409, 'already_claimed'])
    }
  })

  test('by another organisation too reserves nothing, until the account itself agrees with one', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const other = await house.owner('Other Ltd')
    const third = await house.owner('Third Ltd')
    const mine = await proveBrand(house, owner)
    const theirs = await proveBrand(house, other, 'other.example', { name: 'Other' })
    const claim = await claimAccount(owner, mine.brandId, 'https://x.com/acme')
    await claimAccount(other, theirs.brandId, 'https://x.com/acme')
    await storeAccountProof(house, claim)
    const taken = await third.post(`/v1/brands/${await enterBrand(third)}/accounts`, {
      account: 'x.com/acme',
    })
    expect([taken.status, taken.body.reason]).toEqual([409, 'account_taken'])
    await owner.delete(`/v1/claims/${claim}`)
    await claimAccount(third, await enterBrand(third), 'https://x.com/acme')
  })
})

describe('a claim withdrawn', () => {
  test('is gone for its owner and the public, and from the badge at once', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
    await storeAccountProof(house, claim)
    expect((await house.ask('/v1/brands/acme.com')).body.accounts).toHaveLength(1)
    const withdrawn = await owner.delete(`/v1/claims/${claim}`)
    expect([withdrawn.status, withdrawn.text]).toEqual([204, ''])
    expect((await owner.get(`/v1/claims/${claim}`)).status).toBe(404)
    expect((await owner.delete(`/v1/claims/${claim}`)).status).toBe(404)
    expect((await owner.get(`/v1/brands/${brandId}/accounts`)).body.items).toEqual([])
    expect((await house.ask('/v1/brands/acme.com')).body.accounts).toEqual([])
    expect((await house.ask('/badges/acme.com.json')).text).not.toContain('x.com/acme')
  })

  test('may be opened again, as a new one without the old one’s proof', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    const first = await claimAccount(owner, brandId, 'https://x.com/acme')
    await storeAccountProof(house, first)
    await owner.delete(`/v1/claims/${first}`)
    const second = await claimAccount(owner, brandId, 'https://x.com/acme')
    expect(second).not.toBe(first)
    expect((await house.ask('/v1/lookup?q=x.com/acme')).body.verdict).toBe('declared')
  })
})

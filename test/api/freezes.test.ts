import { describe, expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { thawBrand } from '#claims/thaw-brand.ts'
import { challengeOf, claimAccount, publishAndCheck } from '#test/support/registered.ts'
import { actsOf, lookUp, verifiedOnGitHub } from './account-fixture.ts'

describe('a frozen brand', () => {
  test('has all its accounts suspended by one call, in lookups, badge and list', async () => {
    const { house, owner, brandId } = await verifiedOnGitHub()
    await claimAccount(owner, brandId, 'https://x.com/acme')
    const { status, body } = await owner.post(`/v1/brands/${brandId}/freeze`)
    expect({ status, body }).toMatchObject({ status: 200, body: { frozen_since: '2026-03-01T12:00:00Z' } })
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('suspended')
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('unregistered')
    const { text } = await house.ask('/badges/acme.com.jwt')
    expect(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()).not.toContain('github.com/acme')
    expect(await actsOf(house, brandId)).toContain('brand.frozen')
    expect(await lookUp(house, 'acme.com')).toMatchObject({
      verdict: 'controlled',
      frozen_since: '2026-03-01T12:00:00Z',
    })
    expect((await house.ask('/?q=acme.com')).text).toContain('Do not trust it for now.')
  })

  test('is thawed by a person alone, and only on a token that is newer than the freeze', async () => {
    const { house, owner, brandId, domainId } = await verifiedOnGitHub()
    await owner.post(`/v1/brands/${brandId}/freeze`)
    const early = await thawBrand(house.deps, 'operator', brandId)
    expect(early).toMatchObject({
      ok: false,
      refusal: {
        reason: 'new_token_needed',
        detail: { en: expect.stringContaining(`POST /v1/domains/${domainId}/challenges`) },
      },
    })
    house.pass(minute)
    const { body } = await owner.post(`/v1/domains/${domainId}/challenges`)
    const added = { id: domainId, brandId, domain: 'acme.com', challenges: body.challenges }
    expect(challengeOf(added, 'dns-txt').value).toContain('token=')
    expect(await publishAndCheck(house, owner, added)).toBe('proved')
    expect((await thawBrand(house.deps, 'operator', brandId)).ok).toBe(true)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({ verdict: 'verified', frozen_since: null })
    expect(await actsOf(house, brandId)).toContain('brand.thawed')
  })

  test('lets none of its accounts be withdrawn, which would hide the freeze', async () => {
    const { owner, brandId, claim } = await verifiedOnGitHub()
    await owner.post(`/v1/brands/${brandId}/freeze`)
    expect((await owner.delete(`/v1/claims/${claim}`)).body.reason).toBe('claim_frozen')
  })

  test('keeps its domain, without whose address nobody would be told of the freeze', async () => {
    const { house, owner, brandId, domainId } = await verifiedOnGitHub()
    await owner.post(`/v1/brands/${brandId}/freeze`)
    expect((await owner.delete(`/v1/domains/${domainId}`)).body.reason).toBe('domain_frozen')
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('suspended')
  })
})

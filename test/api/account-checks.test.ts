import { describe, expect, test } from 'vitest'
import { day, minute, second } from '#base/clock.ts'
import { noon, openHouse, type Owner } from '#test/support/house.ts'
import { onGitHub, postOnX, statusId } from '#test/support/platforms.ts'
import { enterBrand } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'
import { actsOf, live, lookUp, registered, verifiedOnGitHub } from './account-fixture.ts'

describe('an account that points back', () => {
  test('is verified from both ends, with both proofs, its id and its leaf', async () => {
    const { house, claim } = await verifiedOnGitHub()
    const answer = await lookUp(house, 'github.com/ACME')
    expect(answer).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'acme.com' },
      account: {
        platform: 'github',
        handle: 'acme',
        platform_id: '783214',
        proofs: [
          { direction: 'domain', method: 'dns-txt' },
          { direction: 'account', method: 'profile-link', expires_at: '2026-03-31T12:00:00Z' },
        ],
      },
    })
    const leaves = await leavesOf(house)
    expect(leaves[answer.log.index]?.said).toMatchObject({ act: 'claim.verified', subject: claim })
  })

  test('says before what is to be done, and exactly what to type', async () => {
    const { owner, claim } = await registered()
    const { body } = await owner.get(`/v1/claims/${claim}`)
    expect(body).toMatchObject({ waiting_for: 'account', verdict: 'declared', account_state: 'none' })
    const link = body.proofs.find((step: { method: string }) => step.method === 'profile-link')
    expect(link).toMatchObject({ direction: 'account', value: 'https://acme.com/' })
    expect(link.detail).toContain('GitHub')
  })

  test('is in the badge from the same answer on', async () => {
    const { house } = await verifiedOnGitHub()
    const { text } = await house.ask('/badges/acme.com.jwt')
    const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString())
    expect(JSON.stringify(payload)).toContain('https://github.com/acme')
  })

  test('is looked at daily, and each look lengthens its proof', async () => {
    const { house, claim, owner } = await verifiedOnGitHub()
    await live(house, 3 * day)
    const { body } = await owner.get(`/v1/claims/${claim}`)
    const looks = body.attempts.filter(({ outcome }: { outcome: string }) => outcome === 'proved')
    expect(looks.length).toBe(4)
    expect(await actsOf(house, claim)).toEqual(['claim.opened', 'claim.verified'])
  })
})

describe('a post', () => {
  const codeOf = async (owner: Owner, claim: string): Promise<string> =>
    (await owner.get(`/v1/claims/${claim}`)).body.proofs.find(
      (step: { method: string }) => step.method === 'post',
    ).value

  test('with the code, by the account that the platform names, verifies it for 90 days', async () => {
    const { house, owner, claim } = await registered('https://x.com/acme')
    const code = await codeOf(owner, claim)
    expect(code).toMatch(/^vm-acme-com-[a-z2-7]{16,}$/)
    const url = `https://x.com/acme/status/${statusId(noon + minute)}`
    house.pass(minute)
    postOnX(house, url, { author: 'Acme', text: `Hello. ${code}` })
    const { body } = await owner.post(`/v1/claims/${claim}/check`, { post_url: url })
    expect(body).toMatchObject({ verdict: 'verified', attempts: [{ method: 'post', outcome: 'proved' }] })
    await live(house, 89 * day, 6 * day)
    expect((await lookUp(house, '@acme on x')).verdict).toBeNull()
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('verified')
    await live(house, 2 * day, day)
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('lapsed')
  })

  test('is asked for where nothing else can prove the account, and looked at again once it stands', async () => {
    const { house, owner, claim } = await registered('https://x.com/acme')
    const check = async (body?: object) => {
      house.pass(minute)
      return (await owner.post(`/v1/claims/${claim}/check`, body)).body
    }
    const needed = { method: 'post', outcome: 'refused', reason: 'post_url_needed' }
    expect(await check()).toMatchObject({ state: 'open', account_state: 'none', attempts: [needed] })
    expect((await check({ post_url: 'x.com/acme/status/1' })).detail).toContain('begins with https://')
    const url = `https://x.com/acme/status/${statusId(noon + minute)}`
    postOnX(house, url, { author: 'Acme', text: await codeOf(owner, claim) })
    expect(await check({ post_url: url })).toMatchObject({ verdict: 'verified' })
    expect(await check()).toMatchObject({
      verdict: 'verified',
      attempts: [{ method: 'post', outcome: 'proved' }],
    })
    postOnX(house, url, { author: 'Acme', text: 'Edited' })
    expect(await check()).toMatchObject({ verdict: 'at_risk' })
    const { body } = await owner.get(`/v1/claims/${claim}`)
    expect(body.proofs).toMatchObject([{ method: 'post', value: null }])
    expect(body.proofs[0].detail).toContain('POST /v1/claims/ID/codes gives a fresh one')
  })

  test('under a pasted name that is not the author’s proves nothing', async () => {
    const { house, owner, claim } = await registered('https://x.com/acme')
    const url = `https://x.com/acme/status/${statusId(noon + minute)}`
    postOnX(house, url, { author: 'squatter', text: await codeOf(owner, claim) })
    house.pass(minute)
    const { body } = await owner.post(`/v1/claims/${claim}/check`, { post_url: url })
    expect(body).toMatchObject({
      verdict: 'declared',
      attempts: [{ outcome: 'refused', reason: 'post_of_another' }],
    })
  })

  test('spends its code: another post with the same one lengthens nothing', async () => {
    const { house, owner, claim } = await registered('https://x.com/acme')
    const code = await codeOf(owner, claim)
    const first = `https://x.com/acme/status/${statusId(noon + minute)}`
    postOnX(house, first, { author: 'acme', text: code })
    house.pass(minute)
    await owner.post(`/v1/claims/${claim}/check`, { post_url: first })
    await live(house, 60 * day, 6 * day)
    const later = `https://x.com/acme/status/${statusId(noon + 60 * day)}`
    postOnX(house, later, { author: 'acme', text: code })
    const { body } = await owner.post(`/v1/claims/${claim}/check`, { post_url: later })
    expect(body.attempts).toMatchObject([{ outcome: 'refused' }])
    postOnX(house, first, { author: 'acme', text: code })
    await live(house, 31 * day, 6 * day)
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('lapsed')
  })

  test('with a fresh code renews the proof', async () => {
    const { owner, claim } = await registered('https://x.com/acme')
    const old = await codeOf(owner, claim)
    const { body: fresh, status } = await owner.post(`/v1/claims/${claim}/codes`)
    expect(status).toBe(201)
    expect(fresh).toMatchObject({ domain: 'acme.com', expires_at: '2026-03-31T12:00:00Z' })
    expect(fresh.code).not.toBe(old)
    expect(await codeOf(owner, claim)).toBe(fresh.code)
  })
})

describe('a platform that shows nothing', () => {
  test('leaves the claim declared and says what is left', async () => {
    const { owner, claim } = await registered('https://www.instagram.com/acme')
    const shown = await owner.get(`/v1/claims/${claim}`)
    expect(shown.body.proofs).toHaveLength(1)
    expect(shown.body.proofs[0].detail).toContain('cannot be checked automatically')
    expect(shown.body.proofs[0].detail).toContain('credentials')
    const { body } = await owner.post(`/v1/claims/${claim}/check`)
    expect(body).toMatchObject({
      verdict: 'declared',
      attempts: [{ outcome: 'unreachable', reason: 'not_checkable' }],
    })
  })
})

test.each([
  [
    'https://www.linktr.ee/acme',
    'official',
    /^Accounts on Linktree cannot .* What is left: a moderator may review/,
  ],
  ['https://blip.pl/users/acme', 'parked', /^Blip closed on 2013-08-31: .* nothing is left to be done\.$/],
])('of %s it says only what is really left', async (account, relation, words) => {
  const { owner, brandId } = await registered()
  const { body } = await owner.post(`/v1/brands/${brandId}/accounts`, { account, relation })
  expect(body.proofs).toEqual([
    { direction: 'account', method: null, detail: expect.stringMatching(words), value: null },
  ])
})

test('a claim is looked at no more often than every five seconds by hand', async () => {
  const { house, owner, claim } = await registered()
  onGitHub(house, 'acme', { id: 783214 })
  expect((await owner.post(`/v1/claims/${claim}/check`)).status).toBe(200)
  house.pass(4 * second)
  expect((await owner.post(`/v1/claims/${claim}/check`)).body.reason).toBe('checked_too_soon')
  house.pass(second)
  expect((await owner.post(`/v1/claims/${claim}/check`)).status).toBe(200)
})

test('an account on a platform that has closed is recorded as parked, with its end', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brand = await enterBrand(owner)
  const { status, body } = await owner.post(`/v1/brands/${brand}/accounts`, {
    account: 'http://acme.blip.pl',
    relation: 'parked',
  })
  expect({ status, body }).toMatchObject({ status: 201, body: { platform: 'blip', ended_on: '2013-08-31' } })
})

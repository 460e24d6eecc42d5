import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import { openHouse } from '#test/support/house.ts'
import { deleteFromGitHub, leaveGitHub, onGitHub } from '#test/support/platforms.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { actsOf, kinds, live, lookUp, registered, verifiedOnGitHub } from './account-fixture.ts'

describe('an account that no longer points back', () => {
  test('is at risk for seven days and then has lapsed, and the owner is told both', async () => {
    const { house, owner, claim } = await verifiedOnGitHub()
    onGitHub(house, 'acme', { id: 783214, blog: 'https://elsewhere.example' })
    await live(house, day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('at_risk')
    await live(house, 7 * day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('lapsed')
    expect(await kinds(owner)).toEqual(expect.arrayContaining(['account_failing', 'account_lapsed']))
    expect(await actsOf(house, claim)).toEqual([
      'claim.opened',
      'claim.verified',
      'claim.failing',
      'claim.lapsed',
    ])
  })

  test('is verified again when the link is back within grace, which only its owner is told', async () => {
    const { house, owner, claim } = await registered()
    const other = await house.owner('Other Ltd')
    const { brandId } = await proveBrand(house, other, 'other.example', { name: 'Other' })
    await claimAccount(other, brandId, 'https://github.com/acme')
    onGitHub(house, 'acme', { id: 783214, blog: 'acme.com' })
    await owner.post(`/v1/claims/${claim}/check`)
    onGitHub(house, 'acme', { id: 783214 })
    await live(house, day)
    onGitHub(house, 'acme', { id: 783214, blog: 'acme.com' })
    await live(house, day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('verified')
    expect(await kinds(owner)).toContain('account_proved')
    expect(await kinds(other)).toEqual(['account_proved_by_another'])
    expect((await actsOf(house, claim)).slice(2)).toEqual(['claim.failing', 'claim.recovered'])
  })
})

describe('a handle that was resold', () => {
  test('suspends the claim at once, whatever the new holder links to, and the owner is told', async () => {
    const { house, owner, claim } = await verifiedOnGitHub()
    onGitHub(house, 'acme', { id: 999, blog: 'https://acme.com' })
    await live(house, day)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({ verdict: 'suspended' })
    expect((await owner.get(`/v1/claims/${claim}`)).body).toMatchObject({
      state: 'suspended',
      state_reason: 'handle_reassigned',
    })
    expect(await kinds(owner)).toContain('account_suspended')
    expect((await owner.post(`/v1/claims/${claim}/check`)).body.verdict).toBe('suspended')
  })

  test('can be withdrawn by the owner, who may claim it anew when it is his', async () => {
    const { house, owner, brandId, claim } = await verifiedOnGitHub()
    onGitHub(house, 'acme', { id: 999, blog: 'https://acme.com' })
    await live(house, day)
    expect((await owner.delete(`/v1/claims/${claim}`)).status).toBe(204)
    const again = await claimAccount(owner, brandId, 'https://github.com/acme')
    await owner.post(`/v1/claims/${again}/check`)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'verified',
      account: { platform_id: '999' },
    })
  })
})

test('a renamed account is followed by its id, and the old name speaks for nobody', async () => {
  const { house, owner, claim } = await verifiedOnGitHub()
  leaveGitHub(house, 'acme')
  onGitHub(house, 'acme-tools', { id: 783214, blog: 'https://acme.com' })
  await live(house, day)
  // By its id it is found under both names.
  expect(await lookUp(house, 'github.com/acme-tools')).toMatchObject({
    verdict: 'verified',
    account: { handle: 'acme-tools', platform_id: '783214' },
  })
  expect((await lookUp(house, 'github.com/acme')).verdict).toBe('unregistered')
  expect(await actsOf(house, claim)).toEqual(['claim.opened', 'claim.verified', 'claim.renamed'])
  expect(await kinds(owner)).toContain('account_renamed')
  const { body } = await owner.get(`/v1/claims/${claim}`)
  expect(body.former_handles).toMatchObject([{ handle: 'acme' }])
  const { rows } = await house.deps.db.client.execute('select claim_id, handle from former_handles')
  expect(rows).toMatchObject([{ claim_id: claim, handle: 'acme' }])
})

test('an account that is gone is suspended at the second look, an hour later, without any grace', async () => {
  const { house } = await verifiedOnGitHub()
  deleteFromGitHub(house, 'acme', 783214)
  await live(house, day, 10 * minute)
  house.pass(2 * hour)
  await house.work()
  expect((await lookUp(house, 'github.com/acme')).verdict).toBe('suspended')
})

describe('an outage', () => {
  test('changes nothing until the proof ends, and then it ends', async () => {
    const { house } = await verifiedOnGitHub()
    house.world.web.fail('api.github.com', 'timeout')
    await live(house, 29 * day, 6 * day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('verified')
    await live(house, 2 * day, day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('lapsed')
  })

  test('with a word on when to come back is respected, by hand too', async () => {
    const { house, owner, claim } = await registered()
    house.world.web.page('https://api.github.com/users/acme', {
      status: 429,
      body: '{}',
      contentType: 'application/json',
      retryAfter: 600,
    })
    const first = await owner.post(`/v1/claims/${claim}/check`)
    expect(first.body).toMatchObject({ retry_after: 600, attempts: [{ outcome: 'unreachable' }] })
    house.pass(minute)
    const { length } = house.world.asked
    const second_ = await owner.post(`/v1/claims/${claim}/check`)
    expect(second_.status).toBe(429)
    expect(Number(second_.headers.get('retry-after'))).toBe(540)
    expect(house.world.asked.length).toBe(length)
  })
})

describe('two brands and one account', () => {
  test('whoever the account agrees with has it; the other is told, and cannot claim it afterwards', async () => {
    const { house, owner, claim } = await registered()
    const other = await house.owner('Other Ltd')
    const second = await proveBrand(house, other, 'other.example', { name: 'Other' })
    const declared = await claimAccount(other, second.brandId, 'https://github.com/acme')
    expect((await lookUp(house, 'github.com/acme')).claimed_by).toHaveLength(2)
    onGitHub(house, 'acme', { id: 783214, blog: 'https://acme.com' })
    await owner.post(`/v1/claims/${claim}/check`)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'acme.com' },
    })
    expect(await kinds(other)).toContain('account_proved_by_another')
    const { body } = await other.post(`/v1/claims/${declared}/check`)
    expect(body.attempts).toMatchObject([{ outcome: 'refused' }])
  })

  test('an account that has turned to another brand passes, once its first holder has been looked at', async () => {
    const { house, owner, claim } = await verifiedOnGitHub()
    const other = await house.owner('Other Ltd')
    const second = await proveBrand(house, other, 'other.example', { name: 'Other' })
    house.pass(2 * hour)
    onGitHub(house, 'acme', { id: 999, blog: 'https://other.example' })
    const refused = await other.post(`/v1/brands/${second.brandId}/accounts`, {
      account: 'https://github.com/acme',
    })
    expect(refused.body.reason).toBe('account_taken')
    await house.work()
    expect((await owner.get(`/v1/claims/${claim}`)).body.state).toBe('suspended')
    const theirs = await claimAccount(other, second.brandId, 'https://github.com/acme')
    await other.post(`/v1/claims/${theirs}/check`)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'suspended',
      brand: { slug: 'acme.com' },
    })
    await live(house, 31 * day, 6 * day)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'other.example' },
    })
  })
})

describe('a platform whose answers change for everybody', () => {
  test('unverifies nobody and raises one alarm', async () => {
    const house = await openHouse()
    const names = ['one', 'two', 'three', 'four', 'five', 'six']
    for (const [index, name] of names.entries()) {
      const owner = await house.owner(name)
      const { brandId } = await proveBrand(house, owner, `${name}.example`, { name })
      onGitHub(house, name, { id: 1_000 + index, blog: `https://${name}.example` })
      const claim = await claimAccount(owner, brandId, `https://github.com/${name}`)
      await owner.post(`/v1/claims/${claim}/check`)
    }
    for (const [index, name] of names.entries()) onGitHub(house, name, { id: 1_000 + index })
    await live(house, 32 * hour, 8 * hour)
    await live(house, 10 * day, 5 * day)
    for (const name of names) {
      expect((await lookUp(house, `github.com/${name}`)).verdict).toBe('verified')
    }
    const { rows } = await house.deps.db.client.execute('select kind, subject, count, ended_at from alarms')
    expect(rows).toMatchObject([{ kind: 'platform_suspect', subject: 'github', ended_at: null }])
  })

  test('does not save one brand that let its links go', async () => {
    const { house } = await verifiedOnGitHub()
    onGitHub(house, 'acme', { id: 783214 })
    await live(house, 10 * day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('lapsed')
  })
})

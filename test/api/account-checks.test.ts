import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { thawBrand } from '#claims/thaw-brand.ts'
import { noon, openHouse, type House, type Owner } from '#test/support/house.ts'
import { deleteFromGitHub, leaveGitHub, onGitHub, postOnX, statusId } from '#test/support/platforms.ts'
import {
  challengeOf,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
} from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

type Registered = {
  readonly house: House
  readonly owner: Owner
  readonly brandId: string
  readonly domainId: string
  readonly claim: string
}

async function registered(account = 'https://github.com/Acme'): Promise<Registered> {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId, id: domainId } = await proveBrand(house, owner)
  return { house, owner, brandId, domainId, claim: await claimAccount(owner, brandId, account) }
}

async function verifiedOnGitHub(): Promise<Registered> {
  const all = await registered()
  onGitHub(all.house, 'acme', { id: 783214, blog: 'https://acme.com' })
  const { body, text } = await all.owner.post(`/v1/claims/${all.claim}/check`)
  expect(body?.verdict, text).toBe('verified')
  return all
}

const lookUp = async (house: House, q: string) =>
  (await house.ask(`/v1/lookup?q=${encodeURIComponent(q)}`)).body
const kinds = async (owner: Owner) =>
  (await owner.get('/v1/notices')).body.items.map((notice: { kind: string }) => notice.kind)
const actsOf = async (house: House, subject: string) =>
  (await leavesOf(house)).filter(({ said }) => said.subject === subject).map(({ said }) => said.act)

/** Does what is due, however many take turns at one host. */
async function workAll(house: House): Promise<void> {
  for (let again = true; again;) {
    const { failed, done } = await house.work()
    expect(failed).toEqual([])
    again = done > 1
    if (again) house.pass(30 * second)
  }
}

/** Lets days pass as they do, with what falls due in each hour. */
async function live(house: House, milliseconds: number, step = hour): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    house.pass(Math.min(step, milliseconds - passed))
    await workAll(house)
  }
}

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

  test('is verified again when the link is back within grace', async () => {
    const { house } = await verifiedOnGitHub()
    onGitHub(house, 'acme', { id: 783214 })
    await live(house, day)
    onGitHub(house, 'acme', { id: 783214, blog: 'acme.com' })
    await live(house, day)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('verified')
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
    await live(house, 29 * day, 6 * hour)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('verified')
    await live(house, 2 * day, 6 * hour)
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
    await live(house, 89 * day, 6 * hour)
    expect((await lookUp(house, '@acme on x')).verdict).toBeNull()
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('verified')
    await live(house, 2 * day, 6 * hour)
    expect((await lookUp(house, 'https://x.com/acme')).verdict).toBe('lapsed')
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
    await live(house, 60 * day, 6 * hour)
    const later = `https://x.com/acme/status/${statusId(noon + 60 * day)}`
    postOnX(house, later, { author: 'acme', text: code })
    const { body } = await owner.post(`/v1/claims/${claim}/check`, { post_url: later })
    expect(body.attempts).toMatchObject([{ outcome: 'refused' }])
    postOnX(house, first, { author: 'acme', text: code })
    await live(house, 31 * day, 6 * hour)
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
    const { body } = await owner.post(`/v1/claims/${claim}/check`)
    expect(body).toMatchObject({
      verdict: 'declared',
      attempts: [{ outcome: 'unreachable', reason: 'not_checkable' }],
    })
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
    await live(house, 31 * day, 6 * hour)
    expect(await lookUp(house, 'github.com/acme')).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'other.example' },
    })
  })
})

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
  })

  test('is thawed by a person alone, and only on a token that is newer than the freeze', async () => {
    const { house, owner, brandId, domainId } = await verifiedOnGitHub()
    await owner.post(`/v1/brands/${brandId}/freeze`)
    const early = await thawBrand(house.deps, 'operator', brandId)
    expect(early.ok || early.refusal.reason).toBe('new_token_needed')
    house.pass(minute)
    const { body } = await owner.post(`/v1/domains/${domainId}/challenges`)
    const added = { id: domainId, brandId, domain: 'acme.com', challenges: body.challenges }
    expect(challengeOf(added, 'dns-txt').value).toContain('token=')
    expect(await publishAndCheck(house, owner, added)).toBe('proved')
    expect((await thawBrand(house.deps, 'operator', brandId)).ok).toBe(true)
    expect((await lookUp(house, 'github.com/acme')).verdict).toBe('verified')
    expect(await actsOf(house, brandId)).toContain('brand.thawed')
  })

  test('lets none of its accounts be withdrawn, which would hide the freeze', async () => {
    const { owner, brandId, claim } = await verifiedOnGitHub()
    await owner.post(`/v1/brands/${brandId}/freeze`)
    expect((await owner.delete(`/v1/claims/${claim}`)).body.reason).toBe('claim_frozen')
  })
})

describe('a platform whose answers change for everybody', () => {
  test('unverifies nobody and raises one alarm', async () => {
    const house = await openHouse()
    const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
    for (const [index, name] of names.entries()) {
      const owner = await house.owner(name)
      const { brandId } = await proveBrand(house, owner, `${name}.example`, { name })
      onGitHub(house, name, { id: 1_000 + index, blog: `https://${name}.example` })
      const claim = await claimAccount(owner, brandId, `https://github.com/${name}`)
      await owner.post(`/v1/claims/${claim}/check`)
    }
    for (const [index, name] of names.entries()) onGitHub(house, name, { id: 1_000 + index })
    await live(house, 12 * day, hour)
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

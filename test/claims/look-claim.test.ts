import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { claimFile } from '#claims/claim-file.ts'
import { storeClaim } from '#claims/store-claim.ts'
import { raiseAlarm } from '#jobs/alarm.ts'
import { takeTurn, wantsRest } from '#jobs/manners.ts'
import { verifiedOnGitHub } from '#test/api/account-fixture.ts'
import type { House } from '#test/support/house.ts'
import { leaveGitHub, onGitHub } from '#test/support/platforms.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'

const host = 'api.github.com'
const asked = ({ world }: House) => world.asked.filter((line) => line.includes(host)).length

async function nextDay(house: House): Promise<void> {
  house.pass(day)
  expect(await house.work()).toMatchObject({ failed: [] })
}

describe('the daily look at an account', () => {
  test('gives its turn back', async () => {
    const { house } = await verifiedOnGitHub()
    await nextDay(house)
    house.pass(2 * second)
    expect(await takeTurn(house.deps, host)).toBe(0)
  })

  test.each([
    ['for as long as it says', { retryAfter: 3_600 }, hour],
    ['for a quarter of an hour when it does not say', {}, 15 * minute],
  ])('leaves a host that says 429 alone %s', async (_, more, rest) => {
    const { house } = await verifiedOnGitHub()
    house.world.web.page(`https://${host}/users/acme`, { status: 429, body: '{}', ...more })
    house.world.web.page(`https://${host}/user/783214`, { status: 429, body: '{}', ...more })
    await nextDay(house)
    expect(await wantsRest(house.deps, host)).toBe(rest)
  })

  test('asks nothing while no domain is proved that the account could name', async () => {
    const { house, owner, domainId, claim } = await verifiedOnGitHub()
    await owner.delete(`/v1/domains/${domainId}`)
    const before = asked(house)
    await nextDay(house)
    expect(asked(house)).toBe(before)
    expect((await claimFile(house.deps, claim)).claim.accountState).toBe('proved')
  })

  test('believes a suspect platform that the handle has another id', async () => {
    const { house, claim } = await verifiedOnGitHub()
    await raiseAlarm(house.deps, { kind: 'platform_suspect', subject: 'github' }, 'It refuses many.')
    onGitHub(house, 'acme', { id: 999 })
    await nextDay(house)
    expect((await claimFile(house.deps, claim)).claim).toMatchObject({
      state: 'suspended',
      stateReason: 'handle_reassigned',
    })
  })

  test('of an account whose new name the organisation claims already leaves each claim its own', async () => {
    const { house, owner, brandId, claim } = await verifiedOnGitHub()
    const second_ = await claimAccount(owner, brandId, 'https://github.com/acme-tools')
    leaveGitHub(house, 'acme')
    onGitHub(house, 'acme-tools', { id: 783214, blog: 'https://acme.com' })
    await nextDay(house)
    const handles = await Promise.all([claim, second_].map(async (id) => await claimFile(house.deps, id)))
    expect(handles.map((file) => file.claim)).toMatchObject([
      { handle: 'acme', accountState: 'proved', lookedAt: house.deps.clock.now() },
      { handle: 'acme-tools', accountState: 'none' },
    ])
  })

  test('is made at once when another brand wants the account, but not within the hour of the last one', async () => {
    const { house } = await verifiedOnGitHub()
    const other = await house.owner('Other Ltd')
    const { brandId } = await proveBrand(house, other, 'other.example', { name: 'Other' })
    const want = async () =>
      (await other.post(`/v1/brands/${brandId}/accounts`, { account: 'https://github.com/acme' })).body.reason
    const before = asked(house)
    house.pass(hour - 1)
    expect(await want()).toBe('account_taken')
    await house.work()
    expect(asked(house)).toBe(before)
    house.pass(1)
    expect(await want()).toBe('account_taken')
    await house.work()
    expect(asked(house)).toBeGreaterThan(before)
  })
})

test('a look that another change came before is not stored', async () => {
  const { house, claim } = await verifiedOnGitHub()
  const { deps } = house
  const before = await claimFile(deps, claim)
  const now = deps.clock.now()
  await deps.db.client.execute({
    sql: 'update claims set updated_at = ? where id = ?',
    args: [now + 1, claim],
  })
  const after = { ...before, claim: { ...before.claim, lookedAt: now + 2 } }
  expect(await storeClaim(deps, { before, after, head: null, actor: 'system' })).toBe('raced')
  expect((await claimFile(deps, claim)).claim.lookedAt).toBe(before.claim.lookedAt)
})

import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import {
  challengeOf,
  enterBrand,
  addDomain,
  claimAccount,
  proveBrand,
  publishAndCheck,
  storeAccountProof,
  suspendDomain,
} from '#test/support/registered.ts'
import { look as lookOf, proved } from './fixture.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { settleDomain } from '#brands/settle-domain.ts'
import { newestChallenge } from '#brands/challenge.ts'

const look = async (house: House, text: string) =>
  (await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)).body
const stateOf = async (owner: Owner, id: string) => (await owner.get(`/v1/domains/${id}`)).body.state
const days = async (house: House, count: number) => {
  for (let passed = 0; passed < count; passed += 1) {
    house.pass(day)
    await house.work()
    await house.work()
  }
}

describe('a domain that was sold', () => {
  test('is not made good by another domain of the same brand', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const sold = await proveBrand(house, owner, 'sold.com')
    const cheap = await addDomain(owner, sold.brandId, 'cheap.com')
    expect(await publishAndCheck(house, owner, cheap)).toBe('proved')
    const claim = await claimAccount(owner, sold.brandId, 'https://x.com/soldbrand')
    await storeAccountProof(house, claim, { domain: 'sold.com' })
    expect((await look(house, 'x.com/soldbrand')).verdict).toBe('verified')

    house.world.unpublish(challengeOf(sold, 'dns-txt'))
    await days(house, 1)
    expect((await look(house, 'x.com/soldbrand')).verdict).toBe('at_risk')
    expect((await house.ask('/v1/brands/sold.com')).body.verdict).toBe('at_risk')
    await days(house, 8)
    expect((await look(house, 'x.com/soldbrand')).verdict).toBe('lapsed')
  })
})

describe('whoever owns a shared suffix', () => {
  test('does not own its tenants', async () => {
    const house = await openHouse()
    await proveBrand(house, await house.owner(), 'windows.net')
    expect(await look(house, 'evil.blob.core.windows.net')).toMatchObject({
      verdict: 'unregistered',
      brand: null,
      matched_domain: null,
    })
    expect((await look(house, 'docs.windows.net')).verdict).toBe('controlled')
  })
})

describe('a newcomer', () => {
  test('does not jump the queue when the incumbent has just ended', async () => {
    const house = await openHouse()
    const incumbent = await house.owner()
    const held = await proveBrand(house, incumbent)
    const waiting = await house.owner('Waiting Ltd')
    const first = await addDomain(waiting, await enterBrand(waiting), 'acme.com')
    expect(await publishAndCheck(house, waiting, first)).toBe('contested')
    house.world.unpublish(challengeOf(held, 'dns-txt'))
    for (let passed = 0; passed < 9; passed += 1) {
      house.pass(day)
      await waiting.post(`/v1/domains/${first.id}/check`, { method: 'dns-txt' })
    }
    // No job has run: the incumbent's proof is over all the same.
    house.pass(2 * day)
    const newcomer = await house.owner('Newcomer Ltd')
    const late = await addDomain(newcomer, await enterBrand(newcomer), 'acme.com')
    expect(await publishAndCheck(house, newcomer, late)).toBe('contested')
    expect(await stateOf(waiting, first.id)).toBe('proved')
    expect(await stateOf(incumbent, held.id)).toBe('lapsed')
  })
})

describe('an old token', () => {
  test('whose look was still under way when a fresh one was issued revives nothing', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { id } = await proveBrand(house, owner)
    const old = await newestChallenge(house.deps, id)
    house.pass(11 * day)
    await owner.post(`/v1/domains/${id}/challenges`)
    const seen = lookOf(proved, 'dns-txt', old?.id)
    expect((await settleDomain(house.deps, id, 'system', { looks: [seen] })).state).toBe('pending')
  })
})

describe('a token that a newer one replaced', () => {
  test('takes over no standing proof by a look that was under way', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { id } = await proveBrand(house, owner)
    const first = await newestChallenge(house.deps, id)
    house.pass(day)
    await owner.post(`/v1/domains/${id}/challenges`)
    const replaced = await newestChallenge(house.deps, id)
    house.pass(1)
    await owner.post(`/v1/domains/${id}/challenges`)
    const seen = lookOf(proved, 'dns-cname', replaced?.id)
    expect(await settleDomain(house.deps, id, 'system', { looks: [seen] })).toMatchObject({
      state: 'proved',
      method: 'dns-txt',
      provingChallengeId: first?.id,
    })
  })
})

describe('a web proof of a mere host', () => {
  test('starts its 72 hours anew when it was interrupted', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const host = await proveBrand(house, owner, 'shop.acme.com', { name: 'Acme' }, 'http-file')
    house.world.unpublish(challengeOf(host, 'http-file'))
    house.pass(minute)
    await owner.post(`/v1/domains/${host.id}/check`, { method: 'http-file' })
    expect(await stateOf(owner, host.id)).toBe('pending')
    house.world.publish(challengeOf(host, 'http-file'))
    house.pass(72 * hour)
    await owner.post(`/v1/domains/${host.id}/check`, { method: 'http-file' })
    expect((await look(house, 'shop.acme.com')).verdict).toBe('unregistered')
  })
})

describe('a frozen domain', () => {
  test('cannot be released, so its freeze cannot be shed', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { id, brandId } = await proveBrand(house, owner)
    await suspendDomain(house, id)
    expect((await owner.delete(`/v1/domains/${id}`)).status).toBe(409)
    expect((await owner.delete(`/v1/brands/${brandId}`)).status).toBe(409)
    house.pass(5 * second)
    const checked = await owner.post(`/v1/domains/${id}/check`, { method: 'dns-txt' })
    expect(checked.body).toMatchObject({ state: 'suspended', attempts: [{ outcome: 'refused' }] })
    expect((await look(house, 'acme.com')).verdict).toBe('suspended')
  })
})

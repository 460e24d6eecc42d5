import { expect } from 'vitest'
import { hour, second } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { onGitHub } from '#test/support/platforms.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

export type Registered = {
  readonly house: House
  readonly owner: Owner
  readonly brandId: string
  readonly domainId: string
  readonly claim: string
}

export async function registered(account = 'https://github.com/Acme'): Promise<Registered> {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId, id: domainId } = await proveBrand(house, owner)
  return { house, owner, brandId, domainId, claim: await claimAccount(owner, brandId, account) }
}

export async function verifiedOnGitHub(): Promise<Registered> {
  const all = await registered()
  onGitHub(all.house, 'acme', { id: 783214, blog: 'https://acme.com' })
  const { body, text } = await all.owner.post(`/v1/claims/${all.claim}/check`)
  expect(body?.verdict, text).toBe('verified')
  return all
}

export const lookUp = async (house: House, q: string) =>
  (await house.ask(`/v1/lookup?q=${encodeURIComponent(q)}`)).body
export const kinds = async (owner: Owner) =>
  (await owner.get('/v1/notices')).body.items.map((notice: { kind: string }) => notice.kind)
export const actsOf = async (house: House, subject: string) =>
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
export async function live(house: House, milliseconds: number, step = hour): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    house.pass(Math.min(step, milliseconds - passed))
    await workAll(house)
  }
}

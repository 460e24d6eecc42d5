import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { attemptIn, enter, lookUp, publish, verify, type Entered } from './fixture.ts'

describe.concurrent.each(doors)('life over time through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  const travel = async (milliseconds: number) => await registry.travel(milliseconds / second)

  /** The schedule goes round until it has done what is due. */
  const eventually = async (done: () => Promise<void>) =>
    await vi.waitFor(
      async () => {
        await registry.tick()
        await done()
      },
      { timeout: 20_000, interval: 300 },
    )

  const read = async ({ domainId }: Entered) => (await owner.get(`/v1/domains/${domainId}`)).body
  const lookedAt = async (entered: Entered) => new Date((await read(entered)).attempts[0].at).getTime()
  const badgeOf = async ({ domain }: Entered) => await registry.ask(`/badges/${domain}.jwt`)
  const verdictOf = async ({ domain }: Entered) => (await lookUp(registry, domain)).body.verdict

  test('a removed record fails, then lapses after seven days; an outage only when ten are over', async () => {
    const kept = await enter(owner, 'kept.example', 'Kept')
    const removed = await enter(owner, 'removed.example', 'Removed')
    const dark = await enter(owner, 'dark.example', 'Dark')
    const all = [kept, removed, dark]
    for (const entered of all) {
      publish(registry, entered.challenge('dns-txt'))
      expect(attemptIn(await entered.check('dns-txt')).outcome).toBe('proved')
    }
    const began = Date.now()

    await travel(day + minute)
    await eventually(async () => {
      for (const entered of all) expect(await lookedAt(entered)).toBeGreaterThan(began + day - second)
    })
    for (const entered of all) {
      expect(await read(entered)).toMatchObject({ state: 'proved' })
      expect((await read(entered)).attempts).toHaveLength(2)
      expect(await verdictOf(entered)).toBe('controlled')
    }
    const { text: oldBadge } = await badgeOf(removed)
    expect((await verify(registry, oldBadge)).body.valid).toBe(true)

    registry.internet.zone.remove(removed.challenge('dns-txt').name)
    registry.internet.zone.trouble('*.dark.example', 'servfail')
    await travel(2 * day + 2 * minute)
    await eventually(async () => {
      for (const entered of all) expect(await lookedAt(entered)).toBeGreaterThan(began + 2 * day - second)
    })
    expect((await read(removed)).state).toBe('failing')
    expect(await verdictOf(removed)).toBe('at_risk')
    const notices = await owner.get('/v1/notices')
    expect(notices.body.items).toMatchObject([{ kind: 'domain_failing', subject: removed.domainId }])
    expect((await verify(registry, oldBadge)).body.valid).toBeNull()
    const darkNow = await read(dark)
    expect(darkNow).toMatchObject({ state: 'proved', attempts: [{ outcome: 'unreachable' }, {}, {}] })
    expect(await verdictOf(dark)).toBe('controlled')

    // Seven days after the refusal, and nine days after the last good look at the one in the dark.
    await travel(10 * day)
    await eventually(async () => expect((await read(removed)).state).toBe('lapsed'))
    expect(await verdictOf(removed)).toBe('lapsed')
    expect((await badgeOf(removed)).status).toBe(404)
    expect((await verify(registry, oldBadge)).body.valid).toBe(false)
    expect((await registry.ask('/badges/removed.example.svg')).text).not.toContain('controls')
    await eventually(async () => expect(await lookedAt(dark)).toBeGreaterThan(began + 10 * day - second))
    expect((await read(dark)).state).toBe('proved')
    expect(await verdictOf(dark)).toBe('controlled')
    await eventually(async () => expect((await badgeOf(dark)).status).toBe(200))

    await travel(11 * day + hour)
    await eventually(async () => expect((await read(dark)).state).toBe('lapsed'))
    expect(await verdictOf(dark)).toBe('lapsed')
    expect((await badgeOf(dark)).status).toBe(404)
    await eventually(async () => expect(await lookedAt(kept)).toBeGreaterThan(began + 11 * day - second))
    expect((await read(kept)).state).toBe('proved')
    const { text: lastBadge } = await badgeOf(kept)
    expect((await verify(registry, lastBadge)).body.valid).toBe(true)
  })
})

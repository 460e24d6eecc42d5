import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import { lookDomain } from '#brands/look-domain.ts'
import { lease } from '#jobs/queue.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { addDomain, challengeOf, enterBrand, proveBrand, type AddedDomain } from '#test/support/registered.ts'

async function proved(method = 'dns-txt'): Promise<{ house: House; owner: Owner; added: AddedDomain }> {
  const house = await openHouse()
  const owner = await house.owner()
  house.world.web.site('acme.com')
  const added = await proveBrand(house, owner, 'acme.com', { name: 'Acme' }, method)
  return { house, owner, added }
}
const shown = async (owner: Owner, { id }: AddedDomain) => (await owner.get(`/v1/domains/${id}`)).body

describe('the daily look', () => {
  test('comes once a day, not twice, and refreshes the proof', async () => {
    const { house, owner, added } = await proved()
    const looks = () =>
      house.world.asked.filter((line) => line === 'primary.test TXT _veramarca-challenge.acme.com').length
    const first = looks()
    for (let hours = 1; hours <= 72; hours += 1) {
      house.pass(hour)
      await house.work()
    }
    expect(looks() - first).toBeGreaterThanOrEqual(3)
    expect(looks() - first).toBeLessThanOrEqual(4)
    const { state, expires_at: end } = await shown(owner, added)
    expect(state).toBe('proved')
    expect(Date.parse(end)).toBeGreaterThan(house.deps.clock.now() + 9 * day - hour)
  })

  test.each(['dns-txt', 'dns-cname', 'http-file', 'html-meta'])(
    'by %s keeps a domain proved for months',
    async (method) => {
      const { house, owner, added } = await proved(method)
      for (let passed = 0; passed < 60; passed += 1) {
        house.pass(day)
        await house.work()
      }
      expect(await shown(owner, added)).toMatchObject({ state: 'proved', method })
      expect((await house.ask('/v1/lookup?q=acme.com')).body.verdict).toBe('controlled')
    },
  )

  test('takes another method’s record when the old one is gone, and the domain never fails', async () => {
    const { house, owner, added } = await proved()
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.world.publish(challengeOf(added, 'http-file'))
    house.pass(day)
    await house.work()
    expect(await shown(owner, added)).toMatchObject({ state: 'proved', method: 'http-file', strength: 'web' })
    expect((await owner.get('/v1/notices')).body.items).toEqual([])
  })

  test('goes on daily through an outage, which changes nothing until the proof’s end', async () => {
    const { house, owner, added } = await proved()
    house.world.dns.servfail('.')
    for (let passed = 1; passed < 10; passed += 1) {
      house.pass(day)
      const looks = house.world.asked.length
      await house.work()
      expect(house.world.asked.length, `day ${passed}`).toBeGreaterThan(looks)
      expect((await shown(owner, added)).state).toBe('proved')
    }
    house.pass(day)
    await house.work()
    expect((await shown(owner, added)).state).toBe('lapsed')
    expect((await house.ask('/badges/acme.com.jwt')).status).toBe(404)
  })

  test('after an outage finds the record where it was, and the proof is fresh again', async () => {
    const { house, owner, added } = await proved()
    house.world.dns.servfail('.')
    for (let passed = 0; passed < 8; passed += 1) {
      house.pass(day)
      await house.work()
    }
    house.world.dns.heal('.')
    house.pass(day)
    await house.work()
    const { state, expires_at: end } = await shown(owner, added)
    expect([state, Date.parse(end)]).toEqual(['proved', house.deps.clock.now() + 10 * day])
  })

  test('is put off by no manual check of another method, so that a missing record is seen within a day', async () => {
    const { house, owner, added } = await proved()
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    for (let hours = 0; hours < 30; hours += 6) {
      await owner.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
      await owner.post(`/v1/domains/${added.id}/challenges`)
      house.pass(6 * hour)
      await house.work()
    }
    expect((await shown(owner, added)).state).toBe('failing')
  })

  test('is never made of what is pending, lapsed or released', async () => {
    const { house, owner, added } = await proved()
    await addDomain(owner, added.brandId, 'pending.acme.com')
    await owner.delete(`/v1/domains/${added.id}`)
    const looks = house.world.asked.length
    for (let passed = 0; passed < 3; passed += 1) {
      house.pass(day)
      await house.work()
    }
    expect(house.world.asked).toHaveLength(looks)
  })

  test('waits when its target’s budget is used up, looks at nothing then, and comes when there is more', async () => {
    const { house, owner, added } = await proved()
    house.pass(day)
    const sql =
      "insert into budgets (target, purpose, window_start, used) values ('acme.com', 'scheduled', ?, 1000)"
    await house.deps.db.client.execute({ sql, args: [house.deps.clock.now()] })
    const asked = () => house.world.asked.filter((line) => line.includes('acme.com')).length
    const looks = asked()
    await house.work()
    expect(asked()).toBe(looks)
    house.pass(10 * minute)
    await house.work()
    expect(asked()).toBeGreaterThan(looks)
    expect(await shown(owner, added)).toMatchObject({ state: 'proved', checked_at: '2026-03-02T12:10:00Z' })
  })

  test('whose holder was given up for dead does no harm when he comes back: the domain is as one look left it', async () => {
    const { house, owner, added } = await proved()
    const { deps } = house
    house.pass(day)
    const [dead] = await lease(deps, { kind: 'look-domain', subject: added.id })
    if (dead === undefined) throw new Error('No look was due')
    house.pass(2 * minute)
    await house.work()
    const after = await shown(owner, added)
    await lookDomain(deps, dead)
    const { attempts: _, ...again } = await shown(owner, added)
    const { attempts: __, ...before } = after
    expect(again).toEqual(before)
    const { rows } = await deps.db.client.execute(
      "select count(*) as many from jobs where kind = 'look-domain'",
    )
    expect(rows[0]?.['many']).toBe(1)
  })
})

test('a crowd of domains is looked at on different minutes', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brand = await enterBrand(owner)
  for (let each = 0; each < 8; each += 1) {
    const added = await addDomain(owner, brand, `acme${each}.com`)
    house.world.publish(challengeOf(added, 'dns-txt'))
    await owner.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
  }
  const { rows } = await house.deps.db.client.execute("select due_at from jobs where kind = 'look-domain'")
  const due = rows.map((row) => Number(row['due_at']) - house.deps.clock.now())
  expect(new Set(due).size).toBeGreaterThanOrEqual(6)
  for (const wait of due) {
    expect(wait).toBeLessThanOrEqual(day)
    expect(wait).toBeGreaterThan(day - hour)
  }
})

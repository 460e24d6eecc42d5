import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { runJobs } from '#jobs/run.ts'
import { handlers } from '#work.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  enterBrand,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'

type Waiting = { readonly house: House; readonly owner: Owner; readonly added: AddedDomain }

/** A pending domain whose zone keeps a "no" for so many seconds. */
async function pending(negativeTtl = 0): Promise<Waiting> {
  const house = await openHouse()
  const owner = await house.owner()
  house.world.dns.zone('acme.com', { negativeTtl })
  house.world.web.site('acme.com')
  return { house, owner, added: await addDomain(owner, await enterBrand(owner), 'acme.com') }
}

/** The same, after its owner said "ready" before the record was there. */
async function waiting(negativeTtl = 0): Promise<Waiting> {
  const all = await pending(negativeTtl)
  const { body } = await all.owner.post(`/v1/domains/${all.added.id}/check`)
  expect(body.state).toBe('pending')
  return all
}

const looks = ({ world }: House) =>
  world.asked.filter((line) => line === 'primary.test TXT _veramarca-challenge.acme.com').length
const shown = async ({ owner, added }: Waiting) => (await owner.get(`/v1/domains/${added.id}`)).body

/** Lets time pass in steps and gives the moments, from the start, at which a look was made. */
async function lookTimes({ house }: Waiting, step: number, until: number): Promise<number[]> {
  const times: number[] = []
  for (let passed = step; passed <= until; passed += step) {
    const before = looks(house)
    house.pass(step)
    await house.work()
    if (looks(house) > before) times.push(passed)
  }
  return times
}

test.each([0, 3, 90, 7_200])(
  'a check advises to ask again when we look ourselves, with a "no" kept for %i s',
  async (ttl) => {
    const { house, owner, added } = await pending(ttl)
    const { body } = await owner.post(`/v1/domains/${added.id}/check`)
    const seconds = (Date.parse(body.next_look_at) - house.deps.clock.now()) / second
    expect(body.retry_after).toBe(seconds)
    expect(seconds).toBe(Math.max(5, ttl))
  },
)

describe('before the owner says "ready"', () => {
  test('nothing at all is looked up, so that no resolver keeps a "no"', async () => {
    const { house } = await pending()
    for (let passed = 0; passed < 31; passed += 1) {
      house.pass(day)
      await house.work()
    }
    expect(house.world.asked).toEqual([])
    expect(house.sent).toEqual([])
  })
})

describe('after it', () => {
  test('we look again by ourselves after 5 s, 15 s, 30 s, 1 min, 2 min, 5 min', async () => {
    const all = await waiting()
    expect((await shown(all)).next_look_at).toBe('2026-03-01T12:00:05Z')
    const times = await lookTimes(all, 5 * second, 540 * second)
    expect(times.map((at) => at / second)).toEqual([5, 20, 50, 110, 230, 530])
  })

  test('and in the end hourly, until the token ends after 30 days', async () => {
    const all = await waiting()
    await lookTimes(all, day, 29 * day)
    expect((await lookTimes(all, 10 * minute, 2 * hour)).length).toBeGreaterThanOrEqual(2)
    all.house.pass(day)
    await all.house.work()
    const before = looks(all.house)
    expect(await shown(all)).toMatchObject({ state: 'pending', next_look_at: null })
    all.house.pass(day)
    await all.house.work()
    expect(looks(all.house)).toBe(before)
    const { rows } = await all.house.deps.db.client.execute(
      "select count(*) as many from jobs where kind = 'look-domain'",
    )
    expect(rows[0]?.['many']).toBe(0)
  })

  test('never sooner than the zone’s negative TTL', async () => {
    const all = await waiting(90)
    const times = await lookTimes(all, 10 * second, 600 * second)
    expect(times.map((at) => at / second)).toEqual([90, 180, 300, 600])
  })

  test('what is published then is found, the owner is told, and nothing is awaited any more', async () => {
    const all = await waiting()
    const { house, owner, added } = all
    house.world.publish(challengeOf(added, 'dns-txt'))
    house.pass(5 * second)
    await house.work()
    expect(await shown(all)).toMatchObject({ state: 'proved', method: 'dns-txt', next_look_at: null })
    expect((await owner.get('/v1/notices')).body.items).toMatchObject([
      {
        kind: 'domain_proved',
        subject: added.id,
        detail: 'What you published for acme.com has been seen: it is proved.',
      },
    ])
    expect((await house.ask('/v1/lookup?q=acme.com')).body.verdict).toBe('controlled')
  })

  test('whatever method was used, not only the one that was named', async () => {
    const all = await pending()
    const { house, owner, added } = all
    await owner.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
    house.world.publish(challengeOf(added, 'html-meta'))
    house.pass(5 * second)
    await house.work()
    expect(await shown(all)).toMatchObject({ state: 'proved', method: 'html-meta' })
  })

  test('an outage changes nothing, and the looks go on', async () => {
    const all = await waiting()
    all.house.world.dns.servfail('.')
    const times = await lookTimes(all, 5 * second, 110 * second)
    expect(times.map((at) => at / second)).toEqual([5, 20, 50, 110])
    all.house.world.dns.heal('.')
    all.house.world.publish(challengeOf(all.added, 'dns-txt'))
    await lookTimes(all, 5 * second, 120 * second)
    expect((await shown(all)).state).toBe('proved')
  })

  test('each look is listed; those that saw nothing keep no more than their outcome', async () => {
    const all = await waiting()
    await lookTimes(all, 5 * second, 20 * second)
    const { attempts } = await shown(all)
    expect(attempts).toHaveLength(12)
    const [newest, manual] = [attempts[0], attempts.at(-1)]
    expect(newest).toMatchObject({ outcome: 'refused', at: '2026-03-01T12:00:20Z' })
    expect(newest.perspectives[0].evidence).toBeNull()
    expect(manual.perspectives[0].evidence).toMatchObject({ started_at: '2026-03-01T12:00:00Z' })
  })

  test('saying so again begins the schedule anew', async () => {
    const all = await waiting()
    await lookTimes(all, 5 * second, 240 * second)
    await all.owner.post(`/v1/domains/${all.added.id}/check`)
    expect((await lookTimes(all, 5 * second, 60 * second)).map((at) => at / second)).toEqual([5, 20, 50])
  })

  test('a fresh token is not looked for until its owner says so', async () => {
    const all = await waiting()
    await all.owner.post(`/v1/domains/${all.added.id}/challenges`)
    expect((await shown(all)).next_look_at).toBeNull()
    expect(await lookTimes(all, minute, 10 * minute)).toEqual([])
  })

  test('a released domain is awaited no more', async () => {
    const all = await waiting()
    await all.owner.delete(`/v1/domains/${all.added.id}`)
    expect(await lookTimes(all, minute, 10 * minute)).toEqual([])
  })

  test('a queue carries each look for the moment it is due', async () => {
    const all = await waiting()
    await lookTimes(all, 5 * second, 20 * second)
    expect(all.house.sent.map(({ delaySeconds }) => delaySeconds)).toEqual([5, 15, 30])
    expect(new Set(all.house.sent.map(({ jobId }) => jobId)).size).toBe(1)
  })
})

describe('a crowd that waits for one name', () => {
  test('lets nobody’s "ready" go unheard: who finds no room is looked at by schedule', async () => {
    const { house, owner, added } = await pending()
    house.world.publish(challengeOf(added, 'dns-txt'))
    const sql =
      "insert into budgets (target, purpose, window_start, used) values ('acme.com', 'manual', ?, 1000)"
    await house.deps.db.client.execute({ sql, args: [house.deps.clock.now()] })
    const { status, body } = await owner.post(`/v1/domains/${added.id}/check`)
    expect([status, body.reason]).toEqual([429, 'target_busy'])
    house.pass(5 * second)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body.state).toBe('proved')
  })

  test('has a share of the target for each organisation, so that one alone cannot use it up', async () => {
    const { house, owner } = await pending()
    const crowd = await house.owner('Crowd Ltd')
    const brand = await enterBrand(crowd)
    const names = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => await addDomain(crowd, brand, `shop${n}.acme.com`)),
    )
    let granted = 0
    for (let round = 0; round < 12; round += 1) {
      for (const name of names) {
        if ((await crowd.post(`/v1/domains/${name.id}/check`, { method: 'dns-txt' })).status === 200)
          granted += 1
      }
      house.pass(5 * second)
    }
    expect(granted).toBeLessThanOrEqual(400)
    const late = await addDomain(owner, await enterBrand(owner), 'late.acme.com')
    expect((await owner.post(`/v1/domains/${late.id}/check`, { method: 'dns-txt' })).status).toBe(200)
  })

  test('uses up its own budget and not that of the proofs that stand', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const added = await proveBrand(house, owner)
    const crowd = await house.owner('Crowd Ltd')
    const hopeful = await addDomain(crowd, await enterBrand(crowd), 'acme.com')
    await crowd.post(`/v1/domains/${hopeful.id}/check`)
    house.pass(day)
    const sql =
      "insert into budgets (target, purpose, window_start, used) values ('acme.com', 'awaited', ?, 1000)"
    await house.deps.db.client.execute({ sql, args: [house.deps.clock.now()] })
    const before = looks(house)
    await house.work()
    expect(looks(house) - before).toBe(1)
    expect((await owner.get(`/v1/domains/${added.id}`)).body.checked_at).toBe('2026-03-02T12:00:00Z')
    const { state, next_look_at: next } = (await crowd.get(`/v1/domains/${hopeful.id}`)).body
    expect([state, next]).toEqual(['pending', '2026-03-02T13:00:00Z'])
  })
})

describe('a proved domain with a fresh token', () => {
  test('is looked at for the new one by schedule and for the old one daily, and the new one takes over', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const added = await proveBrand(house, owner)
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    house.pass(minute)
    await owner.post(`/v1/domains/${added.id}/check`)
    house.pass(5 * second)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      state: 'proved',
      checked_at: '2026-03-01T12:00:00Z',
      next_look_at: '2026-03-01T12:01:20Z',
    })
    house.world.publish(challengeOf({ challenges: fresh.challenges }, 'dns-cname'))
    house.pass(15 * second)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      state: 'proved',
      method: 'dns-cname',
      checked_at: '2026-03-01T12:01:20Z',
      next_look_at: null,
    })
  })

  test('prefers the new one where both are seen', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const added = await proveBrand(house, owner)
    house.pass(day - minute)
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    await owner.post(`/v1/domains/${added.id}/check`)
    house.world.publish(challengeOf({ challenges: fresh.challenges }, 'dns-txt'))
    house.pass(minute)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      state: 'proved',
      next_look_at: null,
    })
  })

  test('whose record is put back is seen within seconds of "ready", not a day later', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const added = await proveBrand(house, owner)
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.pass(day)
    await house.work()
    await owner.post(`/v1/domains/${added.id}/check`)
    expect((await owner.get(`/v1/domains/${added.id}`)).body.state).toBe('failing')
    house.world.publish(challengeOf(added, 'dns-txt'))
    house.pass(5 * second)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body.state).toBe('proved')
  })

  test('does not go back to the old one by a look that began before the new one took over', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const added = await proveBrand(house, owner)
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    house.pass(day)
    let meanwhile: Promise<string> | undefined
    const perspectives = house.world.net.perspectives.map((place) => ({
      ...place,
      dns: {
        ask: async (...[name, type]: Parameters<typeof place.dns.ask>) => {
          const answer = await place.dns.ask(name, type)
          meanwhile ??= publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })
          await meanwhile
          return answer
        },
      },
    }))
    const deps = { ...house.deps, net: { ...house.deps.net, perspectives } }
    await runJobs(deps, handlers(deps), { limit: 100 })
    expect(await meanwhile).toBe('proved')
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.pass(day)
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body.state).toBe('proved')
  })
})

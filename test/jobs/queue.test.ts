import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { hour, minute, second } from '#base/clock.ts'
import { jobs } from '#db/schema.ts'
import { listAlarms } from '#jobs/alarm.ts'
import { enqueue, finish, forget, lease, postpone, takeForQueue, type Job } from '#jobs/queue.ts'
import { runJobs, type Handlers } from '#jobs/run.ts'
import { openHouse, type House } from '#test/support/house.ts'

const idle: Handlers = {
  'look-domain': async () => {},
  'look-continuity': async () => {},
  'look-claim': async () => {},
  'look-site': async () => {},
  'look-recovery': async () => {},
  'pass-domain': async () => {},
  'draw-badge': async () => {},
  'reissue-badges': async () => {},
  'send-mail': async () => {},
  'sweep-sign-ins': async () => {},
  'fill-names': async () => {},
  'issue-badge': async () => {},
}

/** A house with so many jobs due now, which nobody else makes. */
async function withJobs(count: number): Promise<House> {
  const house = await openHouse()
  const { deps } = house
  const dueAt = deps.clock.now()
  const all = Array.from({ length: count }, (_, index) =>
    enqueue(deps, { kind: 'issue-badge', subject: `br_${index}`, target: null, dueAt }),
  )
  expect(await deps.db.write(all)).toMatchObject({ written: true })
  return house
}
const rows = async ({ deps }: House) => await deps.db.orm.select().from(jobs)
const only = async ({ deps }: House): Promise<Job> => {
  const [job] = await lease(deps, { limit: 1 })
  if (job === undefined) throw new Error('Nothing was free')
  return job
}

describe('a lease', () => {
  test('of one job is given to one of fifty takers', async () => {
    const { deps } = await withJobs(1)
    const taken = await Promise.all(Array.from({ length: 50 }, () => lease(deps, { limit: 10 })))
    expect(taken.flat()).toHaveLength(1)
  })

  test('of many jobs gives each to one of fifty takers, and none to nobody', async () => {
    const { deps } = await withJobs(120)
    const taken = await Promise.all(Array.from({ length: 50 }, () => lease(deps, { limit: 3 })))
    expect(taken.every((own) => own.length <= 3)).toBe(true)
    const subjects = taken.flat().map(({ subject }) => subject)
    expect(subjects).toHaveLength(120)
    expect(new Set(subjects).size).toBe(120)
    expect(new Set(taken.flat().map(({ leaseId }) => leaseId)).size).toBeGreaterThan(1)
  })

  test('takes what has waited longest, and nothing that is not due', async () => {
    const house = await withJobs(0)
    const { deps } = house
    const now = deps.clock.now()
    const at = (subject: string, dueAt: number) =>
      enqueue(deps, { kind: 'issue-badge', subject, target: null, dueAt })
    await deps.db.write([at('later', now + 1), at('second', now - 5), at('first', now - 9), at('third', now)])
    expect((await lease(deps, { limit: 2 })).map(({ subject }) => subject).toSorted()).toEqual([
      'first',
      'second',
    ])
    expect((await lease(deps, { limit: 9 })).map(({ subject }) => subject)).toEqual(['third'])
    house.pass(1)
    expect((await lease(deps, { limit: 9 })).map(({ subject }) => subject)).toEqual(['later'])
  })

  test('by id takes the job only when it is due; by subject whenever', async () => {
    const house = await withJobs(0)
    const { deps } = house
    const dueAt = deps.clock.now() + hour
    await deps.db.write([enqueue(deps, { kind: 'issue-badge', subject: 'br_a', target: null, dueAt })])
    const [row] = await rows(house)
    expect(await lease(deps, { id: row?.id ?? '' })).toEqual([])
    expect(await lease(deps, { kind: 'pass-domain', subject: 'br_a' })).toEqual([])
    expect(await lease(deps, { kind: 'issue-badge', subject: 'br_a' })).toMatchObject([
      { subject: 'br_a', attempts: 1 },
    ])
    expect(await lease(deps, { kind: 'issue-badge', subject: 'br_a' })).toEqual([])
  })

  test('that ran out is anybody’s again, and then its first holder can neither finish nor postpone', async () => {
    const house = await withJobs(1)
    const { deps } = house
    const first = await only(house)
    house.pass(2 * minute - 1)
    expect(await lease(deps, { limit: 1 })).toEqual([])
    expect(await takeForQueue(deps, 10)).toEqual([])
    house.pass(1)
    expect(await takeForQueue(deps, 10)).toEqual([first.id])
    const second = await only(house)
    expect(second).toMatchObject({ id: first.id, attempts: 2 })
    const before = await rows(house)
    await deps.db.write([finish(deps, first)])
    await deps.db.write([postpone(deps, first, { dueAt: 0, lastError: 'late' })])
    expect(await rows(house)).toEqual(before)
    await deps.db.write([finish(deps, second)])
    expect(await rows(house)).toEqual([])
  })
})

describe('a queue', () => {
  test('is given a due job once, and again only when it may have lost it', async () => {
    const house = await withJobs(2)
    const { deps } = house
    const all = (await rows(house)).map(({ id }) => id)
    expect((await takeForQueue(deps, 10)).toSorted()).toEqual(all.toSorted())
    house.pass(10 * minute - 1)
    expect(await takeForQueue(deps, 10)).toEqual([])
    house.pass(1)
    expect(await takeForQueue(deps, 10)).toHaveLength(2)
  })
})

describe('asking for work', () => {
  test('twice is one job with its newest time, a fresh count and no old error', async () => {
    const house = await withJobs(1)
    const { deps } = house
    await deps.db.write([postpone(deps, await only(house), { dueAt: 1, lastError: 'failed once' })])
    const dueAt = deps.clock.now() + hour
    const [before] = await rows(house)
    expect(before).toMatchObject({ attempts: 1, lastError: 'failed once' })
    for (let each = 0; each < 3; each += 1) {
      await deps.db.write([enqueue(deps, { kind: 'issue-badge', subject: 'br_0', target: null, dueAt })])
    }
    expect(await rows(house)).toEqual([
      { ...before, dueAt, attempts: 0, lastError: null, leaseId: null, leasedUntil: 0 },
    ])
  })

  test('for what is being done takes it from who does it, so that what he read before is not the last word', async () => {
    const house = await withJobs(1)
    const { deps } = house
    const held = await only(house)
    await deps.db.write([
      enqueue(deps, { kind: 'issue-badge', subject: 'br_0', target: null, dueAt: deps.clock.now() }),
    ])
    await deps.db.write([finish(deps, held)])
    expect(await rows(house)).toHaveLength(1)
    expect(await lease(deps, { limit: 1 })).toHaveLength(1)
  })

  test('for a look without a target is impossible: every look draws on somebody’s budget', async () => {
    const { deps } = await withJobs(0)
    const look = enqueue(deps, { kind: 'look-domain', subject: 'dom_a', target: null, dueAt: 0 })
    expect(await deps.db.write([look])).toEqual({ written: false, violated: 'job_has_target' })
  })

  test('no longer forgets the job of that kind and subject alone', async () => {
    const house = await withJobs(2)
    await house.deps.db.write([
      forget(house.deps, 'pass-domain', 'br_0'),
      forget(house.deps, 'issue-badge', 'br_1'),
    ])
    expect((await rows(house)).map(({ subject }) => subject)).toEqual(['br_0'])
  })
})

describe('a run', () => {
  test('does each job once, and what is done is gone', async () => {
    const house = await withJobs(30)
    const done: string[] = []
    const handlers: Handlers = { ...idle, 'issue-badge': async ({ subject }) => void done.push(subject) }
    const ran = await Promise.all(
      Array.from({ length: 5 }, () => runJobs(house.deps, handlers, { limit: 100 })),
    )
    expect(ran.reduce((sum, each) => sum + each.done, 0)).toBe(30)
    expect(done.toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `br_${index}`).toSorted())
    expect(await rows(house)).toEqual([])
  })

  test('keeps a job that fails, with its error, and waits longer each time up to an hour', async () => {
    const house = await withJobs(1)
    const { deps } = house
    const failing: Handlers = { ...idle, 'issue-badge': () => Promise.reject(new Error('The world ended')) }
    const waits: number[] = []
    for (let each = 0; each < 12; each += 1) {
      const { done, failed } = await runJobs(deps, failing, { limit: 10 })
      expect([done, failed.length]).toEqual([0, 1])
      const [row] = await rows(house)
      expect(row).toMatchObject({ lastError: 'Error: The world ended', leaseId: null, attempts: each + 1 })
      const wait = (row?.dueAt ?? 0) - deps.clock.now()
      waits.push(wait / second)
      house.pass(wait - 1)
      expect((await runJobs(deps, failing, { limit: 10 })).failed).toEqual([])
      house.pass(1)
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600, 3_600])
    expect((await runJobs(deps, idle, { limit: 10 })).done).toBe(1)
    expect(await rows(house)).toEqual([])
  })

  test('tells the operator when work of a kind fails a fifth time, once, until it is done', async () => {
    const house = await withJobs(2)
    const { deps } = house
    const failing: Handlers = { ...idle, 'issue-badge': () => Promise.reject(new Error('The world ended')) }
    for (let each = 0; each < 4; each += 1) {
      await runJobs(deps, failing, { limit: 10 })
      house.pass(hour)
    }
    expect(await listAlarms(deps)).toEqual([])
    await runJobs(deps, failing, { limit: 10 })
    const detail = 'Work of the kind issue-badge fails again and again: Error: The world ended'
    const alarm = { kind: 'job_failing', subject: 'issue-badge', detail, count: 2 }
    expect(await listAlarms(deps)).toMatchObject([{ ...alarm, endedAt: null }])
    house.pass(hour)
    await runJobs(deps, idle, { limit: 10 })
    expect(await listAlarms(deps)).toMatchObject([{ ...alarm, endedAt: deps.clock.now() }])
  })

  test('stops no other job when one fails, or throws what is no error', async () => {
    const house = await withJobs(3)
    const handlers: Handlers = {
      ...idle,
      'issue-badge': async ({ subject }) => {
        // oxlint-disable-next-line typescript/only-throw-error -- whatever a handler throws is kept
        if (subject === 'br_1') throw 'a string'
      },
    }
    expect(await runJobs(house.deps, handlers, { limit: 10 })).toMatchObject({
      done: 2,
      failed: [{ job: { subject: 'br_1' } }],
    })
    expect(await rows(house)).toMatchObject([{ subject: 'br_1', lastError: 'a string' }])
  })

  test('keeps of an error what fits a line or two', async () => {
    const house = await withJobs(1)
    const handlers: Handlers = { ...idle, 'issue-badge': () => Promise.reject(new Error('x'.repeat(10_000))) }
    await runJobs(house.deps, handlers, { limit: 1 })
    expect((await rows(house))[0]?.lastError).toHaveLength(500)
  })

  test('leaves a job that its handler has moved where it was moved', async () => {
    const house = await withJobs(1)
    const { deps } = house
    const dueAt = deps.clock.now() + hour
    const moving: Handlers = {
      ...idle,
      'issue-badge': async (job) =>
        void (await deps.db.write([postpone(deps, job, { dueAt, lastError: null })])),
    }
    expect(await runJobs(deps, moving, { limit: 1 })).toMatchObject({ done: 1, failed: [] })
    expect(await rows(house)).toMatchObject([{ dueAt, leaseId: null }])
  })

  test('that was killed is done again by another, once', async () => {
    const house = await withJobs(1)
    await lease(house.deps, { limit: 1 })
    let done = 0
    const counting: Handlers = { ...idle, 'issue-badge': async () => void (done += 1) }
    await runJobs(house.deps, counting, { limit: 10 })
    expect(done).toBe(0)
    house.pass(2 * minute)
    await runJobs(house.deps, counting, { limit: 10 })
    await runJobs(house.deps, counting, { limit: 10 })
    expect(done).toBe(1)
  })

  test('passes over kinds that it does not know, as after a step back to an older version', async () => {
    const house = await withJobs(1)
    const { db } = house.deps
    await db.write([db.orm.update(jobs).set({ kind: 'from-the-future' }).where(eq(jobs.subject, 'br_0'))])
    expect(await runJobs(house.deps, idle, { limit: 10 })).toEqual({ done: 0, failed: [] })
    expect(await rows(house)).toHaveLength(1)
  })
})

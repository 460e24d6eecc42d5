import { expect, test, vi } from 'vitest'
import { jobs } from '#db/schema.ts'
import { keepWorking } from '#jobs/keep-working.ts'
import { enqueue } from '#jobs/queue.ts'
import type { Handlers } from '#jobs/run.ts'
import { openHouse, type House } from '#test/support/house.ts'

const nothing = async (): Promise<void> => {}

/** A house with so many badges due now, which nobody else makes. */
async function withJobs(count: number): Promise<House> {
  const house = await openHouse()
  await addJobs(house, 'br', count)
  return house
}

async function addJobs({ deps }: House, prefix: string, count: number): Promise<void> {
  const dueAt = deps.clock.now()
  const all = Array.from({ length: count }, (_each, index) =>
    enqueue(deps, { kind: 'issue-badge', subject: `${prefix}_${index}`, target: null, dueAt }),
  )
  await deps.db.write(all)
}

function issuing(issue: (subject: string) => Promise<void>): Handlers {
  return {
    'look-domain': nothing,
    'look-continuity': nothing,
    'look-claim': nothing,
    'look-site': nothing,
    'look-recovery': nothing,
    'pass-domain': nothing,
    'draw-badge': async () => {},
    'reissue-badges': async () => {},
    'send-mail': async () => {},
    'sweep-sign-ins': async () => {},
    'fill-names': async () => {},
    'issue-badge': async ({ subject }) => await issue(subject),
  }
}

const left = async ({ deps }: House) => (await deps.db.orm.select().from(jobs)).map(({ subject }) => subject)

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

const failOn = (failure: unknown): never => {
  throw new Error('Nothing should fail', { cause: failure })
}

test('one slow job holds no other up, however many there are', async () => {
  const house = await withJobs(20)
  const slow = gate()
  const handlers = issuing((subject) => (subject === 'br_0' ? slow.opened : nothing()))
  const worker = keepWorking(house.deps, handlers, { atOnce: 4, report: failOn })
  await vi.waitFor(async () => expect(await left(house)).toEqual(['br_0']), { timeout: 5_000 })
  await addJobs(house, 'later', 3)
  await vi.waitFor(async () => expect(await left(house)).toEqual(['br_0']), { timeout: 5_000 })
  slow.open()
  await worker.stop()
  expect(await left(house)).toEqual([])
})

test('no more jobs are under way than there are places, and each is done once', async () => {
  const house = await withJobs(23)
  const done: string[] = []
  let now = 0
  let most = 0
  const handlers = issuing(async (subject) => {
    most = Math.max(most, (now += 1))
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    done.push(subject)
  })
  const worker = keepWorking(house.deps, handlers, { atOnce: 5, report: failOn })
  await vi.waitFor(() => expect(done).toHaveLength(23), { timeout: 5_000 })
  await worker.stop()
  expect(most).toBe(5)
  expect(new Set(done).size).toBe(23)
})

test('stopping waits for what is under way and takes nothing more', async () => {
  const house = await withJobs(6)
  const slow = gate()
  let begun = 0
  const handlers = issuing(async () => {
    begun += 1
    await slow.opened
  })
  const worker = keepWorking(house.deps, handlers, { atOnce: 2, report: failOn })
  await vi.waitFor(() => expect(begun).toBe(2))
  let stopped = false
  const stopping = worker.stop().then(() => (stopped = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(stopped).toBe(false)
  slow.open()
  await stopping
  expect([begun, (await left(house)).length]).toEqual([2, 4])
})

test('a job that fails is told of and kept, and so is a database that fails; the work goes on', async () => {
  const house = await withJobs(3)
  const handlers = issuing(async (subject) => {
    if (subject === 'br_1') throw new Error('No ink')
  })
  const { db } = house.deps
  const broken = new Error('The disk is full')
  let asked = 0
  const seams = {
    ...house.deps,
    get db() {
      asked += 1
      if (asked === 1) throw broken
      return db
    },
  }
  const told: unknown[] = []
  const worker = keepWorking(seams, handlers, { atOnce: 9, report: (failure) => void told.push(failure) })
  await vi.waitFor(async () => expect(await left(house)).toEqual(['br_1']), { timeout: 5_000 })
  await worker.stop()
  expect(told).toMatchObject([{ error: broken }, { job: { subject: 'br_1' }, error: { message: 'No ink' } }])
})

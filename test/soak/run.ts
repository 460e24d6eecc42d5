import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { minute, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase, type Db } from '#db/open.ts'
import { percentile, residentMegabytes, startScript, type Running } from '#test/bench/process.ts'
import { freePort } from '#test/support/free-port.ts'
import { startInternet } from '#test/support/internet/internet.ts'
import { textIn } from '#test/support/stored.ts'
import { askLookups } from './lookups.ts'
import { domainId, publish, seedDomains, type Plan } from './plan.ts'
import { findViolations, type Found } from './violations.ts'

/**
 * Daily looks at a steady rate through the unchanged built server on an embedded file, killed once in the middle.
 * SOAK_MINUTES and SOAK_RATE (looks a minute) set its size. Ends with 1 when a job was lost or a decision doubled.
 */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const perMinute = Number(process.env['SOAK_RATE'] ?? 1_000)

const folder = await mkdtemp(join(tmpdir(), 'veramarca-soak-'))
const internet = await startInternet({ resolvers: 3 })
const url = `file:${join(folder, 'soak.db')}`
const db = await openDatabase({ url })
const env = { ...internet.env, DATABASE_URL: url, PORT: String(await freePort()) }
let server: Running | null = null
let resident = 0
const sampling = setInterval(() => void sample(), second)

try {
  await migrateDatabase(db, 'drizzle')
  const plan = await seedDomains(db, minutes, perMinute)
  publish(internet.zone, plan.count)
  server = await startScript('.build/node.js', env)
  const asker = askLookups(plan.count * 10, () => server)
  console.log(`${plan.count} domains, ${perMinute} looks a minute for ${minutes} minutes`)

  await until(plan.beginsAt + (minutes * minute) / 2)
  await untilUnderLease(db)
  const killed = server
  server = null
  await killed.end('SIGKILL')
  const interrupted = await underLease(db)
  server = await startScript('.build/node.js', env)

  await until(plan.endsAt)
  const isDrained = await untilNothingIsDue(db)
  await asker.stop()
  const code = await server.end('SIGTERM')
  const found = await findViolations(db, plan, internet, interrupted)
  const violations = [
    ...found.violations,
    ...(isDrained ? [] : ['jobs were still due when the lease of a dead worker had long run out']),
    ...(code === 0 ? [] : [`the server ended with ${code}`]),
    ...asker.failures(),
  ]
  report(plan, found, interrupted, asker.latencies())
  for (const violation of violations.slice(0, 20)) console.error(violation)
  console.log(violations.length === 0 ? 'Nothing lost, nothing doubled.' : `${violations.length} violations`)
  process.exitCode = violations.length === 0 ? 0 : 1
} finally {
  clearInterval(sampling)
  await server?.end('SIGKILL')
  db.close()
  await internet.close()
  await rm(folder, { recursive: true, force: true })
}

async function until(at: number): Promise<void> {
  await pause(Math.max(0, at - Date.now()))
}

async function underLease({ client }: Db): Promise<ReadonlySet<string>> {
  const { rows } = await client.execute({
    sql: "select subject from jobs where kind = 'look-domain' and leased_until > ?",
    args: [Date.now()],
  })
  return new Set(rows.map((row) => textIn(row, 'subject')))
}

/** A kill between two looks would show nothing: jobs are held, and some have asked already. */
async function untilUnderLease(opened: Db): Promise<void> {
  while ((await underLease(opened)).size < 3) await pause(2)
  const asked = internet.requests.length
  while (internet.requests.length < asked + 3) await pause(1)
}

/** Whoever died gives his jobs back after the lease; half a minute more is a worker's who does not keep up. */
async function untilNothingIsDue({ client }: Db): Promise<boolean> {
  const deadline = Date.now() + lifetimes.jobLease + 30 * second
  while (Date.now() < deadline) {
    const { rows } = await client.execute({
      sql: 'select 1 from jobs where due_at <= ? limit 1',
      args: [Date.now()],
    })
    if (rows.length === 0) return true
    await pause(500)
  }
  return false
}

async function sample(): Promise<void> {
  if (server === null) return
  // The server may end between the two lines.
  resident = Math.max(resident, await residentMegabytes(server.pid).catch(() => 0))
}

function report(
  plan: Plan,
  { looks, lookedAt, unlearnt }: Found,
  interrupted: ReadonlySet<string>,
  latencies: readonly number[],
): void {
  const late = (wanted: boolean) =>
    Array.from({ length: plan.count }, (_each, n) => n)
      .filter((n) => interrupted.has(domainId(n)) === wanted)
      .map((n) => (lookedAt.get(domainId(n)) ?? Number.NaN) - plan.dueAt(n))
      .toSorted((a, b) => a - b)
  const perMinuteSeen = Map.groupBy(lookedAt.values(), (at) => Math.floor((at - plan.beginsAt) / minute))
  const counts = [...perMinuteSeen].toSorted(([a], [b]) => a - b).map(([, ats]) => ats.length)
  const [steady, held] = [late(false), late(true)]
  const repeated = [...interrupted].filter((id) => looks.get(id) === 2).length
  console.log(`looks in each minute: ${counts.join(' ')}; timed out beside an answer: ${unlearnt}`)
  console.log(`from due to stored, ms: ${figures(steady)}`)
  console.log(
    `under lease at the kill: ${interrupted.size}, looked at again: ${repeated}, from due to stored, ms: ${figures(held)}`,
  )
  console.log(`${latencies.length} lookups meanwhile, ms: ${figures(latencies)}`)
  console.log(`resident memory of the server: ${resident} MB at most`)
}

function figures(sorted: readonly number[]): string {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(sorted, share).toFixed(1))
  return `p50 ${p50}, p99 ${p99}, max ${sorted.at(-1)?.toFixed(1) ?? '-'}`
}

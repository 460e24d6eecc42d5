import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon, { type Request, type Result } from 'autocannon'
import { issueBadge } from '#badges/issue-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { systemClock } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { benchIssues } from './issues.ts'
import { benchParses } from './parses.ts'
import { benchPictures } from './pictures.ts'
import { residentMegabytes, startScript, type Running } from './process.ts'
import { accountUrl, seed, slugOf } from './seed.ts'
import { benchValidations } from './validations.ts'

/**
 * Requests a second and p99 over 100,000 registered accounts, each beside a bare Hono "hello" of the same run; then
 * accounts read and badges issued per second, and whole validations of a domain beside another's single look.
 */
const brandCount = 10_000
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const connections = 40

const folder = await mkdtemp(join(tmpdir(), 'veramarca-bench-'))
const running: Running[] = []

async function start(script: string, env: Record<string, string>): Promise<Running> {
  const started = await startScript(script, env)
  running.push(started)
  return started
}

async function load(url: string, requests?: Request[], atOnce = connections): Promise<Result> {
  const result = await autocannon({
    url,
    connections: atOnce,
    duration: seconds,
    ...(requests === undefined ? {} : { requests }),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result
}

try {
  const url = `file:${join(folder, 'bench.db')}`
  const db = await openDatabase({ url })
  await migrateDatabase(db, 'drizzle')
  await seed(db, brandCount)
  const clock = systemClock()
  const signer = await createSigner(await generateSigningKeys(), clock)
  const site = { publicUrl: 'https://registry.example', atHome: false }
  await issueBadge({ db, clock, random: systemRandom, signer, site, queue: null }, 'br_123')
  db.close()

  const hello = await start('test/bench/hello.ts', {})
  const house = await start('.build/node.js', { DATABASE_URL: url })
  const hot = `/v1/lookup?q=${encodeURIComponent(accountUrl(1_230))}`
  let next = 0
  const cold: Request = {
    setupRequest: (request) => {
      next += 1
      return { ...request, path: `/v1/lookup?q=${encodeURIComponent(accountUrl(next * 10))}&n=${next}` }
    },
  }
  await load(hello.url)
  const baseline = await load(hello.url)
  const rows: [string, Result][] = [
    ['hello (bare Hono)', baseline],
    ['lookup, hot', await load(`${house.url}${hot}`)],
    ['lookup, cold', await load(house.url, [cold])],
    ['badge SVG, hot', await load(`${house.url}/badges/${slugOf(123)}.svg`)],
    ['badge SVG signed, hot', await load(`${house.url}/badges/${slugOf(123)}/en/card-auto.signed.svg`)],
    ['badge JWT, hot', await load(`${house.url}/badges/${slugOf(123)}.jwt`)],
  ]
  const bulk: Request = {
    method: 'POST',
    path: '/v1/lookup',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries: Array.from({ length: 100 }, (_, index) => accountUrl(index * 10)) }),
  }
  const hundred = await load(house.url, [bulk], 1)
  const again = await load(hello.url)
  const mean = (baseline.requests.average + again.requests.average) / 2
  console.log('| request | per second | ratio to hello | p99 ms |')
  console.log('|---|---:|---:|---:|')
  for (const [name, { requests, latency }] of rows) {
    console.log(
      `| ${name} | ${Math.round(requests.average)} | ${(requests.average / mean).toFixed(3)} | ${latency.p99} |`,
    )
  }
  const { p50, p99 } = hundred.latency
  console.log(`\nA hundred lookups in one request, hot: p50 ${p50} ms, p99 ${p99} ms`)
  console.log(`\nResident memory of the server afterwards: ${await residentMegabytes(house.pid)} MB`)
} finally {
  for (const each of running) await each.end('SIGKILL')
  await rm(folder, { recursive: true, force: true })
}

console.log()
await benchParses(seconds / 4)
await benchPictures(seconds / 4)
await benchIssues(seconds / 4)
console.log()
await benchValidations(seconds / 8)

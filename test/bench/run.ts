import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon, { type Request, type Result } from 'autocannon'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { freePort } from '#test/support/free-port.ts'
import { untilAnswers } from '#test/support/until.ts'
import { accountUrl, seed, slugOf } from './seed.ts'

/** Requests a second and p99 over 100,000 registered accounts, each beside a bare Hono "hello" of the same run. */
const brandCount = 10_000
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const connections = 40

const folder = await mkdtemp(join(tmpdir(), 'veramarca-bench-'))
const children: ChildProcess[] = []

async function start(script: string, env: Record<string, string>): Promise<{ url: string; pid: number }> {
  const port = await freePort()
  // As `npm start` runs it.
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '--enable-source-maps', script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(url, child)
  return { url, pid: child.pid ?? 0 }
}

async function load(url: string, requests?: Request[]): Promise<Result> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(requests === undefined ? {} : { requests }),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}

try {
  const url = `file:${join(folder, 'bench.db')}`
  const db = await openDatabase({ url })
  await migrateDatabase(db, 'drizzle')
  await seed(db, brandCount)
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
  ]
  const again = await load(hello.url)
  const mean = (baseline.requests.average + again.requests.average) / 2
  console.log('| request | per second | ratio to hello | p99 ms |')
  console.log('|---|---:|---:|---:|')
  for (const [name, { requests, latency }] of rows) {
    console.log(
      `| ${name} | ${Math.round(requests.average)} | ${(requests.average / mean).toFixed(3)} | ${latency.p99} |`,
    )
  }
  console.log(`\nResident memory of the server afterwards: ${await residentMegabytes(house.pid)} MB`)
} finally {
  for (const child of children) {
    if (child.exitCode !== null) continue
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
}

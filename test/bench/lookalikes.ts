import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAccount } from '#accounts/parse-account.ts'
import { systemClock } from '#base/clock.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { findLikenesses } from '#lookalikes/likenesses.ts'
import { nameOfAccount } from '#lookalikes/name-of.ts'
import { watchOver } from '#lookalikes/watch.ts'
import { lookUp } from '#registry/lookup.ts'
import { falsePositives, namesOf, recall, slugOf } from '#test/lookalikes/measure.ts'
import { seedNames } from './seed-names.ts'

/**
 * What look-alikes cost and miss: `node test/bench/lookalikes.ts`. Ends with 1 when a gate is not kept. Lists of names, one
 * a line: LOOKALIKES_PROTECTED, and LOOKALIKES_BENIGN (several with commas between); without, those in `names/` and the
 * accounts of the parser's own list.
 */
const protectedFile = process.env['LOOKALIKES_PROTECTED'] ?? 'test/bench/names/protected.txt'
const benignFiles = (process.env['LOOKALIKES_BENIGN'] ?? 'test/bench/names/benign.txt,accounts').split(',')
const aims = [
  ['Cyrillic', 0.95],
  ['hyphen', 0.95],
  ['other suffix', 0.95],
  ['homoglyph', 0.88],
  ['transposition', 0.9],
] as const
const nameCount = Number(process.env['BENCH_NAMES'] ?? 1_000_000)
const gates: readonly (readonly [string, boolean])[] = [...gatesOfRules(), ...(await gatesOfIndex())]
const missed = gates.filter(([, isKept]) => !isKept)
for (const [gate] of missed) console.log(`NOT KEPT: ${gate}`)
process.exitCode = missed.length === 0 ? 0 : 1

function gatesOfRules(): (readonly [string, boolean])[] {
  const own = linesOf(protectedFile).slice(0, 1_000)
  const start = performance.now()
  const watch = watchOver(own.flatMap((name, at) => namesOf(name, `br_${at}`)))
  const built = performance.now() - start
  console.log(`Protected: ${own.length} brands, built in ${built.toFixed(0)} ms`)
  const kept: (readonly [string, boolean])[] = []
  console.log('\n| benign names | count | high | medium | low | µs a name |\n|---|---:|---:|---:|---:|---:|')
  for (const file of benignFiles) {
    const names = file === 'accounts' ? accountNames() : linesOf(file)
    const begun = performance.now()
    const { high, medium, low } = falsePositives(watch, own, names)
    const each = ((performance.now() - begun) * 1_000) / names.length
    console.log(
      `| ${file} | ${names.length} | ${percent(high)} | ${percent(medium)} | ${percent(low)} | ${each.toFixed(0)} |`,
    )
    kept.push(
      [`high at most 0.1 % of ${file}`, high <= 0.001],
      [`medium at most 0.5 % of ${file}`, medium <= 0.005],
    )
  }
  console.log('\n| variants found | high | high or medium | at all |\n|---|---:|---:|---:|')
  let seed = 1
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (const [name, { high, medium, low }] of recall(watch, own, draw)) {
    console.log(
      `| ${name} | ${percent(high)} | ${percent(high + medium)} | ${percent(high + medium + low)} |`,
    )
    const aim = aims.find(([kind]) => name.startsWith(kind))?.[1] ?? 0
    kept.push([`${name}: high or medium of at least ${percent(aim)}`, high + medium >= aim])
  }
  return kept
}

async function gatesOfIndex(): Promise<(readonly [string, boolean])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'veramarca-names-'))
  const db = await openDatabase({ url: `file:${join(folder, 'names.db')}` })
  try {
    await migrateDatabase(db, 'drizzle')
    const own = linesOf(protectedFile).slice(0, 1_000)
    await seedNames(db, own, nameCount)
    const seams = { db, clock: systemClock() }
    const first = performance.now()
    await findLikenesses(seams, { kind: 'account', platform: 'x', name: 'acme' })
    console.log(
      `\n${nameCount} names in the index; the first lookup of a process takes ${(performance.now() - first).toFixed(0)} ms`,
    )
    const names = [...linesOf(benignFiles[0] ?? ''), ...own.map((name) => `${slugOf(name)}s`)].slice(
      0,
      20_000,
    )
    const asked = Array.from({ length: 4_000 }, (_each, at) => names[(at * 7_919) % names.length] ?? 'acme')
    const engine = await timed(
      asked,
      async (name) => void (await findLikenesses(seams, { kind: 'account', platform: 'x', name })),
    )
    const whole = await timed(
      asked,
      async (name) => void (await lookUp(seams, `https://x.com/${slugOf(name).slice(0, 15)}`)),
    )
    const flood = await timed(
      asked.slice(0, 200),
      async () => void (await lookUp(seams, 'https://x.com/flood')),
    )
    console.log(
      `Look-alikes of a name: ${engine.text}\nA whole lookup with them: ${whole.text}\nOf a name that 10,000 others share: ${flood.text}`,
    )
    return [
      ['p95 of look-alikes under 5 ms', engine.p95 < 5],
      ['p95 of a whole lookup under 5 ms', whole.p95 < 5],
    ]
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function timed(names: readonly string[], act: (name: string) => Promise<void>) {
  const times: number[] = []
  for (const name of names) {
    const start = performance.now()
    await act(name)
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return {
    p95: at(0.95),
    text: `p50 ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`,
  }
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function accountNames(): readonly string[] {
  const names = linesOf('test/accounts/account-urls.tsv').flatMap((line) => {
    const parsed = parseAccount(line.split('\t')[1] ?? '')
    return parsed.ok ? (nameOfAccount(parsed.value.platform, parsed.value.handle) ?? []) : []
  })
  return [...new Set(names)]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`
}

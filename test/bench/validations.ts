import { promises as dns } from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { systemClock } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { lookAt } from '#challenges/look.ts'
import type { Challenge } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import { createNodeNet } from '#net/node-net.ts'
import { percentile, startScript } from './process.ts'

/** Few, as the zone looks through all its names for one that is not there, which only ours asks for. */
const domainCount = 20
const rounds = 5
const numbers = Array.from({ length: domainCount }, (_each, n) => n)
const domainOf = (n: number) => `firm${n}.example`
const didOf = (n: number) => `did:plc:${String(n).padStart(24, 'a')}`

type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly mean: number
}
type Addresses = { readonly dohUrls: readonly string[]; readonly udp: string }
type Contestant = { readonly name: string; readonly work: (n: number) => Promise<void> }

/**
 * A whole dns-txt check beside `@atproto/identity`'s HandleResolver, which looks a handle's domain up the same way, on
 * the same zone and servers, one after the other.
 * - Ours asks four DoH resolvers for the record and a random sibling of it, then for the domain's policy,
 *   twelve questions in two rounds, and corroborates.
 * - Theirs asks one resolver over UDP for one record, and begins a page's request, which it drops when DNS has
 *   answered. On `.example` its own guard ends that before any name is resolved, so nothing leaves the machine and
 *   it costs less than it would in life.
 * - The third row leaves that request out: one UDP question through c-ares and nothing else.
 * Prints medians over the rounds, and how far the ratio of mean latencies ranged.
 */
export async function benchValidations(seconds: number): Promise<void> {
  const zone = Object.fromEntries(
    numbers.flatMap((n) => [
      [`_veramarca-challenge.${domainOf(n)}`, `token=${tokenOf(n)} org=org_${n}`],
      [`_atproto.${domainOf(n)}`, `did=${didOf(n)}`],
    ]),
  )
  const servers = await startScript('test/bench/dns-servers.ts', { ZONE: JSON.stringify(zone) })
  try {
    const addresses = (await (await fetch(servers.url)).json()) as Addresses
    const ours = ourCheck(addresses.dohUrls)
    const contestants = [ours, ...(await theirLooks(addresses.udp))]
    console.log('| at once | check | per second | p50 ms | p99 ms | ours / this, mean latency |')
    console.log('|---:|---|---:|---:|---:|---:|')
    for (const atOnce of [1, 32]) {
      for (const { work } of contestants) await measure(work, atOnce, seconds)
      const all = new Map(contestants.map((contestant) => [contestant, [] as Measured[]]))
      for (let round = 0; round < rounds; round += 1)
        for (const [{ work }, measured] of all) measured.push(await measure(work, atOnce, seconds))
      const base = all.get(ours) ?? []
      for (const [{ name }, measured] of all) {
        const ratios = measured.map(({ mean }, round) => (base[round]?.mean ?? Number.NaN) / mean)
        const cells = [atOnce, name, ...medians(measured), spread(ratios)]
        console.log(`| ${cells.join(' | ')} |`)
      }
    }
  } finally {
    await servers.end('SIGKILL')
  }
}

function ourCheck(dohUrls: readonly string[]): Contestant {
  const net = createNodeNet({ dohUrls, outboundAllow: [], outboundPorts: new Map() })
  const seams = { net, random: systemRandom, clock: systemClock() }
  const challenges = numbers.map(challengeOf)
  return {
    name: 'ours: 4 perspectives, 12 questions',
    async work(n) {
      const challenge = challenges[n]
      if (challenge === undefined) throw new Error(`There is no domain ${n}`)
      const { finding, perspectives } = await lookAt(seams, methods['dns-txt'], challenge)
      const proving = perspectives.filter(({ outcome }) => outcome === 'proved').length
      if (finding.kind !== 'proved' || proving !== 4) throw new Error(`${finding.kind} by ${proving} of 4`)
    },
  }
}

async function theirLooks(server: string): Promise<Contestant[]> {
  dns.setServers([server])
  // Their module holds the functions of `node:dns/promises` by name, and these belong to a resolver.
  syncBuiltinESMExports()
  const { HandleResolver } = await import('@atproto/identity')
  const never = () => new Promise<never>(() => {})
  const look = (resolver: InstanceType<typeof HandleResolver>) => async (n: number) => {
    const did = await resolver.resolve(domainOf(n))
    if (did !== didOf(n)) throw new Error(`${domainOf(n)} resolved to ${did}`)
  }
  return [
    { name: 'HandleResolver as it comes', work: look(new HandleResolver()) },
    { name: 'HandleResolver, DNS alone', work: look(new HandleResolver({ fetch: never })) },
  ]
}

async function measure(
  work: (n: number) => Promise<void>,
  atOnce: number,
  seconds: number,
): Promise<Measured> {
  const latencies: number[] = []
  const began = performance.now()
  const end = began + seconds * 1_000
  let turn = 0
  const one = async () => {
    let before = performance.now()
    while (before < end) {
      await work((turn += 1) % domainCount)
      const now = performance.now()
      latencies.push(now - before)
      before = now
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    perSecond: sorted.length / ((performance.now() - began) / 1_000),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
  }
}

function medians(measured: readonly Measured[]): string[] {
  const median = (of: (each: Measured) => number) =>
    percentile(
      measured.map(of).toSorted((a, b) => a - b),
      0.5,
    )
  return [
    String(Math.round(median(({ perSecond }) => perSecond))),
    median(({ p50 }) => p50).toFixed(2),
    median(({ p99 }) => p99).toFixed(2),
  ]
}

function spread(ratios: readonly number[]): string {
  const sorted = ratios.toSorted((a, b) => a - b)
  const [low, middle, high] = [sorted[0], percentile(sorted, 0.5), sorted.at(-1)]
  return `${middle.toFixed(2)} (${low?.toFixed(2)} to ${high?.toFixed(2)})`
}

function tokenOf(n: number): string {
  return String(n).padStart(32, 'b')
}

function challengeOf(n: number): Challenge {
  return {
    id: `ch_${n}`,
    domain: domainOf(n),
    registrableDomain: domainOf(n),
    organisationId: `org_${n}`,
    domainId: `dom_${n}`,
    token: tokenOf(n),
    expiresAt: Number.MAX_SAFE_INTEGER,
    issuerHost: 'localhost',
  }
}

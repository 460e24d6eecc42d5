import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AddressGuard, createAddressGuard } from '#net/address-guard.ts'
import { connectNode } from '#net/connect-node.ts'
import { type Connect, createGuardedGet } from '#net/guarded-get.ts'
import { netLimits } from '#net/limits.ts'
import { type Dns, type RecordType, Unreachable } from '#net/net.ts'
import { specialPurposeV4, specialPurposeV6 } from '#net/special-purpose.ts'

/** What a name has at one look: addresses of either family, or a resolver that fails. */
type Told = { readonly A: readonly string[] | 'servfail'; readonly AAAA: readonly string[] | 'servfail' }

/** Everything that a hostile site decides: where it sends us, and what its names lead to, look after look. */
type Attack = {
  readonly start: string
  /** The Location of each answer in turn; after the last one comes a page. */
  readonly locations: readonly string[]
  readonly hosts: Readonly<Record<string, readonly Told[]>>
}

const publicAddresses = ['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111']
/** These really lead to the canary, whatever the port. */
const canaryAddresses = ['127.0.0.1', '::1', '0.0.0.0', '::ffff:127.0.0.1']
const hostNames = ['acme.example', 'www.acme.example', 'inner.acme.example', 'deep.er.acme.example']

const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

/** An address anywhere inside any row of the registries, or the canary's. */
const special = fc.oneof(
  fc.constantFrom(...canaryAddresses),
  fc
    .tuple(fc.constantFrom(...Object.keys({ ...specialPurposeV4, ...specialPurposeV6 })), octets(16))
    .map(([cidr, noise]) => {
      const [network, prefix] = ipaddr.parseCIDR(cidr)
      const bytes = network.toByteArray().map((byte, index) => {
        const free = (1 << Math.min(8, Math.max(0, 8 * (index + 1) - prefix))) - 1
        return (byte & ~free) | ((noise[index] ?? 0) & free)
      })
      return ipaddr.fromByteArray(bytes).toString()
    }),
)
const specialV4 = special.filter((address) => !address.includes(':'))

/** One number of an IPv4 literal, in each base that URLs know, with needless zeros. */
const numeral = (value: number) =>
  fc.constantFrom(
    String(value),
    `0x${value.toString(16)}`,
    `0X000${value.toString(16)}`,
    `0${value.toString(8)}`,
  )

const wide = (text: string) => text.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)))
const percent = (text: string) => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')

/** An address as a URL may spell it: one to four numbers, any base, full-width, percent-encoded, inside IPv6. */
const literal = fc.oneof(
  fc.tuple(specialV4, fc.integer({ min: 1, max: 4 })).chain(([address, count]) => {
    const bytes = address.split('.').map(Number)
    const last = bytes.slice(count - 1).reduce((sum, byte) => sum * 256 + byte, 0)
    const spelt = fc
      .tuple(...[...bytes.slice(0, count - 1), last].map(numeral))
      .map((parts) => parts.join('.'))
    return fc
      .tuple(
        spelt,
        fc.constantFrom((text: string) => text, wide, percent),
        fc.constantFrom('', '.'),
      )
      .map(([text, disguise, end]) => `${disguise(text)}${end}`)
  }),
  special.filter((address) => address.includes(':')).map((address) => `[${address}]`),
  specialV4.chain((address) =>
    fc.constantFrom('::ffff:', '::', '64:ff9b::').map((before) => `[${before}${address}]`),
  ),
)

/** Host and port, with what parsers have disagreed about before it. */
const url = fc
  .tuple(
    fc.constantFrom(
      'https://',
      'http://',
      'HTTPS:\\\\',
      'https:/',
      '//',
      '\\\\',
      'https://acme.example@',
      'ht\ttp://',
    ),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...hostNames, 'ACME.example.', 'localhost') }, literal),
    fc.constantFrom('', ':80', ':443', ':22'),
    fc.constantFrom('/', '/a', '/b?c', '#', ''),
  )
  .map((parts) => parts.join(''))

const followable = fc
  .tuple(fc.constantFrom('https', 'http'), fc.constantFrom(...hostNames), fc.nat(1_000))
  .map(([scheme, host, path]) => `${scheme}://${host}/${path}`)

const family = (addresses: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 6, arbitrary: fc.array(addresses, { maxLength: 3 }) }, fc.constant('servfail' as const))
const told = (addresses: fc.Arbitrary<string>): fc.Arbitrary<Told> =>
  fc.record({
    A: family(addresses.filter((address) => !address.includes(':'))),
    AAAA: family(addresses.filter((address) => address.includes(':'))),
  })
const harmless = told(fc.constantFrom(...publicAddresses))
const mixed = told(fc.oneof(fc.constantFrom(...publicAddresses), special))
const rebinding = fc
  .tuple(fc.array(harmless, { minLength: 1, maxLength: 3 }), told(special))
  .map(([before, after]) => [...before, after])

const attack: fc.Arbitrary<Attack> = fc.record({
  start: fc.oneof({ weight: 4, arbitrary: followable }, url),
  locations: fc.array(fc.oneof({ weight: 3, arbitrary: followable }, url), { maxLength: 8 }),
  hosts: fc.record(
    Object.fromEntries(
      [...hostNames, 'localhost'].map((host) => [
        host,
        fc.oneof(
          fc.array(harmless, { minLength: 1, maxLength: 1 }),
          fc.array(mixed, { minLength: 1, maxLength: 3 }),
          rebinding,
        ),
      ]),
    ),
  ),
})

/** Names as the attack tells them, the last answer for ever. */
function dnsOf({ hosts }: Attack): Dns {
  const asked = new Map<string, number>()
  return {
    ask: async (name, type: RecordType) => {
      const times = asked.get(`${name} ${type}`) ?? 0
      asked.set(`${name} ${type}`, times + 1)
      const answers = hosts[name] ?? []
      const answer = answers[Math.min(times, answers.length - 1)]
      const values = type === 'A' || type === 'AAAA' ? (answer?.[type] ?? []) : []
      if (values === 'servfail') throw new Unreachable('servfail', `${name} fails.`)
      const kind = values.length > 0 ? 'found' : 'nodata'
      return { kind, values, chain: [], authenticated: false, negativeTtl: null }
    },
  }
}

describe('whatever a hostile site and its DNS say', () => {
  let canaries: readonly Server[] = []
  let port = 0
  let visits = 0
  beforeAll(async () => {
    const sing = () =>
      createServer((socket) => {
        visits += 1
        socket.destroy()
      })
    const first = await listen(sing(), '127.0.0.1', 0)
    port = portOf(first)
    canaries = [first, await listen(sing(), '::1', port)]
  })
  afterAll(() => {
    for (const canary of canaries) canary.close()
  })

  /** One look at it with the real policy and the real transport; only public addresses are played, by redirects. */
  async function suffer(assault: Attack, guard: AddressGuard) {
    const dialled: string[] = []
    const real = connectNode({ limits: netLimits, ports: new Map([80, 443, 22].map((from) => [from, port])) })
    let hops = 0
    const connect: Connect = async (hop) => {
      dialled.push(...hop.addresses)
      const onLoopback = hop.addresses.filter((address) => canaryAddresses.includes(address))
      // What is neither public nor the canary is written down, and left alone.
      if (onLoopback.length > 0) return await real({ ...hop, addresses: onLoopback })
      const location = assault.locations[hops] ?? null
      hops += 1
      const status = location === null ? 200 : 302
      const header = (name: string) => (name === 'location' ? location : null)
      return { status, header, address: null, body: [], discard: () => undefined }
    }
    const get = createGuardedGet({ dns: dnsOf(assault), guard, connect, limits: netLimits })
    const before = visits
    const outcome = await get(assault.start, { bytesMax: 1_000, target: 'acme.example' }).catch(
      (error: unknown) => {
        if (error instanceof Unreachable) return error.reason
        throw error
      },
    )
    return { dialled, hops, visits: visits - before, outcome }
  }

  test('no special-purpose address is ever contacted', async () => {
    const guard = createAddressGuard([])
    let deepest = 0
    await fc.assert(
      fc.asyncProperty(attack, async (assault) => {
        const { dialled, hops, visits } = await suffer(assault, guard)
        deepest = Math.max(deepest, hops)
        expect(dialled.filter((address) => !publicAddresses.includes(address))).toEqual([])
        expect(visits).toBe(0)
      }),
      { numRuns: 2_000 },
    )
    // Chains were really followed: else nothing could have gone wrong.
    expect(deepest).toBeGreaterThan(3)
  })

  test('and the canary sings in the same attacks once everything is allowed', async () => {
    const lax = createAddressGuard(['0.0.0.0/0', '::/0'])
    const suffered = []
    for (const assault of fc.sample(attack, { numRuns: 300, seed: 4_711 }))
      suffered.push(await suffer(assault, lax))
    expect(suffered.filter(({ visits }) => visits > 0).length).toBeGreaterThan(10)
    expect(suffered.filter(({ hops, visits }) => hops > 1 && visits > 0).length).toBeGreaterThan(3)
  })

  test('an address in a URL is refused in every spelling, whatever is allowed', async () => {
    const lax = createAddressGuard(['0.0.0.0/0', '::/0'])
    await fc.assert(
      fc.asyncProperty(literal, fc.boolean(), async (host, isFirst) => {
        const hosts = { 'acme.example': [{ A: ['93.184.215.14'], AAAA: [] }] }
        const hop = `http://${host}/`
        const start = isFirst ? hop : 'http://acme.example/'
        const { outcome, visits, hops } = await suffer({ start, locations: [hop], hosts }, lax)
        expect({ outcome, visits, hops }).toEqual({
          outcome: 'address_not_public',
          visits: 0,
          hops: isFirst ? 0 : 1,
        })
      }),
      { numRuns: 1_000 },
    )
  })
})

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

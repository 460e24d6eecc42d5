import { createServer, type Server } from 'node:net'
import { describe, expect } from 'vitest'
import { createAddressGuard } from '#net/address-guard.ts'
import { connectNode } from '#net/connect-node.ts'
import { type Connect, createGuardedGet } from '#net/guarded-get.ts'
import { netLimits } from '#net/limits.ts'
import type { GuardedGet, Perspective } from '#net/net.ts'
import type { Internet } from '#test/support/internet/internet.ts'
import { expectReason, it as inWorld, unreachable } from './world.ts'

const publicAddress = '93.184.215.14'
const options = { bytesMax: 1_000, target: 'acme.example' }

type Canary = { readonly port: number; readonly visits: () => number }

/** A listener on loopback that all ports lead to. It counts who gets there. */
const it = inWorld.extend<{ canary: Canary }>({
  canary: async ({ task: _task }, use) => {
    let visits = 0
    const server = createServer((socket) => {
      visits += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ port: portOf(server), visits: () => visits })
    server.close()
  },
})

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The real guard and transport; only what has a public address is answered here, by a redirect. */
function guarded(
  primary: Perspective,
  canary: Canary,
  location: string,
  allow: readonly string[] = [],
): GuardedGet {
  const ports = new Map([80, 443].map((port) => [port, canary.port]))
  const real = connectNode({ limits: netLimits, ports })
  const connect: Connect = async (hop) => {
    if (!hop.addresses.includes(publicAddress)) return real(hop)
    const header = (name: string) => (name === 'location' ? location : null)
    return { status: 302, header, address: publicAddress, body: [], discard: () => undefined }
  }
  return createGuardedGet({ dns: primary.dns, guard: createAddressGuard(allow), connect, limits: netLimits })
}

it('the canary sings when its address is allowed', async ({ internet, primary, canary }) => {
  internet.zone.set('acme.example', { A: ['127.0.0.1'] })
  await unreachable(guarded(primary, canary, '/', ['127.0.0.0/8'])('http://acme.example/', options))
  expect(canary.visits()).toBe(1)
})

describe('with nothing allowed, nobody reaches loopback', () => {
  it.for([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[::7f00:1]/',
  ])('by the URL %s, given or redirected to', async (url, { internet, primary, canary }) => {
    const target = new URL(url).hostname
    await expectReason(guarded(primary, canary, '/')(url, { ...options, target }), 'address_not_public')
    internet.zone.set('acme.example', { A: [publicAddress] })
    await expectReason(guarded(primary, canary, url)('http://acme.example/', options), 'address_not_public')
    expect(canary.visits()).toBe(0)
  })

  it.for([
    [{ A: ['127.0.0.1'] }],
    [{ AAAA: ['::1'] }],
    [{ AAAA: ['::ffff:127.0.0.1'] }],
    [{ AAAA: ['64:ff9b::7f00:1'] }],
    [{ AAAA: ['2002:7f00:1::'] }],
    [{ A: ['0.0.0.0'] }],
    [{ A: [publicAddress, '127.0.0.1'] }],
    [{ A: ['127.0.0.1', publicAddress] }],
    [{ A: [publicAddress], AAAA: ['::1'] }],
    [{ A: ['127.0.0.1'], AAAA: ['2606:4700:4700::1111'] }],
  ])(
    'by the DNS answer %j, direct, by CNAME or after a redirect',
    async ([records], { internet, primary, canary }) => {
      internet.zone.set('inside.acme.example', records ?? {})
      internet.zone.set('alias.acme.example', { CNAME: 'inside.acme.example' })
      internet.zone.set('acme.example', { A: [publicAddress] })
      const get = guarded(primary, canary, 'https://inside.acme.example/')
      for (const host of ['inside.acme.example', 'alias.acme.example', 'acme.example']) {
        await expectReason(get(`http://${host}/`, options), 'address_not_public')
      }
      expect(canary.visits()).toBe(0)
    },
  )

  it.for(['localhost', 'foo.localhost', 'ip6-localhost'])(
    'by the host file: %s',
    async (host, { primary, canary }) => {
      const get = guarded(primary, canary, '/')
      await expectReason(get(`http://${host}/`, { ...options, target: host }), 'no_address')
      expect(canary.visits()).toBe(0)
    },
  )

  it('by rebinding between two hops', async ({ internet, primary, canary }) => {
    internet.zone.sequence('acme.example', 'A', [[publicAddress], ['127.0.0.1']])
    const get = guarded(primary, canary, '/second')
    await expectReason(get('http://acme.example/first', options), 'address_not_public')
    expect(canary.visits()).toBe(0)
  })

  it('by rebinding between check and connection', async ({ internet, primary, canary }) => {
    internet.zone.sequence('acme.example', 'A', [['127.0.0.1'], ['127.0.0.3']])
    // The first answer is allowed and the second, were it asked for, is not: one visit, one A question.
    const get = guarded(primary, canary, '/', ['127.0.0.1/32'])
    await unreachable(get('http://acme.example/', options))
    expect(canary.visits()).toBe(1)
    expect(questions(internet)).toEqual(['A', 'AAAA'])
  })
})

function questions(internet: Internet): string[] {
  return internet.requests.flatMap((request) => (request.kind === 'dns' ? [request.type] : [])).toSorted()
}

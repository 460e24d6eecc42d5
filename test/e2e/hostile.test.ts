import { connect, createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, nodeDoor, type Registry } from '#test/support/doors.ts'
import type { Answered, Owner } from '#test/support/house.ts'
import type { Internet } from '#test/support/internet/internet.ts'
import * as pages from '#test/support/internet/page.ts'
import { attemptIn, enter, lookUp, publish, serve, type Entered } from './fixture.ts'

/** In every foreign body and header: none of it may come out of an answer of ours. */
const foreign = 'FOREIGN-4711'

type Hostile = {
  readonly name: string
  /** Makes the domain's site what it is; its home page and its challenge file alike. */
  readonly behave: (site: Site) => void
  readonly outcome: 'refused' | 'unreachable'
  readonly reason?: string
}

type Site = { readonly internet: Internet; readonly domain: string; everywhere(page: pages.Page): void }

const hostile: readonly Hostile[] = [
  {
    name: 'redirect-metadata',
    behave: ({ everywhere }) => everywhere(pages.redirect('https://169.254.169.254/latest/meta-data/')),
    outcome: 'unreachable',
    reason: 'address_not_public',
  },
  {
    name: 'redirect-plain-metadata',
    behave: ({ everywhere }) => everywhere(pages.redirect('http://169.254.169.254/latest/meta-data/')),
    outcome: 'unreachable',
    reason: 'address_not_public',
  },
  {
    name: 'redirect-loopback',
    behave: ({ everywhere }) => everywhere(pages.redirect('https://2130706433/')),
    outcome: 'unreachable',
    reason: 'address_not_public',
  },
  {
    name: 'redirect-named-private',
    behave: ({ internet, domain, everywhere }) => {
      internet.zone.set(`inner.${domain}`, { A: ['10.0.0.1'] })
      everywhere(pages.redirect(`https://inner.${domain}/`))
    },
    outcome: 'unreachable',
    reason: 'address_not_public',
  },
  {
    name: 'redirect-elsewhere',
    behave: ({ internet, everywhere }) => {
      internet.page.set('https://elsewhere.example/*', foreign)
      everywhere(pages.redirect('https://elsewhere.example/'))
    },
    outcome: 'unreachable',
    reason: 'redirect_off_domain',
  },
  {
    name: 'redirect-to-a-file',
    behave: ({ everywhere }) => everywhere(pages.redirect('file:///etc/passwd')),
    outcome: 'unreachable',
    reason: 'redirect_not_allowed',
  },
  {
    name: 'redirect-in-circles',
    behave: ({ domain, everywhere }) => everywhere(pages.redirect(`https://${domain}/round`)),
    outcome: 'unreachable',
    reason: 'redirect_loop',
  },
  {
    name: 'redirect-for-ever',
    behave: ({ domain, everywhere }) => {
      let turn = 0
      everywhere((request, response) => {
        turn += 1
        pages.send(pages.redirect(`https://${domain}/${turn}`), request, response)
      })
    },
    outcome: 'unreachable',
    reason: 'too_many_redirects',
  },
  { name: 'endless', behave: ({ everywhere }) => everywhere(pages.endlessBody), outcome: 'refused' },
  { name: 'bomb', behave: ({ everywhere }) => everywhere(pages.gzipBomb()), outcome: 'refused' },
  { name: 'reflecting', behave: ({ everywhere }) => everywhere(pages.reflecting), outcome: 'refused' },
  { name: 'catch-all', behave: ({ everywhere }) => everywhere(`Welcome ${foreign}`), outcome: 'refused' },
  {
    name: 'slow-loris',
    behave: ({ everywhere }) => everywhere(pages.slowLoris),
    outcome: 'unreachable',
    reason: 'timeout',
  },
  {
    name: 'silent',
    behave: ({ everywhere }) => everywhere(pages.silent),
    outcome: 'unreachable',
    reason: 'timeout',
  },
  { name: 'hangs-up', behave: ({ everywhere }) => everywhere(pages.hangsUp), outcome: 'unreachable' },
  { name: 'breaks-off', behave: ({ everywhere }) => everywhere(pages.breaksOff), outcome: 'unreachable' },
  {
    name: 'wrong-certificate',
    behave: ({ internet, domain }) => internet.certificate.set(domain, 'wrong'),
    outcome: 'unreachable',
  },
  {
    name: 'untrusted-certificate',
    behave: ({ internet, domain }) => internet.certificate.set(domain, 'untrusted'),
    outcome: 'unreachable',
  },
  {
    name: 'no-certificate',
    behave: ({ internet, domain }) => internet.certificate.set(domain, 'none'),
    outcome: 'unreachable',
  },
]

/** The doors side by side, the tests of one door one after another. */
const inOrder = { concurrent: false }

describe.concurrent.each(doors)('hostile origins through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  test(
    'none is ever proved or repeated, each look ends, and the public is served meanwhile',
    inOrder,
    async () => {
      const victims = await Promise.all(
        hostile.map(async (site) => ({ site, victim: await besieged(registry, owner, site) })),
      )
      const checks = victims.map(async ({ site, victim }) => {
        const began = Date.now()
        const checked = await victim.check('http-file')
        return { site, victim, checked, seconds: (Date.now() - began) / 1_000 }
      })
      const siege = { over: false }
      const all = Promise.all(checks).finally(() => (siege.over = true))
      const waits: number[] = []
      while (!siege.over) {
        waits.push(await waitFor(registry))
        await pause(100)
      }
      for (const { site, victim, checked, seconds } of await all) {
        expect(attemptIn(checked), site.name).toMatchObject({
          outcome: site.outcome,
          ...(site.reason === undefined ? {} : { reason: site.reason }),
        })
        expect(checked.text, site.name).not.toContain(foreign)
        expect(seconds, site.name).toBeLessThan(26)
        expect(await victim.state(), site.name).toBe('pending')
      }
      expect(Math.max(...waits)).toBeLessThan(3_000)
      expect(registry.strayed()).toEqual([])
      expect(asked(registry.internet, 'elsewhere.example')).toEqual([])
    },
  )

  test('a meta tag behind the same sites proves as little', inOrder, async () => {
    const quick = hostile.filter(({ reason }) => reason !== 'timeout')
    const found = await Promise.all(
      quick.map(async (site) => {
        const victim = await besieged(registry, owner, { ...site, name: `meta-${site.name}` })
        return { site, checked: await victim.check('html-meta'), state: await victim.state() }
      }),
    )
    for (const { site, checked, state } of found) {
      expect(attemptIn(checked).outcome, site.name).not.toBe('proved')
      expect(checked.text, site.name).not.toContain(foreign)
      expect(state, site.name).toBe('pending')
    }
  })
})

describe('addresses which the node door may not reach', () => {
  let registry: Registry
  let owner: Owner
  let servers: readonly Server[]
  let knocks = 0
  beforeAll(async () => {
    registry = await nodeDoor.open({ OUTBOUND_ALLOW: '127.0.0.2/32' })
    owner = await registry.owner()
    const port = registry.internet.netOptions.outboundPorts.get(443) ?? 0
    servers = [
      await listen('127.0.0.2', port, (server) =>
        server.on('connection', (socket) => {
          const onward = connect(port, '127.0.0.1')
          socket.pipe(onward).pipe(socket)
          socket.on('error', () => onward.destroy())
          onward.on('error', () => socket.destroy())
        }),
      ),
      await listen('127.0.0.3', port, (server) =>
        server.on('connection', (socket) => {
          knocks += 1
          socket.destroy()
        }),
      ),
    ]
  })
  afterAll(async () => {
    for (const server of servers) server.close()
    await registry.close()
  })

  test('a canary on loopback hears nothing, by redirect, by name or by rebinding', async () => {
    const { zone, page } = registry.internet
    const canary = '127.0.0.3'
    const reachable = await enter(owner, 'reachable.example')
    publish({ ...registry, address: '127.0.0.2' }, reachable.challenge('http-file'))
    expect(attemptIn(await reachable.check('http-file')).outcome).toBe('proved')

    const attacks: Readonly<Record<string, (domain: string) => void>> = {
      'by-literal': (domain) => page.set(`https://${domain}/*`, pages.redirect(`https://${canary}/`)),
      'by-name': (domain) => {
        zone.set(`inner.${domain}`, { A: [canary] })
        page.set(`https://${domain}/*`, pages.redirect(`https://inner.${domain}/`))
      },
      'by-alias': (domain) => {
        zone.set(`inner.${domain}`, { CNAME: 'canary.example' })
        zone.set('canary.example', { A: [canary] })
        page.set(`https://${domain}/*`, pages.redirect(`https://inner.${domain}/`))
      },
      'by-mapped-v6': (domain) => zone.set(domain, { A: [], AAAA: ['::ffff:127.0.0.3'] }),
      'by-a-second-address': (domain) => zone.set(domain, { A: ['127.0.0.2', canary] }),
      'by-rebinding': (domain) => zone.sequence(domain, 'A', [['127.0.0.2'], [canary]]),
    }
    const found = await Promise.all(
      Object.entries(attacks).map(async ([name, attack]) => {
        const victim = await enter(owner, `${name}.example`)
        zone.set(victim.domain, { A: ['127.0.0.2'] })
        attack(victim.domain)
        return { name, checked: await victim.check('http-file') }
      }),
    )
    for (const { name, checked } of found) expect(attemptIn(checked).outcome, name).toBe('unreachable')
    expect(knocks).toBe(0)
  })
})

async function besieged(registry: Registry, owner: Owner, { name, behave }: Hostile): Promise<Entered> {
  const domain = `${name}.example`
  const victim = await enter(owner, domain)
  const challenges = [victim.challenge('http-file'), victim.challenge('html-meta')]
  // The right answers are there until the site's conduct takes their place.
  for (const challenge of challenges) publish(registry, challenge)
  const everywhere = (page: pages.Page) => {
    for (const { url } of challenges) registry.internet.page.remove(url)
    serve(registry, `https://${domain}/*`, page)
  }
  behave({ internet: registry.internet, domain, everywhere })
  return victim
}

/** Milliseconds until the public is answered. */
async function waitFor(registry: Registry): Promise<number> {
  const began = performance.now()
  const answers: Answered[] = [await registry.ask('/healthz'), await lookUp(registry, `n${began}.example`)]
  for (const { status } of answers) expect(status).toBe(200)
  return performance.now() - began
}

function asked({ requests }: Internet, host: string): readonly string[] {
  return requests.flatMap((request) =>
    request.kind === 'page' && new URL(request.url).hostname === host ? [request.url] : [],
  )
}

function listen(host: string, port: number, serve: (server: Server) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    serve(server)
    server.once('error', reject).listen(port, host, () => resolve(server))
  })
}

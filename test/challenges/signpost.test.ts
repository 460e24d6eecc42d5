import { describe, expect, test } from 'vitest'
import { Unreachable } from '#net/net.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, detailOf, lookIn, record, said, shop } from './fixture.ts'

const name = '_veramarca-challenge.acme.com'
const cloudflare = ['kira.ns.cloudflare.com', 'lou.ns.cloudflare.com']
const route53 = ['ns-1.awsdns-01.com', 'ns-2.awsdns-02.net']
const target = `org_acme.${acme.token}.dcv.registry.example`
const servedBy = (servers: readonly string[], zone = 'acme.com') => {
  const world = createWorld()
  world.dns.records(zone, 'NS', ...servers)
  return world
}
const questions = (world: World) => world.asked.filter((line) => line.includes(' NS '))

describe('after a refusal', () => {
  test('the panel of the DNS provider is named, with what to type there', async () => {
    const look = await lookIn(servedBy(route53), 'dns-txt')
    expect(look.panel).toEqual({
      provider: 'Amazon Route 53',
      url: 'https://console.aws.amazon.com/route53/v2/hostedzones',
      type: 'TXT',
      host: '_veramarca-challenge',
      value: `"${record}"`,
    })
    expect(look.finding).toMatchObject({
      reason: 'nxdomain',
      detail:
        `There is no name ${name} in the DNS yet. Add a TXT record there with the value ` +
        `${record}. Your DNS is run by Amazon Route 53: at https://console.aws.amazon.com/route53/v2/hostedzones the ` +
        `record to have is type TXT, host _veramarca-challenge, value "${record}"`,
    })
  })

  test('of a CNAME it is the CNAME', async () => {
    const { panel } = await lookIn(servedBy(cloudflare), 'dns-cname')
    expect(panel).toMatchObject({ provider: 'Cloudflare', type: 'CNAME', host: '_veramarca', value: target })
  })

  test('quotation marks in the value are not asked for again', async () => {
    const world = servedBy(route53)
    world.dns.records(name, 'TXT', `"${record}"`)
    expect(await lookIn(world, 'dns-txt')).toMatchObject({
      finding: { reason: 'literal_quotes' },
      panel: { value: record },
    })
  })

  test('servers that are not known are named themselves', async () => {
    const world = servedBy(['ns1.foo.example', 'ns2.foo.example', 'ns3.foo.example'])
    expect((await lookIn(world, 'dns-txt')).panel).toBeNull()
    expect(await detailOf(world, 'dns-txt')).toMatch(
      /Your DNS is run by ns1\.foo\.example, ns2\.foo\.example and 1 more: whoever manages acme\.com there can do it, under the host _veramarca-challenge$/,
    )
  })

  test('a subdomain with servers of its own is pointed to those, and to the host as its zone wants it', async () => {
    const world = servedBy(cloudflare)
    world.dns.records('shop.acme.com', 'NS', ...route53)
    const { panel } = await lookIn(world, 'dns-txt', shop)
    expect(panel).toMatchObject({ provider: 'Amazon Route 53', host: '_veramarca-challenge' })
  })

  test.each(['dns-txt', 'dns-cname'] as const)(
    'a subdomain that is a zone of its own is told one host, that of its zone, by %s',
    async (method) => {
      const mistakes: ((world: World) => void)[] = [
        () => undefined,
        (w) => w.dns.records('shop.acme.com', 'TXT', record),
        (w) => w.dns.records('_veramarca-challenge.acme.com', 'TXT', record),
        (w) => w.dns.records('_veramarca.acme.com', 'CNAME', target),
        (w) => w.dns.wildcard('shop.acme.com', 'CNAME', 'hosting.example'),
      ]
      for (const servers of [route53, ['ns1.foo.example']]) {
        for (const script of mistakes) {
          const world = servedBy(cloudflare)
          world.dns.records('shop.acme.com', 'NS', ...servers)
          world.dns.zone('hosting.example')
          script(world)
          const detail = await detailOf(world, method, shop)
          expect(detail).not.toMatch(/_veramarca(?:-challenge)?\.shop(?!\.acme)/)
          expect(detail).toContain('shop.acme.com is a zone of its own.')
          expect(detail.match(/\bhost _veramarca/g)).toHaveLength(1)
        }
      }
    },
  )

  test('a subdomain whose servers cannot be learnt is told the host and of which zone it is', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    expect(await detailOf(world, 'dns-txt', shop)).toMatch(
      /In the DNS panel of acme\.com the host to type is _veramarca-challenge\.shop$/,
    )
  })

  test('a subdomain without is pointed to its parent’s', async () => {
    const world = servedBy(cloudflare)
    const { panel } = await lookIn(world, 'dns-txt', shop)
    expect(panel).toMatchObject({ provider: 'Cloudflare', host: '_veramarca-challenge.shop' })
  })

  test('a subdomain that is a CNAME is not taken for whose it leads to', async () => {
    const world = servedBy(cloudflare)
    world.dns.records('shop.acme.com', 'CNAME', 'shops.example')
    world.dns.records('shops.example', 'NS', ...route53)
    expect((await lookIn(world, 'dns-txt', shop)).panel).toMatchObject({ provider: 'Cloudflare' })
  })

  test('at most four names are asked for their servers, by the primary alone', async () => {
    const world = servedBy(cloudflare)
    const deep = { ...acme, domain: 'a.b.c.d.e.acme.com' }
    await lookIn(world, 'dns-txt', deep)
    expect(questions(world)).toEqual([
      'primary.test NS a.b.c.d.e.acme.com',
      'primary.test NS b.c.d.e.acme.com',
      'primary.test NS c.d.e.acme.com',
      'primary.test NS acme.com',
    ])
  })

  test('a record that stands elsewhere costs at most ten questions more', async () => {
    for (const method of ['dns-txt', 'dns-cname'] as const) {
      const world = servedBy(cloudflare)
      await lookIn(world, method, shop)
      const looked = world.asked.filter((line) => line.startsWith('second.test')).length
      const primary = world.asked.filter((line) => line.startsWith('primary.test') && !line.includes(' NS '))
      expect(primary.length - looked).toBeLessThanOrEqual(10)
    }
  })

  test('servers that cannot be learnt cost the words only', async () => {
    const world = servedBy(cloudflare)
    world.dns.records(name, 'TXT', 'other')
    const perspectives = world.net.perspectives.map((perspective) => ({
      ...perspective,
      dns: {
        ask: async (...[asked, type]: Parameters<typeof perspective.dns.ask>) => {
          if (type === 'NS') throw new Unreachable('timeout', 'too slow')
          return perspective.dns.ask(asked, type)
        },
      },
    }))
    const look = await lookIn({ ...world, net: { ...world.net, perspectives } }, 'dns-txt')
    expect(look).toMatchObject({ panel: null, finding: { reason: 'mismatch' } })
  })

  test('a policy that forbids is no matter for the panel', async () => {
    const world = servedBy(cloudflare)
    world.dns.records(name, 'TXT', record)
    world.dns.records('_veramarca-policy.acme.com', 'TXT', 'methods=http-file')
    expect(await lookIn(world, 'dns-txt')).toMatchObject({
      panel: null,
      finding: { reason: 'policy_forbids' },
    })
  })
})

test('without a refusal nobody is pointed anywhere', async () => {
  const world = servedBy(cloudflare)
  world.dns.records(name, 'TXT', record)
  expect(await lookIn(world, 'dns-txt')).toMatchObject({ finding: { kind: 'proved' }, panel: null })
  world.dns.timeout('acme.com')
  world.asked.length = 0
  expect(await lookIn(world, 'dns-txt')).toMatchObject({ finding: { kind: 'unreachable' }, panel: null })
  expect(questions(world)).toEqual([])
})

describe('parked name servers', () => {
  const parked = ['ns1.sedoparking.com', 'ns2.sedoparking.com']

  test('explain why the record is not seen, whatever they answer instead', async () => {
    const world = servedBy(parked)
    expect(await said(world, 'dns-txt')).toBe('refused parked_name_servers')
    expect(await said(world, 'dns-cname')).toBe('refused parked_name_servers')
    world.dns.wildcard('acme.com', 'TXT', 'v=spf1 -all')
    expect(await said(world, 'dns-txt')).toBe('refused parked_name_servers')
  })

  test('explain nothing when the record is found elsewhere, or proves', async () => {
    const world = servedBy(parked)
    world.dns.records('acme.com', 'TXT', record)
    expect(await said(world, 'dns-txt')).toBe('refused record_at_apex')
    world.dns.records(name, 'TXT', record)
    expect(await said(world, 'dns-txt')).toBe('proved')
  })
})

describe('a registrable domain that is not there', () => {
  test.each(['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const)('is named by %s', async (method) => {
    const world = createWorld()
    world.dns.nxdomain('acme.com')
    expect(await said(world, method)).toBe('refused domain_nxdomain')
    expect(await said(world, method, shop)).toBe('refused domain_nxdomain')
  })

  test('is told with how long the no is kept', async () => {
    const world = createWorld()
    world.dns.zone('acme.com', { negativeTtl: 900 })
    world.dns.nxdomain('acme.com')
    expect((await lookIn(world, 'dns-txt')).finding).toMatchObject({
      reason: 'domain_nxdomain',
      negativeTtl: 900,
    })
  })

  test('is not claimed of one that is', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    expect(await said(world, 'dns-txt')).toBe('refused nxdomain')
    expect(await said(world, 'http-file')).toBe('refused no_address')
  })
})

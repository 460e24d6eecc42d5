import { describe, expect, test } from 'vitest'
import { sharedWay } from '#challenges/leading-out.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { detailOf, record, said, shop } from './fixture.ts'

const name = '_veramarca-challenge.acme.com'

/** The same world behind a DNAME (RFC 6672): whatever is asked below `owner` is answered by the same name below `to`. */
function withDname(world: World, owner: string, to: string): World {
  const perspectives = world.net.perspectives.map((perspective) => ({
    ...perspective,
    dns: {
      ask: async (...[asked, type]: Parameters<typeof perspective.dns.ask>) => {
        if (!asked.endsWith(`.${owner}`)) return perspective.dns.ask(asked, type)
        const target = `${asked.slice(0, -owner.length)}${to}`
        if (type !== 'CNAME') {
          const answer = await perspective.dns.ask(target, type)
          return { ...answer, chain: [target, ...answer.chain] }
        }
        const known = { authenticated: false, negativeTtl: null, chain: [] }
        return { kind: 'found' as const, values: [target], ...known }
      },
    },
  }))
  return { ...world, net: { ...world.net, perspectives } }
}

describe('a wildcard CNAME that leads out of the domain', () => {
  /** `*.acme.com CNAME <to>`, where a stranger's server answers every name with our record. */
  const wildcarded = (to: string, ...values: string[]) => {
    const world = createWorld()
    world.dns.wildcard('acme.com', 'CNAME', to)
    world.dns.records(to, 'TXT', ...values)
    return world
  }

  test('proves nothing', async () => {
    expect(await said(wildcarded('hosting.example', record), 'dns-txt')).toBe('refused wildcard')
  })

  test('proves nothing when its target begins with the organisation’s id', async () => {
    const world = wildcarded('org_acme.hosting.example', record)
    expect(await said(world, 'dns-txt')).toBe('refused wildcard')
    expect(await detailOf(world, 'dns-txt')).toBe(
      'Every name under acme.com without a record of its own is led out of acme.com, to "org_acme.hosting.example", by ' +
        `a wildcard CNAME. The TXT record found there is not that of ${name}. Add one at exactly ${name} ` +
        `with the value ${record}`,
    )
  })

  test('proves nothing when the stranger answers otherwise each time', async () => {
    const world = wildcarded('org_acme.hosting.example', record)
    const perspectives = world.net.perspectives.map((perspective) => ({
      ...perspective,
      dns: {
        ask: async (...[asked, type]: Parameters<typeof perspective.dns.ask>) => {
          const answer = await perspective.dns.ask(asked, type)
          return asked === name ? answer : { ...answer, values: ['something else'] }
        },
      },
    }))
    expect(await said({ ...world, net: { ...world.net, perspectives } }, 'dns-txt')).toBe('refused wildcard')
  })

  test('proves nothing inside the domain either, when what it leads to answers otherwise each time', async () => {
    const world = wildcarded('edge.acme.com')
    const perspectives = world.net.perspectives.map((perspective) => ({
      ...perspective,
      dns: {
        ask: async (...[asked, type]: Parameters<typeof perspective.dns.ask>) => {
          const answer = await perspective.dns.ask(asked, type)
          return asked === name ? { ...answer, kind: 'found' as const, values: [record] } : answer
        },
      },
    }))
    expect(await said({ ...world, net: { ...world.net, perspectives } }, 'dns-txt')).toBe('refused wildcard')
  })

  test('is named when the record is still missing', async () => {
    const world = wildcarded('hosting.example', 'v=spf1 -all')
    expect(await detailOf(world, 'dns-txt')).toBe(
      `${name} has no record of its own: a wildcard CNAME leads it, like every such name, to "hosting.example". Add a ` +
        `TXT record at exactly ${name}, which goes before the wildcard, with the value ${record}`,
    )
  })

  test('does not stop a record beside it', async () => {
    const world = wildcarded('hosting.example', 'v=spf1 -all')
    world.dns.records(name, 'TXT', record)
    expect(await said(world, 'dns-txt')).toBe('proved')
  })

  test.each(['org_acme.proofs.example', 'org_acme.hosting.example'])(
    'does not stop an explicit delegation to %s beside it',
    async (target) => {
      const world = wildcarded('sites.hosting.example', 'v=spf1 -all')
      world.dns.records(name, 'CNAME', target)
      world.dns.records(target, 'TXT', record)
      expect(await said(world, 'dns-txt')).toBe('proved')
    },
  )

  test('proves nothing while the random name cannot be asked', async () => {
    const world = createWorld()
    world.dns.records(name, 'CNAME', 'org_acme.hosting.example')
    world.dns.records('org_acme.hosting.example', 'TXT', record)
    world.dns.timeout('*.acme.com')
    expect(await said(world, 'dns-txt')).toBe('unreachable timeout')
  })
})

describe('a DNAME above the challenge name', () => {
  test('that leads out of the domain proves nothing', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    world.dns.records('_veramarca-challenge.acme.net', 'TXT', record)
    const behind = withDname(world, 'acme.com', 'acme.net')
    expect(await said(behind, 'dns-txt')).toBe('refused wildcard')
    expect(await detailOf(behind, 'dns-txt')).toBe(
      'Every name under acme.com is redirected to the same name under "acme.net" by a DNAME record, out of acme.com. ' +
        `So ${name} can have no record of its own, and one is expected there. ` +
        'Take the DNAME away, or prove the domain by the file or the meta tag.',
    )
  })

  test('proves nothing for a subdomain either', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    world.dns.records('_veramarca-challenge.shop.acme.net', 'TXT', record)
    expect(await said(withDname(world, 'acme.com', 'acme.net'), 'dns-txt', shop)).toBe('refused wildcard')
  })

  test('that stays inside the domain is followed', async () => {
    const world = createWorld()
    world.dns.records('_veramarca-challenge.new.acme.com', 'TXT', record)
    expect(await said(withDname(world, 'shop.acme.com', 'new.acme.com'), 'dns-txt', shop)).toBe('proved')
  })

  test('is in the way of a CNAME', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    world.dns.zone('acme.net')
    expect(await said(withDname(world, 'acme.com', 'acme.net'), 'dns-cname')).toBe('refused cname_in_the_way')
  })
})

test.each([
  ['a.example', 'A.example.', { by: 'wildcard', to: 'a.example' }],
  ['_v.acme.net', '_random.acme.net', { by: 'dname', to: 'acme.net' }],
  ['_v.acme.net', 'other.acme.net', null],
  ['_v.acme.net', '_random.other.net', null],
  ['_v.acme.net', null, null],
  [null, '_random.acme.net', null],
])('%s beside %s is %j', (one, other, expected) => {
  expect(sharedWay(one, other, '_random.acme.com')).toEqual(expected)
})

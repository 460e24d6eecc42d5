import { describe, expect, test } from 'vitest'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, lookIn, record, said, shop } from './fixture.ts'

const name = '_veramarca.acme.com'
const target = `org_acme.${acme.token}.dcv.registry.example`
const cname =
  (...values: string[]) =>
  (world: World) =>
    world.dns.records(name, 'CNAME', ...values)

const situations: Record<string, [(world: World) => void, string]> = {
  'the record': [cname(target), 'proved'],
  'the target in upper case with a final dot': [cname(`${target.toUpperCase()}.`), 'proved'],
  'the record beside noise in the zone': [
    (w) => (w.dns.records('acme.com', 'TXT', 'v=spf1 -all'), cname(target)(w)),
    'proved',
  ],
  'two CNAMEs at one name, one of them ours': [cname('other.example.net', target), 'proved'],
  'nothing there': [(w) => w.dns.zone('acme.com'), 'refused nxdomain'],
  'another type there': [(w) => w.dns.records(name, 'TXT', 'x'), 'refused no_cname_record'],
  'the TXT record of the other method': [
    (w) => w.dns.records(name, 'TXT', record),
    'refused no_cname_record',
  ],
  'the target as a text': [(w) => w.dns.records(name, 'TXT', `${target}.`), 'refused no_cname_record'],
  'an older token of ours': [
    cname(`org_acme.${acme.token.replaceAll('k', 'd')}.dcv.registry.example`),
    'refused stale_value',
  ],
  'the record under the label of the TXT record': [
    (w) => w.dns.records('_veramarca-challenge.acme.com', 'CNAME', target),
    'refused record_at_wrong_host',
  ],
  'the record without the underscore': [
    (w) => w.dns.records('veramarca.acme.com', 'CNAME', target),
    'refused record_at_wrong_host',
  ],
  'a wildcard CNAME to elsewhere': [
    (w) => (w.dns.wildcard('acme.com', 'CNAME', 'hosting.example'), w.dns.zone('hosting.example')),
    'refused no_cname_record',
  ],
  'the record beside a wildcard CNAME': [
    (w) => {
      w.dns.wildcard('acme.com', 'CNAME', 'hosting.example')
      w.dns.zone('hosting.example')
      cname(target)(w)
    },
    'proved',
  ],
  'a wrong token': [cname(`org_acme.wrong.dcv.registry.example`), 'refused mismatch'],
  'another organisation’s': [
    cname(`org_squatter.${acme.token}.dcv.registry.example`),
    'refused other_organisation',
  ],
  'another registry’s': [cname(`org_acme.${acme.token}.dcv.registry.test`), 'refused mismatch'],
  'the target as a part of a longer one': [cname(`${target}.evil.net`), 'refused mismatch'],
  'a label before the target': [cname(`x.${target}`), 'refused mismatch'],
  'an oversized target': [cname(`${'x'.repeat(60_000)}.net`), 'refused mismatch'],
  'our target only at the end of a chain': [
    (w) => {
      cname('hop.acme.com')(w)
      w.dns.records('hop.acme.com', 'CNAME', target)
    },
    'refused mismatch',
  ],
  'the zone appended to the target': [cname(`${target}.acme.com`), 'refused zone_appended_twice'],
  'the zone appended to the name': [
    (w) => w.dns.records(`${name}.acme.com`, 'CNAME', target),
    'refused zone_appended_twice',
  ],
  'the record under www': [
    (w) => w.dns.records('_veramarca.www.acme.com', 'CNAME', target),
    'refused record_at_www',
  ],
  'a wildcard record': [(w) => w.dns.wildcard('acme.com', 'CNAME', target), 'refused wildcard'],
  'a wildcard that cannot be excluded': [
    (w) => (w.dns.servfail('*.acme.com'), cname(target)(w)),
    'unreachable servfail',
  ],
  'a CNAME loop': [(w) => w.dns.fail('acme.com', 'cname_loop'), 'unreachable cname_loop'],
  'a resolver that times out': [(w) => w.dns.timeout('acme.com'), 'unreachable timeout'],
  'a name server that fails': [(w) => w.dns.servfail('acme.com'), 'unreachable servfail'],
  'a broken signature': [(w) => w.dns.bogus('acme.com'), 'unreachable dnssec_bogus'],
  'a malformed packet': [(w) => w.dns.fail(name, 'malformed_answer'), 'unreachable malformed_answer'],
}

describe('dns-cname', () => {
  test.each(Object.entries(situations))('%s', async (_, [script, expected]) => {
    const world = createWorld()
    script(world)
    expect(await said(world, 'dns-cname')).toBe(expected)
  })

  test('the target need not exist and is never asked about', async () => {
    const world = createWorld()
    cname(target)(world)
    await lookIn(world, 'dns-cname')
    expect(world.asked.filter((line) => line.includes('dcv'))).toEqual([])
  })

  test('the first target counts when the resolver walks on', async () => {
    const world = createWorld()
    cname(target)(world)
    const perspectives = world.net.perspectives.map((perspective) => ({
      ...perspective,
      dns: {
        ask: async (...question: Parameters<typeof perspective.dns.ask>) => {
          const answer = await perspective.dns.ask(...question)
          return answer.kind === 'found'
            ? { ...answer, chain: [target], values: ['the-end.example.net'] }
            : answer
        },
      },
    }))
    expect(await said({ ...world, net: { ...world.net, perspectives } }, 'dns-cname')).toBe('proved')
  })

  test('its issuer host may be localhost', async () => {
    const world = createWorld()
    cname(`org_acme.${acme.token}.dcv.localhost`)(world)
    expect(await said(world, 'dns-cname', { ...acme, issuerHost: 'localhost' })).toBe('proved')
  })

  test('nothing flows between a domain and its subdomain', async () => {
    const world = createWorld()
    cname(target)(world)
    expect(await said(world, 'dns-cname', shop)).toBe('refused record_at_apex')
  })

  test('the evidence holds the target', async () => {
    const world = createWorld()
    cname(target)(world)
    const { perspectives } = await lookIn(world, 'dns-cname')
    expect(perspectives[0]?.evidence?.questions).toContainEqual(
      expect.objectContaining({ name, type: 'CNAME', answer: 'found', chain: [target] }),
    )
  })
})

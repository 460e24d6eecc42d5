import { describe, expect, test } from 'vitest'
import type { MethodName } from '#challenges/method.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, detailOf, lookIn, record, said, shop } from './fixture.ts'

const name = '_veramarca-policy.acme.com'
const methods: readonly MethodName[] = ['dns-txt', 'dns-cname', 'http-file', 'html-meta']

/** Everything is published by every method, for acme.com and for shop.acme.com. */
function published(): World {
  const world = createWorld()
  for (const { domain, domainId } of [acme, shop]) {
    world.dns.records(`_veramarca-challenge.${domain}`, 'TXT', record)
    world.dns.records(`_veramarca.${domain}`, 'CNAME', `org_acme.${acme.token}.dcv.registry.example`)
    world.web.page(`https://${domain}/.well-known/veramarca-challenge/${domainId}.txt`, record)
    world.web.page(`https://${domain}/`, `<head><meta name="veramarca-challenge" content="${record}"></head>`)
  }
  return world
}

async function allowed(world: World, challenge = acme): Promise<string[]> {
  const outcomes = await Promise.all(
    methods.map(async (method) => [method, await said(world, method, challenge)]),
  )
  for (const [, outcome] of outcomes) expect(['proved', 'refused policy_forbids']).toContain(outcome)
  return outcomes.flatMap(([method = '', outcome]) => (outcome === 'proved' ? [method] : []))
}

describe('the policy of a domain', () => {
  test.each([
    ['absent', [], methods],
    ['naming two methods', ['methods=dns-txt,dns-cname'], ['dns-txt', 'dns-cname']],
    ['in other letters', ['METHODS=DNS-TXT ORG=ORG_ACME'], ['dns-txt']],
    ['separated by semicolons', ['methods=dns-txt; org=org_acme'], ['dns-txt']],
    ['naming our organisation', ['org=org_acme'], methods],
    ['naming another organisation', ['org=org_other'], []],
    ['naming two organisations', ['org=org_other,org_acme'], methods],
    ['whose name only begins with ours', ['org=org_acme2'], []],
    ['naming no method', ['methods='], []],
    ['naming no organisation', ['org='], []],
    ['naming a method that nobody knows', ['methods=carrier-pigeon'], []],
    ['with the method of one and the organisation of another', ['methods=dns-txt org=org_other'], []],
    ['of which one record allows', ['org=org_other', 'methods=http-file'], ['http-file']],
    ['given twice in one record', ['methods=dns-txt methods=html-meta'], ['dns-txt', 'html-meta']],
    ['with keys that nobody knows', ['expiry=never methods=dns-txt'], ['dns-txt']],
    ['that is another text', ['v=spf1 -all'], methods],
    ['that is a challenge record', ['token=abc org=org_other'], methods],
  ] as const)('%s', async (_, texts, expected) => {
    const world = published()
    if (texts.length > 0) world.dns.records(name, 'TXT', ...texts)
    expect(await allowed(world)).toEqual([...expected])
  })

  test('binds the names below it, unless they have one of their own', async () => {
    const world = published()
    world.dns.records(name, 'TXT', 'methods=dns-txt')
    expect(await allowed(world, shop)).toEqual(['dns-txt'])
    world.dns.records('_veramarca-policy.shop.acme.com', 'TXT', 'methods=html-meta')
    expect(await allowed(world, shop)).toEqual(['html-meta'])
    expect(await allowed(world)).toEqual(['dns-txt'])
  })

  test('does not bind the names above it', async () => {
    const world = published()
    world.dns.records('_veramarca-policy.shop.acme.com', 'TXT', 'org=org_other')
    expect(await allowed(world)).toEqual([...methods])
  })

  test('from outside the domain, behind a CNAME, may forbid and lifts nothing', async () => {
    const world = published()
    world.dns.records(name, 'TXT', 'methods=dns-txt')
    world.dns.records('_veramarca-policy.shop.acme.com', 'CNAME', 'policy.hosting.example')
    world.dns.records('policy.hosting.example', 'TXT', 'methods=dns-txt,http-file')
    expect(await allowed(world, shop)).toEqual(['dns-txt'])
    world.dns.remove('policy.hosting.example', 'TXT')
    world.dns.records('policy.hosting.example', 'TXT', 'methods=http-file')
    expect(await allowed(world, shop)).toEqual([])
  })

  test('behind a CNAME inside the domain is the owner’s own', async () => {
    const world = published()
    world.dns.records(name, 'TXT', 'methods=dns-txt')
    world.dns.records('_veramarca-policy.shop.acme.com', 'CNAME', 'policies.acme.com')
    world.dns.records('policies.acme.com', 'TXT', 'methods=html-meta')
    expect(await allowed(world, shop)).toEqual(['html-meta'])
  })

  test('is never asked above the registrable domain', async () => {
    const world = published()
    await lookIn(world, 'dns-txt', shop)
    expect(world.asked.filter((line) => line.startsWith('primary.test TXT _veramarca-policy'))).toEqual([
      'primary.test TXT _veramarca-policy.shop.acme.com',
      'primary.test TXT _veramarca-policy.acme.com',
    ])
  })

  test.each(['servfail', 'timeout', 'dnssec_bogus'] as const)(
    'that cannot be learnt (%s) proves nothing and refuses nothing',
    async (reason) => {
      const world = published()
      world.dns.fail(name, reason)
      for (const method of methods) expect(await said(world, method)).toBe(`unreachable ${reason}`)
    },
  )

  test('is corroborated like the proof itself', async () => {
    const world = published()
    world.at('third.test').dns.records(name, 'TXT', 'org=org_other')
    expect(await said(world, 'dns-txt')).toBe('proved')
    world.at('second.test').dns.records(name, 'TXT', 'org=org_other')
    expect(await said(world, 'dns-txt')).toBe('unreachable perspectives_disagree')
  })

  test('is asked for only when there is a proof to forbid', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    await lookIn(world, 'dns-txt')
    expect(world.asked.filter((line) => line.includes('_veramarca-policy'))).toEqual([])
  })

  test('says what is there and what would allow it', async () => {
    const world = published()
    world.dns.records(name, 'TXT', 'methods=dns-txt')
    expect(await detailOf(world, 'http-file')).toBe(
      'The proof is there, but the policy at _veramarca-policy.acme.com says "methods=dns-txt", which does not allow ' +
        'http-file for organisation org_acme. Whoever runs the DNS of acme.com can add the TXT record ' +
        'methods=http-file org=org_acme there, or take the policy away.',
    )
  })
})

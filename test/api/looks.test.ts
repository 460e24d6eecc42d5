import { beforeEach, describe, expect, test } from 'vitest'
import { createKey } from '#auth/create-key.ts'
import type { Scope } from '#auth/key.ts'
import { minute } from '#base/clock.ts'
import { budget } from '#base/lifetimes.ts'
import { reportFromWire } from '#challenges/look-wire.ts'
import { lookAt } from '#challenges/look.ts'
import { methods } from '#challenges/methods/index.ts'
import { drawLooks } from '#jobs/budget.ts'
import type { Remote } from '#net/net.ts'
import { openHouse, type Answered, type House, type Owner } from '#test/support/house.ts'
import { rowsOf } from '#test/support/stored.ts'

const token = 'k5q2m7xr4vd3n6wz2ahs7yb5tcfj3ge4'
const request = {
  method: 'dns-txt',
  domain: 'acme.com',
  organisation_id: 'org_acme',
  domain_id: 'dom_acme',
  challenge_id: 'ch_acme',
  token,
  expires_at: '2026-03-31T12:00:00Z',
  issuer_host: 'registry.example',
}
const record = `token=${token} org=org_acme`
const name = '_veramarca-challenge.acme.com'

let house: House
let owner: Owner
let looker: string
beforeEach(async () => {
  house = await openHouse()
  owner = await house.owner()
  looker = await keyWith('look')
})

async function keyWith(...scopes: readonly Scope[]): Promise<string> {
  const asked = { name: 'Key', scopes, expiresAt: null }
  const made = await createKey(house.deps, { ...owner, pseudonym: 'act_test', membershipId: null }, asked)
  if (!made.ok) throw new Error('No key')
  return made.value.key
}

async function look(fields: object = {}, key = looker): Promise<Answered> {
  return await house.ask('/v1/looks', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, ...fields }),
  })
}

describe('a look for another registry', () => {
  test('is made from the primary alone, and told with what was asked', async () => {
    const { dns } = house.world
    dns.records(name, 'TXT', record)
    dns.records('acme.com', 'NS', 'ns1.acme.com')
    const { status, body, headers } = await look()
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      resolver: 'primary.test',
      network: 'local',
      finding: { outcome: 'proved' },
      evidence: {
        started_at: '2026-03-01T12:00:00Z',
        ended_at: '2026-03-01T12:00:00Z',
        questions: expect.arrayContaining([
          {
            name,
            type: 'TXT',
            answer: 'found',
            authenticated: false,
            chain: [],
            digest: expect.stringMatching(/^[\da-f]{64}$/),
          },
        ]),
        pages: [],
      },
    })
    expect(house.world.asked.length).toBeGreaterThan(1)
    expect(house.world.asked.filter((line) => !line.startsWith('primary.test '))).toEqual([])
  })

  test('tells a refusal and an outage apart', async () => {
    house.world.dns.zone('acme.com', { negativeTtl: 60 })
    const finding = { outcome: 'refused', reason: 'nxdomain', negative_ttl: 60 }
    expect((await look()).body).toMatchObject({ finding })
    house.world.dns.servfail('acme.com')
    expect((await look()).body.finding).toMatchObject({ outcome: 'unreachable', reason: 'servfail' })
  })

  test('goes by the domain’s own policy, for the organisation that was named', async () => {
    const { dns } = house.world
    dns.records(name, 'TXT', record)
    dns.records('_veramarca-policy.acme.com', 'TXT', 'org=org_other')
    expect((await look()).body.finding).toMatchObject({ outcome: 'refused', reason: 'policy_forbids' })
  })

  test('stores nothing but the budget that it draws', async () => {
    house.world.dns.zone('acme.com')
    const before = await rowsOf(house)
    await look()
    const { rows } = await house.deps.db.client.execute('select target, purpose, used from budgets')
    expect(rows).toMatchObject([{ target: 'acme.com', purpose: 'remote', used: 1 }])
    await house.deps.db.client.execute('delete from budgets')
    expect(await rowsOf(house)).toEqual(before)
  })

  test('is refused when the target has had enough, in everybody’s name together', async () => {
    house.world.dns.zone('acme.com')
    await drawLooks(house.deps, 'acme.com', 'remote', budget.looks.remote)
    const asked = house.world.asked.length
    const { status, body, headers } = await look({ domain: 'shop.acme.com' })
    expect([status, body.reason, body.detail]).toEqual([
      429,
      'target_busy',
      'acme.com is being looked at too often, for others.',
    ])
    expect(headers.get('retry-after')).toBe('600')
    expect(house.world.asked).toHaveLength(asked)
    house.pass(10 * minute)
    expect((await look()).status).toBe(200)
  })

  test('leaves the budget of the registry’s own looks alone', async () => {
    await drawLooks(house.deps, 'acme.com', 'remote', budget.looks.remote)
    expect(await drawLooks(house.deps, 'acme.com', 'manual', 1)).toBe(0)
  })
})

describe('is no way to reach anything else:', () => {
  test.each([
    ['127.0.0.1', 'domain_is_ip_address'],
    ['[::1]', 'domain_is_ip_address'],
    ['2130706433', 'domain_is_ip_address'],
    ['localhost', 'domain_is_special_use'],
    ['metadata.google.internal', 'domain_is_special_use'],
    ['com', 'domain_is_public_suffix'],
    ['github.io', 'domain_is_private_suffix'],
    ['https://acme.com/', 'domain_not_understood'],
    ['acme.com/admin', 'domain_not_understood'],
    ['acme.com:8080', 'domain_not_understood'],
    ['_dmarc.acme.com', 'domain_label_malformed'],
    ['', 'domain_not_understood'],
  ])('%j is %s', async (domain, reason) => {
    const { status, body } = await look({ domain })
    expect([status, body.reason]).toEqual([422, reason])
    expect(house.world.asked).toEqual([])
  })

  test.each([
    { method: 'dns-any' },
    { method: '__proto__' },
    { domain: 'a'.repeat(254) },
    { domain_id: '../../admin' },
    { domain_id: 'dom_a/b' },
    { domain_id: 'dom_a?b' },
    { domain_id: 'org_acme' },
    { organisation_id: 'org_a b' },
    { organisation_id: 'org_acme"' },
    { challenge_id: '' },
    { token: 'short' },
    { token: `${token} org=org_other` },
    { token: 'K'.repeat(32) },
    { token: 'a'.repeat(64) },
    { expires_at: 'never' },
    { issuer_host: 'registry.example/x' },
    { issuer_host: 'a b' },
    { issuer_host: '' },
    { issuer_host: '.registry.example' },
    { registrable_domain: 'com' },
    { url: 'http://127.0.0.1/' },
  ])('%j is refused', async (fields) => {
    const { status, body } = await look(fields)
    expect([status, body.reason]).toEqual([422, 'invalid_request'])
    expect(house.world.asked).toEqual([])
  })

  test('.example and .test are looked at only by a registry at home', async () => {
    house.world.dns.zone('acme.example')
    expect((await look({ domain: 'acme.example' })).status).toBe(200)
    const site = { publicUrl: 'https://registry.acme.net', atHome: false }
    house = await openHouse(site)
    owner = await house.owner()
    const { status, body } = await look({ domain: 'acme.example' }, await keyWith('look'))
    expect([status, body.reason]).toEqual([422, 'domain_is_special_use'])
  })
})

describe('the scope "look"', () => {
  test('is not among what an organisation’s own keys can do, nor can they give it', async () => {
    expect((await look({}, owner.key)).body.reason).toBe('scope_missing')
    const made = await owner.post('/v1/keys', { name: 'Looker', scopes: ['look'] })
    expect([made.status, made.body.reason]).toEqual([403, 'scope_missing'])
    expect((await owner.post('/v1/keys', { name: 'Default' })).body.scopes).toEqual(['read', 'write'])
  })

  test('lets its key do nothing else', async () => {
    const headers = { authorization: `Bearer ${looker}` }
    for (const path of ['/v1/keys', '/v1/notices', '/v1/organisation/brands']) {
      expect((await house.ask(path, { headers })).body.reason, path).toBe('scope_missing')
    }
  })

  test('is passed on by a key that has it and may write', async () => {
    const headers = {
      authorization: `Bearer ${await keyWith('write', 'look')}`,
      'content-type': 'application/json',
    }
    const init = { method: 'POST', headers, body: '{"name": "K", "scopes": ["write", "look"]}' }
    const made = await house.ask('/v1/keys', init)
    expect([made.status, made.body.scopes]).toEqual([201, ['write', 'look']])
  })
})

test('one registry’s answer is another’s report: the two ends of the wire fit', async () => {
  house.world.dns.records(name, 'TXT', record)
  const asked: unknown[] = []
  const far: Remote = {
    name: 'far.example',
    network: 'far.example',
    async look(sent) {
      asked.push(sent)
      const { status, body } = await look(sent as object)
      expect(status).toBe(200)
      expect(reportFromWire(body)).not.toBeNull()
      return body
    },
  }
  const challenge = {
    id: 'ch_acme',
    domain: 'acme.com',
    registrableDomain: 'acme.com',
    organisationId: 'org_acme',
    domainId: 'dom_acme',
    token,
    expiresAt: Date.UTC(2026, 2, 31, 12),
    issuerHost: 'registry.example',
  }
  const net = { ...house.world.net, remotes: [far] }
  const told = await lookAt({ ...house.deps, net }, methods['dns-txt'], challenge)
  expect(asked).toEqual([request])
  expect(told.perspectives.map(({ perspective, outcome }) => `${perspective} ${outcome}`)).toEqual([
    'primary.test proved',
    'second.test proved',
    'third.test proved',
    'far.example proved',
  ])
})

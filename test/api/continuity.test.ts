import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { runJobs } from '#jobs/run.ts'
import { handlers } from '#work.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'

const shown = async (owner: Owner, { id }: AddedDomain) => (await owner.get(`/v1/domains/${id}`)).body
const notices = async (owner: Owner) =>
  (await owner.get('/v1/notices')).body.items.map(({ kind }: { kind: string }) => kind)
const verdict = async (house: House, name = 'acme.com') =>
  (await house.ask(`/v1/lookup?q=${name}`)).body.verdict

async function days(house: House, count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    house.pass(day)
    await house.work()
  }
}

describe('a zone that moves', () => {
  const here = ['ns1.dns.example', 'ns2.dns.example']

  async function proved(): Promise<{ house: House; owner: Owner; added: AddedDomain }> {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    house.world.dns.records('acme.com', 'NS', ...here)
    const added = await proveBrand(house, owner)
    await house.work()
    return { house, owner, added }
  }

  function move({ world }: House, ...there: readonly string[]): void {
    world.dns.remove('acme.com', 'NS')
    world.dns.records('acme.com', 'NS', ...there)
  }

  test('keeps its proof for seven days from when it was seen, whatever its public token says', async () => {
    const { house, owner, added } = await proved()
    expect(await shown(owner, added)).toMatchObject({ name_servers: here, new_token_by: null })
    move(house, 'ns1.elsewhere.example')
    await days(house, 1)
    expect(await shown(owner, added)).toMatchObject({
      state: 'proved',
      new_token_by: '2026-03-09T12:00:00Z',
      expires_at: '2026-03-09T12:00:00Z',
    })
    expect((await owner.get('/v1/notices')).body.items).toMatchObject([
      {
        kind: 'domain_name_servers_changed',
        detail:
          'The name servers of acme.com have changed. If that was you, ask for a fresh challenge and publish it before 2026-03-09T12:00:00Z, or the domain lapses.',
      },
    ])
    await days(house, 6)
    expect(await verdict(house)).toBe('controlled')
    await days(house, 1)
    expect(await shown(owner, added)).toMatchObject({ state: 'lapsed' })
    expect(await verdict(house)).toBe('lapsed')
  })

  test('stays proved by a token issued since, and is then known at its new place', async () => {
    const { house, owner, added } = await proved()
    move(house, 'ns1.elsewhere.example')
    await days(house, 2)
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
    await house.work()
    expect(await shown(owner, added)).toMatchObject({
      name_servers: [...here, 'ns1.elsewhere.example'].toSorted(),
      new_token_by: null,
      expires_at: '2026-03-13T12:00:00Z',
    })
    await days(house, 9)
    expect(await verdict(house)).toBe('controlled')
    expect(await notices(owner)).toEqual(['domain_name_servers_changed'])
  })

  test('is not excused by its old token, however often that is seen, nor by moving back', async () => {
    const { house, owner, added } = await proved()
    move(house, 'ns1.elsewhere.example')
    await days(house, 1)
    move(house, ...here)
    for (let passed = 0; passed < 6; passed += 1) {
      await days(house, 1)
      await owner.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
    }
    expect((await shown(owner, added)).new_token_by).toBe('2026-03-09T12:00:00Z')
    await days(house, 1)
    expect((await shown(owner, added)).state).toBe('lapsed')
  })

  test('is not taken to have moved by what one of three resolvers says, nor when none can tell', async () => {
    const { house, owner, added } = await proved()
    house.world.at('third.test').dns.records('acme.com', 'NS', 'ns.poisoned.example')
    await days(house, 2)
    house.world.at('second.test').dns.fail('acme.com', 'timeout')
    await days(house, 2)
    expect(await shown(owner, added)).toMatchObject({ state: 'proved', new_token_by: null })
    expect(await notices(owner)).toEqual([])
  })

  test('among two providers is known by both, once a fresh token was seen under the second', async () => {
    const { house, owner, added } = await proved()
    move(house, 'ns1.elsewhere.example')
    await days(house, 1)
    house.pass(second)
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
    for (let passed = 0; passed < 6; passed += 1) {
      move(house, ...(passed % 2 === 0 ? ['ns1.elsewhere.example'] : here))
      await days(house, 1)
    }
    expect(await shown(owner, added)).toMatchObject({
      new_token_by: null,
      name_servers: ['ns1.dns.example', 'ns1.elsewhere.example', 'ns2.dns.example'],
    })
    expect(await notices(owner)).toEqual(['domain_name_servers_changed'])
  })

  test('and hides where to while its record is seen is asked for a new token within days', async () => {
    const { house, owner, added } = await proved()
    house.world.dns.remove('acme.com', 'NS')
    await days(house, 3)
    expect((await shown(owner, added)).new_token_by).toBeNull()
    await days(house, 2)
    expect((await shown(owner, added)).new_token_by).not.toBeNull()
    await days(house, 7)
    expect((await shown(owner, added)).state).toBe('lapsed')
  })

  test('is asked for nothing in an outage, in which its record is not seen either', async () => {
    const { house, owner, added } = await proved()
    house.world.dns.servfail('.')
    await days(house, 8)
    expect(await shown(owner, added)).toMatchObject({ state: 'proved', new_token_by: null })
  })

  test('below, where a subdomain was delegated to somebody else, counts for that subdomain', async () => {
    const { house, owner, added } = await proved()
    const shop = await addDomain(owner, added.brandId, 'shop.acme.com')
    expect(await publishAndCheck(house, owner, shop)).toBe('proved')
    await house.work()
    house.world.dns.records('shop.acme.com', 'NS', 'ns.thief.example')
    await days(house, 1)
    expect((await shown(owner, shop)).new_token_by).not.toBeNull()
    expect((await shown(owner, added)).new_token_by).toBeNull()
  })

  test('has its demand remembered through a refusal that ends a maturing proof', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.dns.records('acme.com', 'NS', ...here)
    house.world.web.site('blog.acme.com')
    const added = await proveBrand(house, owner, 'blog.acme.com', { name: 'Blog' }, 'http-file')
    await house.work()
    move(house, 'ns1.thief.example')
    await days(house, 1)
    const demanded = (await shown(owner, added)).new_token_by
    expect(demanded).not.toBeNull()
    const file = challengeOf(added, 'http-file')
    house.world.unpublish(file)
    house.pass(day)
    await house.work()
    expect((await shown(owner, added)).state).toBe('pending')
    house.world.publish(file)
    await owner.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
    expect(await shown(owner, added)).toMatchObject({
      state: 'proved',
      new_token_by: demanded,
      public_from: null,
    })
    await days(house, 6)
    expect((await shown(owner, added)).state).not.toBe('proved')
    await owner.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
    expect((await shown(owner, added)).state).not.toBe('proved')
  })

  test('names its servers in another order without having moved', async () => {
    const { house, owner, added } = await proved()
    move(house, ...here.toReversed())
    await days(house, 2)
    expect(await shown(owner, added)).toMatchObject({ name_servers: here, new_token_by: null })
  })
})

describe('the registry’s date', () => {
  const server = 'https://rdap.registry.example/v1/'
  const about = (registered: string, action = 'registration') =>
    JSON.stringify({
      objectClassName: 'domain',
      ldhName: 'ACME.COM',
      events: [
        { eventAction: 'last changed', eventDate: '2026-02-28T00:00:00Z' },
        { eventAction: action, eventDate: registered },
      ],
    })

  async function proved(): Promise<{ house: House; owner: Owner; added: AddedDomain }> {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.site('acme.com')
    const services = [
      [['net', 'com'], [server]],
      [['example'], ['https://rdap.nobody.example/']],
    ]
    house.world.web.page('https://data.iana.org/rdap/dns.json', JSON.stringify({ version: '1.0', services }))
    say(house, about('1999-05-05T04:00:00Z'))
    const added = await proveBrand(house, owner)
    await house.work()
    return { house, owner, added }
  }

  function say(house: House, body: string, status = 200): void {
    house.world.web.page(`${server}domain/acme.com`, {
      status,
      body,
      contentType: 'application/rdap+json',
    })
  }

  test.each(['registration', 'reregistration'])('of a new %s freezes the domain at once', async (action) => {
    const { house, owner, added } = await proved()
    say(house, about('2026-03-01T18:00:00Z', action))
    house.pass(2 * day)
    say(house, about('2026-03-03T06:00:00Z', action))
    await house.work()
    expect(await shown(owner, added)).toMatchObject({
      state: 'suspended',
      state_reason: 'registration_changed',
      next_look_at: null,
    })
    expect(await verdict(house)).toBe('suspended')
    expect(await notices(owner)).toContain('domain_suspended')
    await days(house, 3)
    expect((await shown(owner, added)).state).toBe('suspended')
  })

  test('that froze it is no obstacle to whoever shows a fresh token, and to nobody else', async () => {
    const { house, owner, added } = await proved()
    say(house, about('2026-03-04T00:00:00Z'))
    house.pass(5 * day)
    await house.work()
    expect((await owner.post(`/v1/domains/${added.id}/check`)).body).toMatchObject({
      state: 'suspended',
      attempts: [
        { reason: 'token_expired', detail: expect.stringContaining('Ask for a fresh challenge') },
        {},
        {},
        {},
      ],
    })
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(fresh).toMatchObject({ state: 'pending', state_reason: null })
    house.pass(6 * second)
    expect((await owner.post(`/v1/domains/${added.id}/check`)).body.state).toBe('pending')
    house.pass(6 * second)
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
    await days(house, 2)
    expect(await verdict(house)).toBe('controlled')
  })

  test('lets its new holder take the name, and the old one let go of it', async () => {
    const { house, owner, added } = await proved()
    say(house, about('2026-03-04T00:00:00Z'))
    house.pass(5 * day)
    await house.work()
    const buyer = await house.owner('Buyer Ltd')
    await proveBrand(house, buyer, 'acme.com', { name: 'Buyer' })
    expect((await house.ask('/v1/lookup?q=acme.com')).body).toMatchObject({
      verdict: 'controlled',
      brand: { name: 'Buyer' },
    })
    expect((await owner.delete(`/v1/domains/${added.id}`)).status).toBe(204)
  })

  test.each([
    ['earlier than was known', about('1998-01-01T00:00:00Z'), 200],
    ['within a day of it', about('1999-05-06T03:00:00Z'), 200],
    ['of another name', about('2026-03-05T00:00:00Z').replace('ACME.COM', 'acme.net'), 200],
    ['that cannot be read', about('a long time ago'), 200],
    ['in no JSON', '<html>', 200],
    ['in another shape', '{"events": {}}', 200],
    ['behind an error', about('2026-03-05T00:00:00Z'), 429],
  ])('%s changes nothing', async (_, body, status) => {
    const { house, owner, added } = await proved()
    say(house, body, status)
    await days(house, 6)
    expect((await shown(owner, added)).state).toBe('proved')
    expect(await notices(owner)).toEqual([])
  })

  test('freezes where all perspectives but one are elsewhere, too', async () => {
    const { house, owner, added } = await proved()
    say(house, about('2026-03-04T00:00:00Z'))
    house.pass(5 * day)
    const net = { ...house.deps.net, perspectives: house.deps.net.perspectives.slice(0, 1) }
    const deps = { ...house.deps, net }
    await runJobs(deps, handlers(deps), { limit: 100 })
    expect((await shown(owner, added)).state).toBe('suspended')
  })

  test('that only one place is told freezes nobody', async () => {
    const { house, owner, added } = await proved()
    house.world
      .at('primary.test')
      .web.page(`${server}domain/acme.com`, { body: about('2026-03-05T00:00:00Z'), contentType: null })
    await days(house, 6)
    expect((await shown(owner, added)).state).toBe('proved')
  })

  test('is asked for once a day, and an outage of the registry harms nobody', async () => {
    const { house, owner, added } = await proved()
    const asked = () => house.world.asked.filter((line) => line.includes('/domain/acme.com')).length
    expect(asked()).toBe(1)
    for (let passed = 0; passed < 48; passed += 1) {
      house.pass(hour)
      await house.work()
    }
    expect(asked()).toBe(3)
    house.world.web.fail('rdap.registry.example', 'timeout')
    await days(house, 9)
    expect((await shown(owner, added)).state).toBe('proved')
  })
})

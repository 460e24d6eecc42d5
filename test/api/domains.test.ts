import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { openHouse } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  enterBrand,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'

const methods = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const
const token = /^token=([a-z2-7]{32}) org=(org_[a-z2-7]{20})$/
const tokenOf = (added: Pick<AddedDomain, 'challenges'>) =>
  token.exec(challengeOf(added, 'dns-txt').value ?? '')?.[1]

describe('a domain added', () => {
  test('is shown whole, with what each method asks to be published', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const brand = await enterBrand(owner)
    const { status, body } = await owner.post(`/v1/brands/${brand}/domains`, { domain: 'Shop.ACME.co.uk.' })
    expect(status).toBe(201)
    const { challenges, ...rest } = body
    expect(rest).toStrictEqual({
      id: expect.stringMatching(/^dom_[a-z2-7]{20}$/),
      brand_id: brand,
      domain: 'shop.acme.co.uk',
      state: 'pending',
      method: null,
      strength: null,
      registrable_domain: 'acme.co.uk',
      checked_at: null,
      expires_at: null,
      failing_since: null,
      public_from: null,
      matures_at: null,
      note: null,
      state_reason: null,
      seen_by: null,
      name_servers: null,
      new_token_by: null,
      next_look_at: null,
      created_at: '2026-03-01T12:00:00Z',
    })
    const secret = tokenOf(body)
    const record = `token=${secret} org=${owner.organisationId}`
    const expires_at = '2026-03-31T12:00:00Z'
    expect(challenges).toStrictEqual([
      {
        method: 'dns-txt',
        name: '_veramarca-challenge.shop.acme.co.uk',
        host: '_veramarca-challenge.shop',
        type: 'TXT',
        value: record,
        expires_at,
      },
      {
        method: 'dns-cname',
        name: '_veramarca.shop.acme.co.uk',
        host: '_veramarca.shop',
        type: 'CNAME',
        value: `${owner.organisationId}.${secret}.dcv.localhost`,
        expires_at,
      },
      {
        method: 'http-file',
        url: `https://shop.acme.co.uk/.well-known/veramarca-challenge/${body.id}.txt`,
        value: record,
        expires_at,
      },
      {
        method: 'html-meta',
        url: 'https://shop.acme.co.uk/',
        html: `<meta name="veramarca-challenge" content="${record}">`,
        expires_at,
      },
    ])
    expect((await owner.get(`/v1/domains/${body.id}`)).body).toEqual({ ...body, attempts: [] })
    expect((await owner.get(`/v1/brands/${brand}/domains`)).body).toEqual({
      items: [body],
      next_cursor: null,
    })
  })

  test('twice by one organisation is there already, under any of its brands; by another it is its own', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await addDomain(owner, await enterBrand(owner), 'acme.com')
    const again = await owner.post(`/v1/brands/${await enterBrand(owner)}/domains`, { domain: 'acme.com' })
    expect([again.status, again.body.reason]).toEqual([409, 'domain_exists'])
    const other = await house.owner('Other Ltd')
    const { challenges } = await addDomain(other, await enterBrand(other), 'acme.com')
    expect(challengeOf({ challenges }, 'dns-txt').value).toContain(other.organisationId)
  })
})

describe.each(methods)('by %s', (method) => {
  test('a domain is proved by publishing what was asked, and its proof is good for ten days', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.world.publish(challengeOf(added, method))
    const { status, body } = await owner.post(`/v1/domains/${added.id}/check`, { method })
    expect(status).toBe(200)
    expect(body).toStrictEqual({
      state: 'proved',
      attempts: [
        {
          method,
          outcome: 'proved',
          reason: null,
          detail: null,
          panel: null,
          perspectives: ['primary.test', 'second.test', 'third.test'].map((perspective) => {
            return {
              perspective,
              resolver: perspective,
              network: 'local',
              outcome: 'proved',
              reason: null,
            }
          }),
          corroboration: { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 },
          at: '2026-03-01T12:00:00Z',
        },
      ],
      retry_after: null,
      next_look_at: null,
      matures_at: null,
      note: null,
    })
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      state: 'proved',
      method,
      strength: method.startsWith('dns') ? 'dns' : 'web',
      checked_at: '2026-03-01T12:00:00Z',
      expires_at: '2026-03-11T12:00:00Z',
      public_from: '2026-03-01T12:00:00Z',
      attempts: body.attempts,
    })
  })

  test('nothing published proves nothing, and the answer says when to ask again', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.world.dns.zone('acme.com', { negativeTtl: 300 })
    house.world.web.page('https://acme.com/', '<html><head><title>Acme</title></head></html>')
    const { body } = await owner.post(`/v1/domains/${added.id}/check`, { method })
    expect(body).toMatchObject({ state: 'pending', attempts: [{ method, outcome: 'refused' }] })
    expect(body.attempts[0].reason).toMatch(/^[a-z_]+$/)
    expect(body.attempts[0].detail).toMatch(/\w/)
    expect(body.retry_after).toBe(method.startsWith('dns') ? 300 : 5)
  })

  test('another organisation’s challenge proves nothing for this one', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    const other = await house.owner('Other Ltd')
    const theirs = await addDomain(other, await enterBrand(other), 'acme.com')
    const { url, name } = challengeOf(added, method)
    house.world.web.page('https://acme.com/', '<html><head></head></html>')
    house.world.publish({
      ...challengeOf(theirs, method),
      ...(url === undefined ? {} : { url }),
      ...(name === undefined ? {} : { name }),
    })
    const { body } = await owner.post(`/v1/domains/${added.id}/check`, { method })
    expect(body).toMatchObject({ state: 'pending', attempts: [{ outcome: 'refused' }] })
  })

  test('an outage is no answer, and neither proves nor refuses', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.world.publish(challengeOf(added, method))
    house.world.dns.servfail('.')
    const { body } = await owner.post(`/v1/domains/${added.id}/check`, { method })
    expect(body).toMatchObject({
      state: 'pending',
      attempts: [{ outcome: 'unreachable', reason: 'servfail' }],
    })
  })
})

describe('a check without a method', () => {
  test('looks by all four, and one is enough', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.world.web.site('acme.com')
    house.world.publish(challengeOf(added, 'dns-cname'))
    const { body } = await owner.post(`/v1/domains/${added.id}/check`)
    expect(body.state).toBe('proved')
    const outcomes = body.attempts.map(({ method, outcome }: { method: string; outcome: string }) => [
      method,
      outcome,
    ])
    expect(outcomes).toEqual([
      ['dns-txt', 'refused'],
      ['dns-cname', 'proved'],
      ['http-file', 'refused'],
      ['html-meta', 'refused'],
    ])
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      method: 'dns-cname',
      strength: 'dns',
    })
  })

  test('that finds a DNS proof beside a web proof leans on the DNS one', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    for (const method of methods) house.world.publish(challengeOf(added, method))
    expect((await owner.post(`/v1/domains/${added.id}/check`, {})).body.state).toBe('proved')
    expect((await owner.get(`/v1/domains/${added.id}`)).body.strength).toBe('dns')
  })
})

describe('a fresh challenge', () => {
  test('has a token that was never there before, and 30 days of its own', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.pass(day)
    const tokens = [tokenOf(added)]
    for (let each = 0; each < 5; each += 1) {
      const { status, body } = await owner.post(`/v1/domains/${added.id}/challenges`)
      expect(status).toBe(201)
      expect(body).toMatchObject({ id: added.id, state: 'pending' })
      expect(challengeOf(body, 'dns-txt').expires_at).toBe('2026-04-01T12:00:00Z')
      tokens.push(tokenOf(body))
    }
    expect(new Set(tokens).size).toBe(6)
  })

  test('ends the old token: only the new one proves', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    const { body: fresh } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(await publishAndCheck(house, owner, added)).toBe('pending')
    house.pass(day)
    expect(await publishAndCheck(house, owner, { ...added, challenges: fresh.challenges })).toBe('proved')
  })

  test('for a standing proof leaves it standing on its own token', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    house.world.web.site('acme.com')
    const { body } = await owner.post(`/v1/domains/${added.id}/challenges`)
    expect(body.state).toBe('proved')
    house.pass(day)
    const { body: checked } = await owner.post(`/v1/domains/${added.id}/check`)
    expect(checked.state).toBe('proved')
    await house.work()
    expect((await owner.get(`/v1/domains/${added.id}`)).body).toMatchObject({
      state: 'proved',
      checked_at: '2026-03-02T12:00:00Z',
    })
  })

  test('asked for again and again does not stop the daily looks at the standing proof', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await proveBrand(house, owner)
    for (let each = 0; each < 25; each += 1) {
      house.pass(1)
      await owner.post(`/v1/domains/${added.id}/challenges`)
    }
    for (let passed = 0; passed < 12; passed += 1) {
      house.pass(day)
      await house.work()
    }
    expect((await owner.get(`/v1/domains/${added.id}`)).body.state).toBe('proved')
  })

  test.each(methods)('that was not proved in 30 days proves nothing by %s any more', async (method) => {
    const house = await openHouse()
    const owner = await house.owner()
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    house.world.publish(challengeOf(added, method))
    house.pass(30 * day)
    const { body } = await owner.post(`/v1/domains/${added.id}/check`, { method })
    expect(body).toMatchObject({
      state: 'pending',
      attempts: [{ outcome: 'refused', reason: 'token_expired' }],
    })
    expect(house.world.asked).toEqual([])
  })
})

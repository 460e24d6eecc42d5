import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { addDomain, attemptIn, enter, lookUp, publish, serve, type MethodName } from './fixture.ts'

const methods = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const

const absent: Readonly<Record<MethodName, string>> = {
  'dns-txt': 'nxdomain',
  'dns-cname': 'nxdomain',
  'http-file': 'not_found',
  'html-meta': 'no_meta_tag',
}

describe.each(doors)('what proves nothing through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  let other: Owner
  let brandId: string
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner('Acme Ltd')
    other = await registry.owner('Squatter Ltd')
    const brand = await owner.post('/v1/brands', { name: 'Acme' })
    brandId = brand.body.id
  })
  afterAll(async () => {
    await registry.close()
  })

  const domainOf = async (domain: string) => {
    const entered = await addDomain(owner, brandId, domain)
    serve(registry, `https://${domain}/`, '<!doctype html><title>Nothing to see</title>')
    return entered
  }

  test.each(methods)('nothing published for %s is refused, and the domain waits', async (method) => {
    const acme = await domainOf(`missing-${method}.example`)
    const attempt = attemptIn(await acme.check(method))
    expect(attempt).toMatchObject({ outcome: 'refused', reason: absent[method] })
    expect(attempt.detail).toContain(acme.domain)
    expect(await acme.state()).toBe('pending')
    expect((await lookUp(registry, acme.domain)).body.verdict).toBe('unregistered')
  })

  test.each(methods)("another organisation's token for %s is refused to both", async (method) => {
    const domain = `stolen-${method}.example`
    const acme = await domainOf(domain)
    const squatter = await enter(other, `squatter-${method}.example`)
    const elsewhere = squatter.challenge(method)
    const here = acme.challenge(method)
    publish(registry, { ...here, value: elsewhere.value, html: elsewhere.html })
    expect(attemptIn(await acme.check(method))).toMatchObject({
      outcome: 'refused',
      reason: 'other_organisation',
    })
    expect(await acme.state()).toBe('pending')
    expect(attemptIn(await squatter.check(method)).outcome).not.toBe('proved')
    expect(await squatter.state()).toBe('pending')
  })

  test.each(methods)('a token of the right form but wrong for %s is refused', async (method) => {
    const acme = await domainOf(`wrong-${method}.example`)
    const here = acme.challenge(method)
    const wrong = (text: string | undefined) =>
      text?.replace(/([a-z2-7]{32})/, (token) => `${token.startsWith('x') ? 'y' : 'x'}${token.slice(1)}`)
    publish(registry, { ...here, value: wrong(here.value) ?? '', html: wrong(here.html) ?? '' })
    expect(attemptIn(await acme.check(method))).toMatchObject({ outcome: 'refused', reason: 'stale_value' })
    expect(await acme.state()).toBe('pending')
  })

  test.each([
    ['servfail', 'servfail'],
    ['bogus', 'dnssec_bogus'],
    ['timeout', 'timeout'],
  ] as const)('DNS that answers with %s is unreachable by every method', async (trouble, reason) => {
    const acme = await domainOf(`${trouble}.example`)
    for (const method of methods) publish(registry, acme.challenge(method))
    registry.internet.zone.trouble(acme.domain, trouble)
    registry.internet.zone.trouble(`*.${acme.domain}`, trouble)
    const checked = await acme.check()
    expect(checked.body.state).toBe('pending')
    expect(checked.body.attempts).toHaveLength(methods.length)
    for (const attempt of checked.body.attempts)
      expect(attempt).toMatchObject({ outcome: 'unreachable', reason })
  })

  test('a record which only one resolver sees is not proved', async () => {
    const acme = await domainOf('lonely.example')
    const { name, value } = acme.challenge('dns-txt')
    registry.internet.resolvers[0]?.set(name, { TXT: [value] })
    const attempt = attemptIn(await acme.check('dns-txt'))
    expect(attempt).toMatchObject({ outcome: 'unreachable', reason: 'perspectives_disagree' })
    expect(await acme.state()).toBe('pending')
  })

  test("an organisation cannot check, read or release another's domain", async () => {
    const acme = await domainOf('private.example')
    publish(registry, acme.challenge('dns-txt'))
    const path = `/v1/domains/${acme.domainId}`
    const answers = [other.post(`${path}/check`, {}), other.get(path), other.delete(path)]
    for (const { status, body } of await Promise.all(answers)) {
      expect(status).toBe(404)
      expect(body.reason).toBe('domain_unknown')
    }
    expect(await acme.state()).toBe('pending')
  })

  test('nothing was reached that nobody may reach', () => {
    expect(registry.strayed()).toEqual([])
  })
})

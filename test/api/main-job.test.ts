import { expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'

test('a brand proves its domain, claims an account, is looked up and shows a badge that verifies', async () => {
  const house = await openHouse()
  const owner = await house.owner()

  const brand = await owner.post('/v1/brands', { name: 'Acme', country: 'es' })
  expect(brand.status).toBe(201)
  expect(brand.body).toMatchObject({
    slug: null,
    domain: null,
    name: 'Acme',
    name_state: 'self_given',
    country: 'ES',
  })

  const domain = await owner.post(`/v1/brands/${brand.body.id}/domains`, { domain: 'Acme.example.' })
  expect(domain.status).toBe(201)
  expect(domain.body).toMatchObject({ domain: 'acme.example', state: 'pending' })
  const [txt] = domain.body.challenges.filter((one: { method: string }) => one.method === 'dns-txt')

  const claim = await owner.post(`/v1/brands/${brand.body.id}/accounts`, {
    account: 'https://twitter.com/Acme?lang=es',
  })
  expect(claim.body).toMatchObject({
    platform: 'x',
    handle: 'acme',
    url: 'https://x.com/acme',
    verdict: 'unregistered',
    waiting_for: 'domain',
  })

  house.world.publish(txt)
  const checked = await owner.post(`/v1/domains/${domain.body.id}/check`, { method: 'dns-txt' })
  expect(checked.status).toBe(200)
  expect(checked.body).toMatchObject({
    state: 'proved',
    attempts: [{ method: 'dns-txt', outcome: 'proved', reason: null }],
  })

  const account = await house.ask('/v1/lookup?q=@acme%20x.com/acme')
  expect(account.status).toBe(200)
  const looked = await house.ask(`/v1/lookup?q=${encodeURIComponent('https://twitter.com/Acme')}`)
  expect(looked.body).toMatchObject({
    query: { kind: 'account', platform: 'x', handle: 'acme', url: 'https://x.com/acme', domain: null },
    verdict: 'declared',
    brand: null,
    claimed_by: [{ slug: 'acme.example', name: 'Acme', name_state: 'self_given', domain: 'acme.example' }],
  })
  const covered = await house.ask('/v1/lookup?q=shop.acme.example')
  expect(covered.body).toMatchObject({
    verdict: 'controlled',
    matched_domain: 'acme.example',
    brand: { slug: 'acme.example' },
  })

  const jwt = await house.ask('/badges/acme.example.jwt')
  expect(jwt.status).toBe(200)
  const verified = await house.ask('/v1/badges/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ badge: jwt.text, origin: 'https://acme.example' }),
  })
  expect(verified.body.valid).toBe(true)
  const svg = await house.ask('/badges/acme.example.svg')
  expect(svg.headers.get('content-type')).toContain('image/svg+xml')
  expect(svg.text).toContain('acme.example')
})

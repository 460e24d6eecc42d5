import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { attemptIn, enter, lookUp, publish, verify } from './fixture.ts'

const methods = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const

describe.each(doors)('the main job through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  test.each(methods)(
    'a brand proves its domain by %s and shows a badge anyone can verify',
    async (method) => {
      const domain = `acme-${method}.example`
      const handle = `acme_${method.replace('-', '_')}`
      const acme = await enter(owner, domain, 'Acme Bécane')
      const claim = await owner.post(`/v1/brands/${acme.brandId}/accounts`, {
        account: `https://twitter.com/${handle}?lang=es`,
      })
      expect(claim.status).toBe(201)
      expect(claim.body).toMatchObject({ platform: 'x', handle, waiting_for: 'domain' })
      expect((await lookUp(registry, domain)).body.verdict).toBe('unregistered')

      publish(registry, acme.challenge(method))
      const checked = await acme.check(method)
      expect(attemptIn(checked)).toMatchObject({ method, outcome: 'proved', reason: null })
      expect(checked.body.state).toBe('proved')
      expect(checked.body.retry_after).toBeNull()

      const single = await lookUp(registry, `https://x.com/${handle.toUpperCase()}`)
      expect(single.body).toMatchObject({
        query: { kind: 'account', platform: 'x', handle, url: `https://x.com/${handle}` },
        verdict: 'declared',
        brand: null,
        claimed_by: [{ slug: domain, domain, name_state: 'self_given' }],
      })
      const bulk = await registry.ask('/v1/lookup', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          queries: [domain, `@${handle}@x.com`, 'https://x.com/search?q=acme', handle],
        }),
      })
      expect(bulk.status).toBe(200)
      expect(bulk.body.items).toHaveLength(4)
      expect(bulk.body.items[0]).toMatchObject({ verdict: 'controlled', brand: { slug: domain } })
      expect(bulk.body.items[2]).toMatchObject({ verdict: null, problem: { reason: 'not_an_account' } })

      await expectGenuineBadge(registry, domain)
      const page = await registry.ask(`/b/${domain}`)
      expect(page.status).toBe(200)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(page.text).toContain(domain)
    },
  )

  test('the home page is HTML and its style sheet is there', async () => {
    const home = await registry.ask('/')
    expect(home.status).toBe(200)
    expect(home.headers.get('content-type')).toContain('text/html')
    const style = /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/.exec(home.text)?.[1]
    expect((await registry.ask(style ?? '/nothing')).headers.get('content-type')).toContain('text/css')
  })

  test('the API reference is served whole from here', async () => {
    const docs = await registry.ask('/docs')
    expect(docs.status).toBe(200)
    const parts = [...docs.text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(parts.length).toBeGreaterThan(0)
    for (const path of parts) expect((await registry.ask(path)).status, path).toBe(200)
    expect((await registry.ask('/openapi.json')).body.openapi).toMatch(/^3\.1/)
  })

  test('nothing was reached that nobody may reach', () => {
    expect(registry.strayed()).toEqual([])
  })
})

type DidDocument = {
  readonly id: string
  readonly verificationMethod: readonly { readonly id: string; readonly publicKeyJwk: JWK }[]
}

/** As a website with nothing but the badge would do it: the issuer's DID leads to the key. */
async function expectGenuineBadge(registry: Registry, domain: string): Promise<void> {
  const jwt = await registry.ask(`/badges/${domain}.jwt`)
  expect(jwt.status).toBe(200)
  expect(jwt.headers.get('content-type')).toBe('application/vc+jwt')
  const { kid = '', alg, typ } = decodeProtectedHeader(jwt.text)
  expect({ alg, typ }).toEqual({ alg: 'ES256', typ: 'vc+jwt' })
  const [did = ''] = kid.split('#')
  const host = decodeURIComponent(did.replace('did:web:', ''))
  const answer = await fetch(`http://${host}/.well-known/did.json`)
  const document = (await answer.json()) as DidDocument
  expect(document.id).toBe(did)
  const method = document.verificationMethod.find((one) => one.id === kid)
  const { payload } = await compactVerify(jwt.text, await importJWK(method?.publicKeyJwk ?? {}, 'ES256'))
  const credential = JSON.parse(new TextDecoder().decode(payload))
  expect([credential.iss, credential.issuer]).toEqual([did, did])
  expect(JSON.stringify(credential.credentialSubject)).toContain(domain)

  const jwks = await registry.ask('/.well-known/jwks.json')
  expect(jwks.body.keys.map((key: { kid: string }) => key.kid)).toContain(kid)

  expect((await verify(registry, jwt.text)).body.valid).toBe(true)
  const [head = '', body = '', signature = ''] = jwt.text.split('.')
  const turned = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  expect((await verify(registry, [head, body, turned].join('.'))).body.valid).toBe(false)

  const svg = await registry.ask(`/badges/${domain}.svg`)
  expect(svg.headers.get('content-type')).toContain('image/svg+xml')
  expect(svg.text).toContain(domain)
  const json = await registry.ask(`/badges/${domain}.json`)
  expect(json.status).toBe(200)
  expect(json.text).toContain(domain)
}

import { expect } from 'vitest'
import type { MethodName } from '#challenges/method.ts'
import type { Registry } from '#test/support/doors.ts'
import type { Answered, Owner } from '#test/support/house.ts'
import type { Page } from '#test/support/internet/page.ts'

export type { MethodName }

export type Challenge = {
  readonly method: MethodName
  readonly name: string
  readonly value: string
  readonly url: string
  readonly html: string
}

/** A brand with one domain that waits for its proof. */
export type Entered = {
  readonly brandId: string
  readonly domainId: string
  readonly domain: string
  readonly challenge: (method: MethodName) => Challenge
  readonly check: (method?: MethodName) => Promise<Answered>
  readonly state: () => Promise<string>
}

export async function enter(owner: Owner, domain: string, name = 'Acme'): Promise<Entered> {
  const brand = await owner.post('/v1/brands', { name })
  expect(brand.status).toBe(201)
  return await addDomain(owner, brand.body.id, domain)
}

export async function addDomain(owner: Owner, brandId: string, domain: string): Promise<Entered> {
  const added = await owner.post(`/v1/brands/${brandId}/domains`, { domain })
  expect(added.status, added.text).toBe(201)
  expect(added.body).toMatchObject({ domain, state: 'pending' })
  const { id, challenges } = added.body
  return {
    brandId,
    domainId: id,
    domain,
    challenge: (method) => challenges.find((one: Challenge) => one.method === method),
    check: (method) => owner.post(`/v1/domains/${id}/check`, method === undefined ? undefined : { method }),
    state: async () => (await owner.get(`/v1/domains/${id}`)).body.state,
  }
}

/** Does what the challenge tells its owner to do. */
export function publish(registry: Registry, { method, name, value, url, html }: Challenge): void {
  const { zone } = registry.internet
  switch (method) {
    case 'dns-txt':
      return zone.set(name, { TXT: [value] })
    case 'dns-cname':
      return zone.set(name, { CNAME: value })
    case 'http-file':
      return serve(registry, url, { headers: { 'content-type': 'text/plain' }, body: value })
    case 'html-meta':
      return serve(registry, url, `<!doctype html><html><head><title>Home</title>${html}</head></html>`)
  }
}

export function serve({ internet, address }: Registry, url: string, page: Page): void {
  internet.zone.set(new URL(url).hostname, { A: [address] })
  internet.page.set(url, page)
}

/** The one attempt that a check by one method made. */
export function attemptIn(checked: Answered): { outcome: string; reason: string | null; detail: string } {
  expect(checked.status, checked.text).toBe(200)
  expect(checked.body.attempts).toHaveLength(1)
  return checked.body.attempts[0]
}

export async function verify(registry: Registry, badge: string): Promise<Answered> {
  return await registry.ask('/v1/badges/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ badge }),
  })
}

export async function lookUp(registry: Registry, text: string): Promise<Answered> {
  return await registry.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)
}

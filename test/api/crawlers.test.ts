import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { openHouse, publicUrl } from '#test/support/house.ts'
import { enterBrand, proveBrand } from '#test/support/registered.ts'

describe('crawlers', () => {
  test('find each public brand through the sitemap that robots.txt names, and no other', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await proveBrand(house, owner, 'acme.com')
    await proveBrand(house, owner, 'bücher.example')
    await enterBrand(owner, { name: 'Not proved' })
    const { text: robots } = await house.ask('/robots.txt')
    const index = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? ''
    const { text: files } = await house.ask(index.slice(publicUrl.length))
    const named = [...files.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      url.slice(publicUrl.length),
    )
    expect(named).toEqual(['/sitemap/pages.xml', '/sitemap/brands-1.xml'])
    const { text, headers } = await house.ask('/sitemap/brands-1.xml')
    expect(headers.get('content-type')).toContain('application/xml')
    expect([...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url)).toEqual([
      `${publicUrl}/b/acme.com`,
      `${publicUrl}/b/xn--bcher-kva.example`,
    ])
    expect(text).toContain(`hreflang="pl" href="${publicUrl}/b/acme.com?lang=pl"`)
    expect((await house.ask('/sitemap/brands-2.xml')).status).toBe(404)
    expect((await house.ask('/sitemap/brands-0.xml')).status).toBe(404)
  })

  test('are told only of pages that are there', async () => {
    const house = await openHouse()
    const { text } = await house.ask('/sitemap/pages.xml')
    const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      url.slice(publicUrl.length),
    )
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) expect((await house.ask(path)).status, path).toBe(200)
  })

  test('read a security.txt that is always good for months', async () => {
    const house = await openHouse()
    for (let months = 0; months < 3; months += 1) {
      const { text } = await house.ask('/.well-known/security.txt')
      const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '')
      expect(expires - house.deps.clock.now()).toBeGreaterThan(149 * day)
      expect(expires - house.deps.clock.now()).toBeLessThan(365 * day)
      expect(text).toMatch(/^Contact: http/m)
      house.pass(31 * day)
    }
  })
})

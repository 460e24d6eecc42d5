import { describe, expect, test } from 'vitest'
import { registrable } from '#base/registrable.ts'
import { isServerOf, providerOf, providers } from '#challenges/dns-providers.ts'
import { panelFor } from '#challenges/panel.ts'
import { parkingOf, parkings } from '#challenges/parking.ts'
import type { Provider } from '#challenges/providers/provider.ts'
import { acme, record, shop } from './fixture.ts'

const target = `org_acme.${acme.token}.dcv.registry.example`

/** Names that only look like it: below a stranger's domain, and of a domain that ends in the same letters. */
const lookAlikes = (server: string) => {
  const domain = registrable(server)
  return [`${server}.evil.example`, `${server}.com`, server.replace(domain, `evil${domain}`)]
}

describe('the list of DNS providers', () => {
  test('has at least forty, each once', () => {
    expect(new Set(providers.map(({ name }) => name)).size).toBe(providers.length)
    expect(providers.length).toBeGreaterThanOrEqual(40)
  })

  test.each(providers)('$name is known by its servers and by no look-alike', (provider) => {
    expect(provider.examples.length).toBeGreaterThan(0)
    for (const server of provider.examples) {
      expect(providers.filter(({ nameServers }) => isServerOf(nameServers, server))).toEqual([provider])
      expect(providerOf([server])).toBe(provider)
      expect(providerOf([server.toUpperCase()])).toBe(provider)
      for (const other of lookAlikes(server)) expect([other, providerOf([other])]).toEqual([other, null])
    }
  })

  test.each(providers)('the panel of $name is at an https address', ({ url }) => {
    const { protocol, username, href } = new URL(url.replace('{zone}', 'acme.com'))
    expect([protocol, username]).toEqual(['https:', ''])
    expect(href).not.toMatch(/[{}]/)
  })

  test('every pattern is anchored and every suffix is a domain', () => {
    for (const known of [...providers, ...parkings].flatMap(({ nameServers }) => nameServers)) {
      if (typeof known === 'string') expect(known).toMatch(/^[a-z\d-]+(?:\.[a-z\d-]+)+$/)
      else expect(known.source).toMatch(/^\^.*\$$/)
    }
  })

  test('servers of two providers, of an unknown one, or none at all, name nobody', () => {
    expect(providerOf(['kira.ns.cloudflare.com', 'ns1.he.net'])).toBeNull()
    expect(providerOf(['kira.ns.cloudflare.com', 'ns1.acme.com'])).toBeNull()
    expect(providerOf(['ns1.acme.com', 'ns2.acme.com'])).toBeNull()
    expect(providerOf([])).toBeNull()
  })
})

describe('what a panel wants typed', () => {
  const provider: Provider = {
    name: 'P',
    nameServers: [],
    url: 'https://p.example/{zone}',
    host: 'relative',
    txt: 'plain',
    cname: 'plain',
    examples: [],
  }

  test('is the host without the zone, and the plain value', () => {
    expect(panelFor(provider, acme, 'dns-txt')).toEqual({
      provider: 'P',
      url: 'https://p.example/acme.com',
      type: 'TXT',
      host: '_veramarca-challenge',
      value: record,
    })
    expect(panelFor(provider, shop, 'dns-cname')).toMatchObject({
      type: 'CNAME',
      host: '_veramarca.shop',
      value: target,
    })
  })

  test('is relative to the zone that the subdomain has of its own', () => {
    expect(panelFor(provider, shop, 'dns-txt', 'shop.acme.com')).toMatchObject({
      url: 'https://p.example/shop.acme.com',
      host: '_veramarca-challenge',
    })
  })

  test('is the whole name, a text in quotes, a target with its final dot, where it asks for that', () => {
    const exact: Provider = { ...provider, host: 'full', txt: 'quoted', cname: 'final-dot' }
    expect(panelFor(exact, shop, 'dns-txt')).toMatchObject({
      host: '_veramarca-challenge.shop.acme.com',
      value: `"${record}"`,
    })
    expect(panelFor(exact, shop, 'dns-cname')).toMatchObject({
      host: '_veramarca.shop.acme.com',
      value: `${target}.`,
    })
  })
})

describe('parking', () => {
  test.each([
    [['ns1.sedoparking.com', 'ns2.sedoparking.com'], 'Sedo, a parking service'],
    [['ns3.afternic.com', 'ns4.afternic.com'], 'Afternic, where domains are for sale'],
    [['nsg1.namebrightdns.com'], 'HugeDomains, where domains are for sale'],
    [
      ['failed-whois-verification.namecheap.com', 'verify-contact-details.namecheap.com'],
      'Namecheap, for owners who have not confirmed their contact details',
    ],
  ])('%j is known', (servers, whose) => {
    expect(parkingOf(servers)?.whose).toBe(whose)
  })

  test.each([
    [['ns1.dns-parking.com', 'ns2.dns-parking.com']],
    [['ns1.dnsowl.com']],
    [['ns1.namebrightdns.com']],
    [['ns1.sedoparking.com', 'ns1.acme.com']],
    [['ns1.sedoparking.com.evil.example']],
    [['ns1.notsedoparking.com']],
    [[]],
  ])('%j is none', (servers) => {
    expect(parkingOf(servers)).toBeNull()
  })

  test('no provider’s server is a parking', () => {
    expect(
      providers.flatMap(({ examples }) => examples).filter((server) => parkingOf([server]) !== null),
    ).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { agreed, nameServersOf } from '#challenges/name-servers.ts'
import { createWorld } from '#test/support/world.ts'

const acme = { name: 'acme.com', registrableDomain: 'acme.com' }

describe('name servers', () => {
  const [here, there] = [['a', 'b'], ['x']]

  test.each([
    { sets: [here, here, here], is: here },
    { sets: [here, here, there], is: here },
    { sets: [here, there, null], is: null },
    { sets: [null, here, here], is: null },
    { sets: [here, there], is: null },
    { sets: [here, null, here, here, here, here, null], is: here },
    { sets: [here], is: null },
    { sets: [], is: null },
  ])('told as $sets are $is', ({ sets, is }) => {
    expect(agreed(sets)).toEqual(is)
  })

  test('come sorted and once each, whatever the order in which they were told', async () => {
    const world = createWorld()
    world.dns.records('acme.com', 'NS', 'ns2.dns.example', 'ns1.dns.example', 'ns2.dns.example')
    expect(await nameServersOf(world.net, acme)).toEqual(['ns1.dns.example', 'ns2.dns.example'])
  })

  test('of a zone below count for the names in it, and for no others', async () => {
    const world = createWorld()
    world.dns.records('acme.com', 'NS', 'ns1.dns.example')
    world.dns.records('shop.acme.com', 'NS', 'ns.shops.example')
    const shop = { ...acme, name: 'www.shop.acme.com' }
    expect(await nameServersOf(world.net, shop)).toEqual(['ns.shops.example', 'ns1.dns.example'])
    expect(await nameServersOf(world.net, acme)).toEqual(['ns1.dns.example'])
    world.dns.fail('shop.acme.com', 'timeout')
    expect(await nameServersOf(world.net, shop)).toBeNull()
  })

  test('that are not there, or cannot be asked for, are not known', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    expect(await nameServersOf(world.net, acme)).toBeNull()
    world.dns.servfail('acme.com')
    expect(await nameServersOf(world.net, acme)).toBeNull()
  })
})

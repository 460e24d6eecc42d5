import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { createAddressGuard, isAddressLiteral } from '#net/address-guard.ts'
import { specialPurposeV4, specialPurposeV6 } from '#net/special-purpose.ts'

const guard = createAddressGuard([])
const octet = fc.integer({ min: 0, max: 255 })
const group = fc.integer({ min: 0, max: 0xffff })
const v4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'))

const v6 = (...groups: readonly number[]): string => groups.map((part) => part.toString(16)).join(':')

// As the IANA registries list them, and what DESIGN adds; not derived from the table under test.
const registry = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.0/29
  192.0.0.8/32 192.0.0.9/32 192.0.0.10/32 192.0.0.170/32 192.0.0.171/32 192.0.2.0/24 192.31.196.0/24
  192.52.193.0/24 192.88.99.0/24 192.88.99.2/32 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32 168.63.129.16/32
  ::1/128 ::/128 ::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001::/32
  2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 2001:20::/28
  2001:30::/28 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`

describe('every row of the special-purpose registries', () => {
  it.each(registry.trim().split(/\s+/))('%s is refused whole', (cidr) => {
    const [network, prefix] = ipaddr.parseCIDR(cidr)
    const noise = fc.uint8Array({ minLength: 16, maxLength: 16 })
    const isRefused = (bits: Uint8Array) =>
      guard(ipaddr.fromByteArray(inside(network.toByteArray(), prefix, bits)).toString()) !== null
    const edges: [Uint8Array][] = [[new Uint8Array(16)], [new Uint8Array(16).fill(255)]]
    fc.assert(fc.property(noise, isRefused), { numRuns: 20, examples: edges })
  })

  it('and no row is only in the table', () => {
    const rows = Object.keys({ ...specialPurposeV4, ...specialPurposeV6 })
    expect(rows.filter((row) => !registry.includes(row) && row !== '0.0.0.0/32')).toEqual([])
  })
})

function inside(network: readonly number[], prefix: number, noise: Uint8Array): number[] {
  return network.map((byte, index) => {
    const free = Math.min(8, Math.max(0, 8 * (index + 1) - prefix))
    const mask = (1 << free) - 1
    return (byte & ~mask) | ((noise[index] ?? 0) & mask)
  })
}

describe('public addresses pass', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2003::1',
    '2a00:1450:4001::200e',
    '2620:fe::fe',
  ])('%s', (address) => expect(guard(address)).toBeNull())
})

describe('what hides an IPv4 address in an IPv6 one is refused, whatever it hides', () => {
  const hiding = {
    'IPv4-mapped': (high: number, low: number) => v6(0, 0, 0, 0, 0, 0xffff, high, low),
    'IPv4-compatible': (high: number, low: number) => v6(0, 0, 0, 0, 0, 0, high, low),
    NAT64: (high: number, low: number) => v6(0x64, 0xff9b, 0, 0, 0, 0, high, low),
    'local NAT64': (high: number, low: number) => v6(0x64, 0xff9b, 1, 0, 0, 0, high, low),
    '6to4': (high: number, low: number) => v6(0x2002, high, low, 0, 0, 0, 0, 1),
    Teredo: (high: number, low: number) =>
      v6(0x2001, 0, 0x4136, 0xe378, 0x8000, 0x63bf, ~high & 0xffff, ~low & 0xffff),
  }
  it.each(Object.entries(hiding))('%s', (_name, hide) => {
    fc.assert(fc.property(group, group, (high, low) => guard(hide(high, low)) !== null))
  })
})

it('nothing outside 2000::/3 passes', () => {
  const outside = group.filter((part) => part >> 13 !== 1)
  const rest = fc.array(group, { minLength: 7, maxLength: 7 })
  fc.assert(fc.property(outside, rest, (head, tail) => guard(v6(head, ...tail)) !== null))
})

it('text that is no address in its usual form is refused', () => {
  fc.assert(fc.property(fc.string(), (text) => guard(text) !== null))
  for (const text of [
    '',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '0177.0.0.1',
    '1.1.1.1.',
    '2606::1%eth0',
    '[2606::1]',
  ]) {
    expect(guard(text)).not.toBeNull()
  }
})

describe('the allow list', () => {
  it('lets through exactly its own blocks', () => {
    const lax = createAddressGuard(['127.0.0.0/8', 'fd00::/64'])
    expect(lax('127.0.0.1')).toBeNull()
    expect(lax('127.255.255.255')).toBeNull()
    expect(lax('fd00::1')).toBeNull()
    expect(lax('fd00:0:0:1::1')).not.toBeNull()
    expect(lax('10.0.0.1')).not.toBeNull()
  })

  it('does not let its addresses through in a disguise', () => {
    const lax = createAddressGuard(['127.0.0.0/8'])
    expect(lax('::ffff:127.0.0.1')).not.toBeNull()
    expect(lax('64:ff9b::7f00:1')).not.toBeNull()
  })

  it('is refused at once when it cannot be read', () => {
    expect(() => createAddressGuard(['localhost'])).toThrow()
  })

  it('changes nothing for all other addresses', () => {
    const lax = createAddressGuard(['127.0.0.0/8'])
    const others = v4.filter((address) => !address.startsWith('127.'))
    fc.assert(fc.property(others, (address) => lax(address) === guard(address)))
  })
})

it('sees an address in every form that the URL parser accepts', () => {
  const forms = [
    '127.1',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.0.0.1.',
    '①②⑦.0.0.1',
    '[::1]',
    '[::ffff:7f00:1]',
  ]
  for (const form of forms) expect(isAddressLiteral(new URL(`http://${form}/`).hostname)).toBe(true)
  for (const host of ['acme.com', '1.2.3.4.example', '127.0.0.1.nip.io', 'xn--80ak6aa92e.com']) {
    expect(isAddressLiteral(new URL(`http://${host}/`).hostname)).toBe(false)
  }
})

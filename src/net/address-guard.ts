import ipaddr from 'ipaddr.js'
import { globalUnicastV6, specialPurposeV4, specialPurposeV6 } from './special-purpose.ts'

/** Why we do not connect to this address, in words; null when we may. */
export type AddressGuard = (address: string) => string | null

type Block = { readonly cidr: readonly [ipaddr.IPv4 | ipaddr.IPv6, number]; readonly why: string }

const special = [...blocks(specialPurposeV4), ...blocks(specialPurposeV6)]
const globalUnicast = ipaddr.parseCIDR(globalUnicastV6)

/**
 * Refuses whatever is not plainly public. Text that is not an address in its usual form is refused too.
 * @param allow CIDRs that may be reached besides public addresses; one that is not a CIDR is an error at once.
 */
export function createAddressGuard(allow: readonly string[]): AddressGuard {
  const allowed = allow.map((cidr) => ipaddr.parseCIDR(cidr))
  return (text) => {
    const address = parse(text)
    if (address === null) return 'not an IP address'
    if (allowed.some((cidr) => isInside(address, cidr))) return null
    const block = special.find(({ cidr }) => isInside(address, cidr))
    if (block !== undefined) return block.why
    return address.kind() === 'ipv6' && !isInside(address, globalUnicast) ? 'outside global unicast' : null
  }
}

/** True for any IP literal in a URL's host, which WHATWG URL has already normalised (127.1, 0x7f.1, 2130706433). */
export function isAddressLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || ipaddr.IPv4.isValidFourPartDecimal(hostname)
}

export function isV6(address: string): boolean {
  return address.includes(':')
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  return isV6(text) && !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : null
}

function isInside(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  cidr: readonly [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  const [network, prefix] = cidr
  return address.kind() === network.kind() && address.match(network, prefix)
}

function blocks(rows: Readonly<Record<string, string>>): Block[] {
  return Object.entries(rows).map(([cidr, why]) => ({ cidr: ipaddr.parseCIDR(cidr), why }))
}

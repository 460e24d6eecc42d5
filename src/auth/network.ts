import ipaddr from 'ipaddr.js'

/**
 * Whom an address most likely belongs to: one IPv4 address, or the /64 that a line is given (RFC 6177). Loopback is a
 * proxy, behind which is everybody, or the operator.
 */
export function networkOf(address: string | null): string | null {
  if (address === null || !ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'loopback') return null
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}

export function isLoopback(address: string | null): boolean {
  return address !== null && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}

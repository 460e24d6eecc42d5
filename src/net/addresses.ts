import { type AddressGuard, isV6 } from './address-guard.ts'
import { type Dns, type DnsAnswer, Unreachable } from './net.ts'

/**
 * Every address of a host, checked: IPv6 first. One special-purpose address spoils them all, since an attacker's
 * name may mix public and private ones.
 * @throws Unreachable: `address_not_public`, `no_address`, and the reasons of `Dns.ask`
 */
export async function resolveHost(dns: Dns, host: string, guard: AddressGuard): Promise<readonly string[]> {
  const looks = await Promise.allSettled([dns.ask(host, 'AAAA'), dns.ask(host, 'A')])
  const answers = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []))
  const addresses = answers.flatMap((answer) => answer.values)
  for (const address of addresses) {
    const why = guard(address)
    if (why !== null) {
      const detail = `${host} has the address ${address}, which is not public (${why}).`
      throw new Unreachable('address_not_public', detail)
    }
  }
  if (addresses.length > 0) return addresses
  // One family failed and the other is empty: whether there is an address is not known.
  const failed = looks.find((look) => look.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  throw new Unreachable('no_address', noAddress(host, answers))
}

/** RFC 8305 §3 without its races: the first IPv6 address, then one IPv4 address. */
export function candidates(addresses: readonly string[]): readonly string[] {
  return [addresses.find(isV6), addresses.find((address) => !isV6(address))].filter(
    (found) => found !== undefined,
  )
}

function noAddress(host: string, answers: readonly DnsAnswer[]): string {
  return answers.some((answer) => answer.kind === 'nxdomain')
    ? `${host} does not exist in the DNS.`
    : `${host} has neither an A nor an AAAA record.`
}

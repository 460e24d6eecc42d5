import { registrable } from '#base/registrable.ts'
import { isAddressLiteral } from './address-guard.ts'
import { createDns } from './dns.ts'
import { type Connect, createGuardedGet } from './guarded-get.ts'
import type { AddressGuard } from './address-guard.ts'
import type { NetLimits } from './limits.ts'
import type { Net } from './net.ts'

/** One perspective per DoH URL, the first the primary. */
export function createNet(
  dohUrls: readonly string[],
  guard: AddressGuard,
  connect: Connect,
  limits: NetLimits,
): Net {
  const hosts = dohUrls.map((url) => new URL(url).host)
  return {
    perspectives: dohUrls.map((dohUrl, index) => {
      const dns = createDns(dohUrl, limits)
      const get = createGuardedGet({ dns, guard, connect, limits })
      return { name: uniqueName(hosts, index), resolver: operatorOf(dohUrl), network: 'local', dns, get }
    }),
  }
}

/** Who runs a resolver: its registrable domain. On loopback each port is somebody's. */
export function operatorOf(dohUrl: string): string {
  const { hostname, host } = new URL(dohUrl)
  const domain = registrable(hostname)
  return domain.includes('.') && !isAddressLiteral(hostname) ? domain : host
}

/** Evidence names the operator by host; a second URL on the same host gets a number. */
function uniqueName(hosts: readonly string[], index: number): string {
  const host = hosts[index] ?? ''
  const before = hosts.slice(0, index).filter((other) => other === host).length
  return before === 0 ? host : `${host}#${before + 1}`
}

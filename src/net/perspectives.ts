import { registrable } from '#base/registrable.ts'
import { isAddressLiteral } from './address-guard.ts'
import { createDns } from './dns.ts'
import { type Connect, createGuardedGet } from './guarded-get.ts'
import type { AddressGuard } from './address-guard.ts'
import type { NetLimits } from './limits.ts'
import type { Net, Perspective, Remote } from './net.ts'
import type { Post } from './post.ts'

/** How this platform reaches pages and resolvers. */
type Transport = { readonly connect: Connect; readonly postTo: (url: URL) => Post }

/** One perspective per DoH URL, the first the primary. */
export function createNet(
  dohUrls: readonly string[],
  guard: AddressGuard,
  { connect, postTo }: Transport,
  limits: NetLimits,
  remotes: readonly Remote[],
): Net {
  const urls = dohUrls.map((dohUrl) => new URL(dohUrl))
  const hosts = urls.map((url) => url.host)
  const resolvers = urls.map((url, index): Perspective => {
    const dns = createDns(url.host, limits, postTo(url))
    const get = createGuardedGet({ dns, guard, connect, limits })
    const name = uniqueName(hosts, index)
    return { name, resolver: operatorOf(url) ?? name, network: 'local', dns, get }
  })
  return { perspectives: resolvers, resolvers, remotes }
}

/** Who runs a resolver, by its registrable domain; null on loopback, where each URL stands for an operator. */
export function operatorOf({ hostname }: URL): string | null {
  const domain = registrable(hostname)
  return domain.includes('.') && !isAddressLiteral(hostname) ? domain : null
}

/** Evidence names the operator by host; a second URL on the same host gets a number. */
function uniqueName(hosts: readonly string[], index: number): string {
  const host = hosts[index] ?? ''
  const before = hosts.slice(0, index).filter((other) => other === host).length
  return before === 0 ? host : `${host}#${before + 1}`
}

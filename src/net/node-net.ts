import { createAddressGuard } from './address-guard.ts'
import { connectNode } from './connect-node.ts'
import { type NetLimits, netLimits } from './limits.ts'
import type { Net } from './net.ts'
import { createNet } from './perspectives.ts'
import { postNode } from './post-node.ts'
import { httpRemote, type RemoteHost } from './remote-http.ts'

export type NodeNetOptions = {
  /** RFC 8484 endpoints, one per operator, the first the primary. Not subject to the guard or the port map. */
  readonly dohUrls: readonly string[]
  /** CIDRs reachable besides public addresses. A malformed one throws here. */
  readonly outboundAllow: readonly string[]
  /** A URL's port → the port to connect to instead. */
  readonly outboundPorts: ReadonlyMap<number, number>
  /** Other Veramarcas that look for us. Not subject to the guard or the port map either. */
  readonly remotes?: readonly RemoteHost[]
  readonly limits?: Partial<NetLimits>
  /** PEM of the only CA to trust, for tests; the runtime's when absent. */
  readonly ca?: string
}

/** The outside world on Node: connects to exactly the addresses that were checked. */
export function createNodeNet({ dohUrls, outboundAllow, outboundPorts, ...options }: NodeNetOptions): Net {
  const limits = { ...netLimits, ...options.limits }
  const connect = connectNode({ limits, ports: outboundPorts, ca: options.ca })
  const remotes = (options.remotes ?? []).map((host) => httpRemote(host, limits))
  return createNet(dohUrls, createAddressGuard(outboundAllow), { connect, postTo: postNode }, limits, remotes)
}

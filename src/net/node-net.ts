import { createAddressGuard } from './address-guard.ts'
import { connectNode } from './connect-node.ts'
import { type NetLimits, netLimits } from './limits.ts'
import type { Net } from './net.ts'
import { createNet } from './perspectives.ts'
import { postNode } from './post-node.ts'

export type NodeNetOptions = {
  /** RFC 8484 endpoints, one per operator, the first the primary. Not subject to the guard or the port map. */
  readonly dohUrls: readonly string[]
  /** CIDRs reachable besides public addresses. A malformed one throws here. */
  readonly outboundAllow: readonly string[]
  /** A URL's port → the port to connect to instead. */
  readonly outboundPorts: ReadonlyMap<number, number>
  readonly limits?: Partial<NetLimits>
  /** PEM of the only CA to trust, for tests; the runtime's when absent. */
  readonly ca?: string
}

/** The outside world on Node: connects to exactly the addresses that were checked. */
export function createNodeNet({ dohUrls, outboundAllow, outboundPorts, limits, ca }: NodeNetOptions): Net {
  const all = { ...netLimits, ...limits }
  const connect = connectNode({ limits: all, ports: outboundPorts, ca })
  return createNet(dohUrls, createAddressGuard(outboundAllow), { connect, postTo: postNode }, all)
}

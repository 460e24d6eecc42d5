import { createAddressGuard } from './address-guard.ts'
import { connectWorkers } from './connect-workers.ts'
import { type NetLimits, netLimits } from './limits.ts'
import type { Net } from './net.ts'
import { createNet } from './perspectives.ts'
import { postWorkers } from './post-workers.ts'

export type WorkersNetOptions = {
  /** RFC 8484 endpoints, one per operator, the first the primary. */
  readonly dohUrls: readonly string[]
  readonly limits?: Partial<NetLimits>
  /** Fetches pages (never DNS); the platform's own when absent. */
  readonly fetchPage?: typeof fetch
}

/** The outside world in workerd: the DNS answers are checked, the platform makes the connection. */
export function createWorkersNet({ dohUrls, limits, fetchPage }: WorkersNetOptions): Net {
  // workerd's fetch must be called as a function, not as a method of something else.
  const connect = connectWorkers(fetchPage ?? ((input, init) => fetch(input, init)))
  const transport = { connect, postTo: postWorkers }
  return createNet(dohUrls, createAddressGuard([]), transport, { ...netLimits, ...limits })
}

import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import { createAddressGuard } from './address-guard.ts'
import { connectWorkers } from './connect-workers.ts'
import { type NetLimits, netLimits } from './limits.ts'
import type { Net } from './net.ts'
import { createNet } from './perspectives.ts'
import { postWorkers } from './post-workers.ts'
import { httpRemote, type RemoteHost } from './remote-http.ts'
import { objectPlaces, objectRemote } from './remote-object.ts'

export type WorkersNetOptions = {
  /** RFC 8484 endpoints, one per operator, the first the primary. */
  readonly dohUrls: readonly string[]
  /** Objects far away that look through every resolver but the first; without them all look from here. */
  readonly objects?: DurableObjectNamespace | undefined
  /** Other Veramarcas that look for us. */
  readonly remotes?: readonly RemoteHost[]
  readonly limits?: Partial<NetLimits>
  /** Fetches pages (never DNS); the platform's own when absent. */
  readonly fetchPage?: typeof fetch
}

/** The outside world in workerd: the DNS answers are checked, the platform makes the connection. */
export function createWorkersNet({ dohUrls, objects, ...options }: WorkersNetOptions): Net {
  const { fetchPage, remotes = [] } = options
  const limits = { ...netLimits, ...options.limits }
  // workerd's fetch must be called as a function, not as a method of something else.
  const transport = {
    connect: connectWorkers(fetchPage ?? ((input, init) => fetch(input, init))),
    postTo: postWorkers,
  }
  const hosts = remotes.map((host) => httpRemote(host, limits))
  const guard = createAddressGuard([])
  const net = createNet(dohUrls, guard, transport, limits, hosts)
  if (objects === undefined) return net
  const places = objectPlaces(dohUrls).map((place) => objectRemote(objects, place, limits))
  return { ...net, perspectives: net.resolvers.slice(0, 1), remotes: [...places, ...hosts] }
}

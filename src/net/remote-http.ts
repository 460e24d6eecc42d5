import type { NetLimits } from './limits.ts'
import type { Remote } from './net.ts'
import { askElsewhere } from './remote.ts'

/** Another Veramarca, and our key there, which has the scope `look`. */
export type RemoteHost = {
  /** Origin, no final slash. */
  readonly origin: string
  readonly key: string
}

/** A remote Veramarca: where it stands is its own matter, so its host is its network. */
export function httpRemote({ origin, key }: RemoteHost, limits: Pick<NetLimits, 'remoteLookMs'>): Remote {
  const { host } = new URL(origin)
  return {
    name: host,
    network: host,
    look: (request) =>
      askElsewhere(host, request, limits, (init) =>
        fetch(`${origin}/v1/looks`, {
          ...init,
          headers: { ...init.headers, authorization: `Bearer ${key}` },
        }),
      ),
  }
}

import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import type { NetLimits } from './limits.ts'
import type { Remote } from './net.ts'
import { askElsewhere } from './remote.ts'

/** Far from one another first: each further resolver gets the next of them. */
const regions = ['enam', 'weur', 'apac', 'wnam', 'sam', 'oc', 'eeur', 'afr', 'me'] as const

export type ObjectPlace = { readonly region: (typeof regions)[number]; readonly dohUrl: string }

/** Which object looks through which resolver: one region for each after the first, which is the primary's. */
export function objectPlaces(dohUrls: readonly string[]): readonly ObjectPlace[] {
  return regions.flatMap((region, index) => {
    const dohUrl = dohUrls[index + 1]
    return dohUrl === undefined ? [] : [{ region, dohUrl }]
  })
}

/**
 * A Durable Object that looks from its region. The hint holds for the first `get` alone and is best effort, so the
 * object's own reports say where it is.
 */
export function objectRemote(
  objects: DurableObjectNamespace,
  { region }: ObjectPlace,
  limits: Pick<NetLimits, 'remoteLookMs'>,
): Remote {
  return {
    name: region,
    network: null,
    look: (request) =>
      // Without the signal, which the platform's types and ours do not share: an object's own deadlines end its look.
      askElsewhere(region, request, limits, async ({ method, headers, body, redirect }) => {
        const object = objects.get(objects.idFromName(region), { locationHint: region })
        return await object.fetch(`https://perspective.invalid/${region}`, {
          method,
          headers: { ...headers },
          body,
          redirect,
        })
      }),
  }
}

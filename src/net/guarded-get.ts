import type { AddressGuard } from './address-guard.ts'
import { resolveHost } from './addresses.ts'
import { asText, type Body, readBody } from './body.ts'
import { within } from './deadline.ts'
import { nextHop } from './hop.ts'
import type { NetLimits } from './limits.ts'
import { type Dns, type GuardedGet, Unreachable } from './net.ts'

/** How one checked hop is fetched: the two doors differ in nothing else. */
export type Connect = (hop: Hop) => Promise<Response>

export type Hop = {
  readonly url: URL
  /** All checked, IPv6 first. */
  readonly addresses: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  /** Encoded bytes are counted too: a stream may decode to nothing for ever. */
  readonly bytesMax: number
  readonly signal: AbortSignal
}

export type Response = {
  readonly status: number
  readonly location: string | null
  readonly contentType: string | null
  /** Null where it cannot be seen. */
  readonly address: string | null
  /** Decoded. Reading it throws only Unreachable. */
  readonly body: Body
  discard(): void
}

export type GuardedGetDeps = {
  readonly dns: Dns
  readonly guard: AddressGuard
  readonly connect: Connect
  readonly limits: NetLimits
}

const followed = new Set([301, 302, 307, 308])

/** The policy of every look at a web page, the same through both doors. Each hop is judged anew, from its name on. */
export function createGuardedGet({ dns, guard, connect, limits }: GuardedGetDeps): GuardedGet {
  return (start, { bytesMax, target, accept = '*/*' }) => {
    const late = `${target} did not deliver the page within ${limits.lookMs / 1_000} seconds.`
    return within(limits.lookMs, late, async (signal) => {
      const addresses: string[] = []
      const redirects: string[] = []
      let url = nextHop(start, null, target, limits)
      const seen = new Set([url.href])
      for (;;) {
        const headers = { accept, 'accept-encoding': 'identity', 'user-agent': 'Veramarca' }
        const checked = await resolveHost(dns, url.hostname, guard)
        signal.throwIfAborted()
        const response = await connect({ url, addresses: checked, headers, bytesMax, signal })
        if (response.address !== null) addresses.push(response.address)
        const { status, location, contentType } = response
        if (!followed.has(status) || location === null) {
          const { bytes, truncated } = await readBody(response.body, bytesMax)
          const body = asText(bytes, truncated)
          return { status, url: url.href, contentType, body, truncated, addresses, redirects }
        }
        response.discard()
        if (redirects.length === limits.redirectsMax) {
          throw new Unreachable(
            'too_many_redirects',
            `More than ${limits.redirectsMax} redirects from ${target}.`,
          )
        }
        url = nextHop(location, url, target, limits)
        if (seen.has(url.href)) {
          throw new Unreachable('redirect_loop', `The redirects of ${target} lead back to where they were.`)
        }
        seen.add(url.href)
        redirects.push(url.href)
      }
    })
  }
}

import type { AddressGuard } from './address-guard.ts'
import { resolveHost } from './addresses.ts'
import { asText, type Body, readBody } from './body.ts'
import { within } from './deadline.ts'
import { nextHop } from './hop.ts'
import type { NetLimits } from './limits.ts'
import { type Dns, type GuardedGet, type Page, Unreachable } from './net.ts'
import { retryAfterSeconds } from './retry-after.ts'

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
  /** By its lower-case name. */
  readonly header: (name: string) => string | null
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
  return (start, { bytesMax, target, accept = '*/*', headers: given }) => {
    const late = `${target} did not deliver the page within ${limits.lookMs / 1_000} seconds.`
    return within(limits.lookMs, late, async (signal) => {
      const addresses: string[] = []
      const redirects: string[] = []
      let url = nextHop(start, null, target, limits)
      const { origin } = url
      const seen = new Set([url.href])
      for (;;) {
        const own = { accept, 'accept-encoding': 'identity', 'user-agent': 'Veramarca' }
        const headers = url.origin === origin ? { ...given, ...own } : own
        const checked = await resolveHost(dns, url.hostname, guard)
        signal.throwIfAborted()
        const response = await connect({ url, addresses: checked, headers, bytesMax, signal })
        if (response.address !== null) addresses.push(response.address)
        const { status, header } = response
        const location = header('location')
        if (!followed.has(status) || location === null) {
          const { bytes, truncated } = await readBody(response.body, bytesMax)
          const body = asText(bytes, truncated)
          return { status, url: url.href, ...told(header), body, truncated, addresses, redirects }
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

/** A validator is any server's text, and is kept and sent back: no honest one is longer. */
const validatorText = /^[ -~]{1,300}$/

function told(
  header: Response['header'],
): Pick<Page, 'contentType' | 'etag' | 'lastModified' | 'retryAfter'> {
  const validator = (name: string) => {
    const value = header(name)
    return value !== null && validatorText.test(value) ? value : null
  }
  return {
    contentType: header('content-type'),
    etag: validator('etag'),
    lastModified: validator('last-modified'),
    retryAfter: retryAfterSeconds(header('retry-after'), header('date')),
  }
}

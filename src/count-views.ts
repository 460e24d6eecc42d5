import type { MiddlewareHandler } from 'hono'
import type { Env } from '#api/endpoint.ts'
import type { Deps } from '#base/deps.ts'

/** Counts what was served of which brand: badges by their address, look-ups by what their route says they name. */
export function countViews({ tally }: Pick<Deps, 'tally'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (c.res.status !== 200 && c.res.status !== 304) return
    const badge = /^\/badges\/([^/]+?)(?:\.(?:svg|png|jwt|json)|\/.*)$/.exec(c.req.path)?.[1]
    if (badge !== undefined) tally.count(badge.toLowerCase(), 'badge')
    for (const slug of new Set(c.get('named'))) tally.count(slug, 'lookup')
  }
}

import { Hono } from 'hono'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { exportOrganisation } from '#claims/export-organisation.ts'

/** `/dashboard/export.json`: whoever leaves takes everything along. */
export function exportRoutes(deps: Deps): Hono {
  const web = new Hono()
  web.get('/dashboard/export.json', async (c) => {
    const all = await exportOrganisation(deps, c.get('acting').principal)
    const told = onWire({ exportedAt: deps.clock.now(), ...all })
    return c.body(`${JSON.stringify(told, null, 2)}\n`, 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="veramarca-${all.organisation.id}.json"`,
    })
  })
  return web
}

/** Moments by their names: `checkedAt`, `failingSince`, `publicFrom`, a bare `at`. */
const isMoment = /(?:At|Since|From|^at)$/

/** As everything leaves the house: names in snake_case, times as RFC 3339 says. */
export function onWire(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => onWire(each))
  if (typeof value === 'number') return isMoment.test(name) ? rfc3339(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [snake(key), onWire(each, key)]))
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

import { Hono } from 'hono'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { keyRoutes } from './key-routes.tsx'
import { memberRoutes } from './member-routes.tsx'
import { newOrganisationRoutes } from './new-routes.tsx'

/** Where people see to an organisation: who acts for it, and by which keys. */
export function organisationRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  web.route('/', newOrganisationRoutes(deps))
  web.route('/', memberRoutes(deps))
  web.route('/', keyRoutes(deps))
  return web
}

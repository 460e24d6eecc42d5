import { Hono } from 'hono'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { newOrganisationRoutes } from './new-routes.tsx'

/** Where people see to an organisation: who acts for it, and by which keys. */
export function organisationRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  web.route('/', newOrganisationRoutes(deps))
  return web
}

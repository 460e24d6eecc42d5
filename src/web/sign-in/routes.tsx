import { Hono } from 'hono'
import { serveVersioned, sheet } from '#web/caching.ts'
import { passkeyScript } from '#web/scripts/passkey.ts'
import { peopleSheet, peopleStyleVersion } from '#web/style/people.ts'
import { accountRoutes } from './account-routes.tsx'
import { emailRoutes } from './email-routes.tsx'
import type { PeopleDeps } from './people-deps.ts'
import { passkeyRoutes } from './passkey-routes.tsx'
import { stepUpRoutes } from './step-up-routes.tsx'

const script = 'text/javascript; charset=utf-8'

/** Where people show who they are, and see to what lets them in. */
export function signInRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  web.route('/', emailRoutes(deps))
  web.route('/', passkeyRoutes(deps))
  web.route('/', stepUpRoutes(deps))
  web.route('/', accountRoutes(deps))
  const { version, source } = passkeyScript
  serveVersioned(web, '/passkey.js', { type: script, version, body: source })
  serveVersioned(web, '/people.css', { type: sheet, version: peopleStyleVersion, body: peopleSheet })
  return web
}

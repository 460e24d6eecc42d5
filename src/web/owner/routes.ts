import { Hono, type MiddlewareHandler } from 'hono'
import type { Deps } from '#base/deps.ts'
import { foreseePanels } from '#brands/foresee-panels.ts'
import { sleep, type Wait } from '#base/wait.ts'
import { serveVersioned, sheet } from '#web/caching.ts'
import { ownerScript } from '#web/scripts/owner.ts'
import { fromHere } from '#web/from-here.tsx'
import { acting, steppedUp } from '#web/signed-in.ts'
import { ownerSheet, ownerStyleVersion } from '#web/style/index.ts'
import { accountRoutes } from './account-routes.tsx'
import { mayWrite } from './answer.tsx'
import { brandRoutes } from './brand-routes.tsx'
import { claimRoutes } from './claim-routes.tsx'
import { confirmRoutes, dangerousPath } from './confirm.tsx'
import { dashboardRoutes } from './dashboard.tsx'
import { domainRoutes } from './domain-routes.tsx'
import { exportRoutes } from './export.ts'
import { islandPath } from './island.tsx'
import { noticeRoutes } from './notices.tsx'
import { publishRoutes } from './publish.tsx'
import { registerRoutes } from './register.tsx'
import { createStreams } from './streams.ts'

type Options = {
  readonly wait?: Wait
  /** Stands in front of what cannot simply be taken back. */
  readonly beforeDanger?: MiddlewareHandler
}

/** What an organisation's own people see and do, and the one page for whoever they send to publish a text. */
export function ownerRoutes(
  deps: Deps,
  { wait = sleep, beforeDanger = steppedUp(deps) }: Options = {},
): Hono {
  const web = new Hono()
  const patience = { clock: deps.clock, wait, streams: createStreams(deps.clock) }
  const { version, source } = ownerScript
  serveVersioned(web, islandPath, { type: 'text/javascript; charset=utf-8', version, body: source })
  serveVersioned(web, '/owner.css', { type: sheet, version: ownerStyleVersion, body: ownerSheet })
  web.use('/publish/:token', fromHere(deps))
  const foresee = foreseePanels(deps, sleep)
  web.route('/', publishRoutes(deps, patience, foresee))
  for (const path of ['/register', '/dashboard', '/dashboard/*']) {
    web.use(path, fromHere(deps), acting(deps), mayWrite())
  }
  web.use(dangerousPath, beforeDanger)
  web.route('/', registerRoutes(deps))
  web.route('/', dashboardRoutes(deps))
  web.route('/', noticeRoutes(deps))
  web.route('/', exportRoutes(deps))
  web.route('/', confirmRoutes(deps))
  web.route('/', accountRoutes(deps))
  web.route('/', brandRoutes(deps))
  web.route('/', claimRoutes(deps))
  web.route('/', domainRoutes(deps, patience, foresee))
  return web
}

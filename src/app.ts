import { refuse } from '#base/result.ts'
import { texts } from '#i18n/texts.ts'
import { told } from '#i18n/told.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { accountChecksApi } from '#api/account-checks.ts'
import { accountsApi } from '#api/accounts.ts'
import { badgesApi } from '#api/badges.ts'
import { brandsApi } from '#api/brands.ts'
import { directoryApi } from '#api/directory.ts'
import { discoveriesApi } from '#api/discoveries.ts'
import { domainsApi } from '#api/domains.ts'
import type { Env } from '#api/endpoint.ts'
import { freezesApi } from '#api/freezes.ts'
import { historyApi } from '#api/history.ts'
import { healthApi } from '#api/health.ts'
import { listingsApi } from '#api/listings.ts'
import { looksApi } from '#api/looks.ts'
import { lookupApi } from '#api/lookup.ts'
import { notOursApi } from '#api/not-ours.ts'
import { openApi } from '#api/openapi.ts'
import { membersApi } from '#api/members.ts'
import { organisationApi } from '#api/organisation.ts'
import { answerFault, answerProblem } from '#api/problem.ts'
import { problemsApi } from '#api/problems.ts'
import { recoveriesApi } from '#api/recoveries.ts'
import { verifyApi } from '#api/verify.ts'
import type { Deps } from '#base/deps.ts'
import { faultOf } from '#base/fault.ts'
import { pageOf } from '#web/page.ts'
import { faultPage, notFoundPage, tooLargePage, webRoutes } from '#web/web.tsx'
import { signInRoutes } from '#web/sign-in/routes.tsx'
import { mailboxRoutes } from '#web/mailbox/routes.tsx'
import { organisationRoutes } from '#web/organisation/routes.tsx'
import { leavingRoutes } from '#web/leaving/routes.tsx'
import { proposalRoutes } from '#web/proposals/routes.tsx'
import { recoveryRoutes } from '#web/recoveries/routes.tsx'
import { countViews } from './count-views.ts'
import { speak } from './language.ts'
import { keepAnswers } from './keep-answers.ts'
import { securityHeaders } from './security-headers.ts'

const bodyBytesMax = 64 * 1_024
/** A hundred questions of 2,048 characters each, however they are escaped. */
const bulkBytesMax = 512 * 1_024

/** The table of contents: everything the house says over HTTP. */
export function createApp(deps: Deps): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
  app.use(speak)
  app.use(countViews(deps))
  app.use(keepAnswers(deps))
  app.use(requestId())
  app.use(async (c, next) => {
    c.set('publicUrl', deps.site.publicUrl)
    await next()
    // What said nothing, such as a preflight, is kept by nobody: some caches would otherwise choose for themselves.
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store')
  })
  app.use(securityHeaders)
  app.use('/v1/*', cors())
  app.use('/badges/*', cors())
  app.use('/badges/*', helpWithBadges)
  app.use('/v1/badges/*', helpWithBadges)
  app.use('/status/*', cors())
  app.use('/ns/*', cors())
  app.use('/.well-known/*', cors())
  app.use('/embed.js', cors())
  app.use('/embed/*', cors())
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  const ordinary = bodyLimit({ maxSize: bodyBytesMax, onError: refuseBody(bodyBytesMax) })
  const bulk = bodyLimit({ maxSize: bulkBytesMax, onError: refuseBody(bulkBytesMax) })
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next()
    return await (c.req.path === '/v1/lookup' ? bulk : ordinary)(c, next)
  })

  lookupApi(app, deps)
  directoryApi(app, deps)
  historyApi(app, deps)
  brandsApi(app, deps)
  domainsApi(app, deps)
  accountsApi(app, deps)
  accountChecksApi(app, deps)
  notOursApi(app, deps)
  listingsApi(app, deps)
  discoveriesApi(app, deps)
  freezesApi(app, deps)
  badgesApi(app, deps)
  verifyApi(app, deps)
  looksApi(app, deps)
  membersApi(app, deps)
  organisationApi(app, deps)
  recoveriesApi(app, deps)
  healthApi(app, deps)
  problemsApi(app, deps)
  openApi(app, deps)
  app.route('/', signInRoutes(deps))
  app.route('/', organisationRoutes(deps))
  app.route('/', recoveryRoutes(deps))
  app.route('/', leavingRoutes(deps))
  app.route('/', proposalRoutes(deps))
  app.route('/', mailboxRoutes(deps))
  app.route('/', webRoutes(deps))

  app.notFound((c) => {
    if (wantsPage(c)) return c.html(notFoundPage(pageOf(c)), 404, { 'Cache-Control': 'no-store' })
    return answerProblem(
      c,
      refuse('not_found', told(appWords, 'nothing', { path: c.req.path.slice(0, 200) })).refusal,
    )
  })
  app.onError((error, c) => {
    console.error(JSON.stringify({ request_id: c.get('requestId'), path: c.req.path, error: faultOf(error) }))
    if (!wantsPage(c)) return answerFault(c)
    return c.html(faultPage(c.get('requestId'), pageOf(c)), 500, { 'Cache-Control': 'no-store' })
  })
  return app
}

const appWords = texts({
  en: {
    nothing: 'Nothing is at {path}.',
    methods: 'Here only {methods} can be used.',
    tooLarge: 'A body may hold {bytesMax} bytes here.',
  },
  es: {
    nothing: 'No hay nada en {path}.',
    methods: 'Aquí solo se puede usar {methods}.',
    tooLarge: 'Aquí un cuerpo puede tener {bytesMax} bytes.',
  },
  pl: {
    nothing: 'Pod {path} nic nie ma.',
    methods: 'Można tu użyć tylko {methods}.',
    tooLarge: 'Treść może tu mieć {bytesMax} bajtów.',
  },
})

/** Every answer about a badge says where one may read what badges do and do not say. */
const helpWithBadges: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  c.header('Link', `<${c.get('publicUrl')}/what-a-badge-says>; rel="help"`)
}

function refuseMethod(c: Context<Env>, methods: readonly string[]): Response {
  c.header('Allow', methods.join(', '))
  const detail = told(appWords, 'methods', { methods: methods.join(', ') })
  return answerProblem(c, refuse('method_not_allowed', detail).refusal)
}

function refuseBody(bytesMax: number) {
  return (c: Context<Env>) => {
    if (wantsPage(c)) {
      const page = tooLargePage(c.get('publicUrl'), bytesMax, pageOf(c))
      return c.html(page, 413, { 'Cache-Control': 'no-store' })
    }
    return answerProblem(c, refuse('body_too_large', told(appWords, 'tooLarge', { bytesMax })).refusal)
  }
}

function wantsPage(c: Context<Env>): boolean {
  return c.req.header('accept')?.includes('text/html') === true && !c.req.path.startsWith('/v1/')
}

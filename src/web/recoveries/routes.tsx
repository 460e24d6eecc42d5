import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Refusal } from '#base/result.ts'
import { showRecovery } from '#recoveries/show-recovery.ts'
import { startRecovery } from '#recoveries/start-recovery.ts'
import { vetoRecovery } from '#recoveries/veto-recovery.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import { notFoundPage } from '#web/pages/problem.tsx'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { acting, signedIn, steppedUp } from '#web/signed-in.ts'
import { recoveryRefusal, recoveryStatus, type RecoveryReason } from './refusals.ts'
import { StartPage } from './start-page.tsx'
import { StatePage } from './state-page.tsx'
import { VetoPage } from './veto-page.tsx'

/** Where a brand is regained, and where whoever has it objects. */
export function recoveryRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const fresh = steppedUp(deps)

  const startPage = (c: Context, domain: string, refusal?: Refusal<RecoveryReason>) => {
    const refused = refusal === undefined ? null : recoveryRefusal(c.get('language'), refusal)
    if (refusal?.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter))
    const page = <StartPage acting={c.get('acting')} {...{ domain, refused }} />
    return c.html(render(page, pageOf(c)), refusal === undefined ? 200 : recoveryStatus(refusal))
  }
  const nothing = (c: Context) => c.html(notFoundPage(pageOf(c)), 404)
  const organisationIn = (c: Context) => c.get('session').acting?.organisation ?? null

  web.get('/recoveries/new', acting(deps), fresh, (c) =>
    startPage(c, (c.req.query('domain') ?? '').trim().slice(0, 300)),
  )

  web.post('/recoveries/new', here, acting(deps), steppedUp(deps, '/recoveries/new'), async (c) => {
    const domain = (await fieldsOf(c))('domain').slice(0, 300)
    const started = await startRecovery(deps, c.get('acting').principal, domain)
    return started.ok
      ? c.redirect(`/recoveries/${started.value.id}`, 303)
      : startPage(c, domain, started.refusal)
  })

  web.get('/recoveries/:id', signedIn(deps), async (c) => {
    const shown = await showRecovery(deps, c.get('session'), c.req.param('id'))
    if (!shown.ok) return nothing(c)
    const page = <StatePage shown={shown.value} organisation={organisationIn(c)} />
    return c.html(render(page, pageOf(c)))
  })

  const vetoPage = async (c: Context, id: string, refusal?: Refusal<RecoveryReason>) => {
    const shown = await showRecovery(deps, c.get('session'), id)
    if (!shown.ok || !shown.value.mayVeto) return nothing(c)
    const refused = refusal === undefined ? null : recoveryRefusal(c.get('language'), refusal)
    const page = <VetoPage shown={shown.value} organisation={organisationIn(c)} refused={refused} />
    return c.html(render(page, pageOf(c)), refusal === undefined ? 200 : recoveryStatus(refusal))
  }

  web.get('/recoveries/:id/veto', signedIn(deps), fresh, async (c) => await vetoPage(c, c.req.param('id')))

  const freshToVeto: MiddlewareHandler = async (c, next) =>
    await steppedUp(deps, `/recoveries/${encodeURIComponent(c.req.param('id') ?? '')}/veto`)(c, next)

  web.post('/recoveries/:id/veto', here, signedIn(deps), freshToVeto, async (c) => {
    const id = c.req.param('id')
    const vetoed = await vetoRecovery(deps, c.get('session'), id)
    return vetoed.ok ? c.redirect(`/recoveries/${id}`, 303) : await vetoPage(c, id, vetoed.refusal)
  })
  return web
}

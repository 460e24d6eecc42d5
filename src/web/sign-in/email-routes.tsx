import { Hono, type Context } from 'hono'
import { personOf } from '#auth/enter.ts'
import { pendingCode } from '#auth/pending-code.ts'
import { sendCode } from '#auth/send-code.ts'
import { spendCode } from '#auth/spend-code.ts'
import { readLink, spendLink } from '#auth/spend-link.ts'
import type { Deps } from '#base/deps.ts'
import type { Refusal } from '#base/result.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { ownPath } from '#web/own-path.ts'
import { pageOf } from '#web/page.ts'
import { setTicket, ticketIn } from './cookies.ts'
import { letIn, networkIn, nextIn } from './entry.ts'
import { CodePage, LinkPage, LinkRefusedPage, SignInPage } from './pages.tsx'
import { signInStatus, type SignInReason } from './refusals.ts'
import type { PeopleDeps } from './people-deps.ts'

/** Sign-in by a code, or its link, that goes to an e-mail address. */
export function emailRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const { publicUrl } = deps.site

  web.get('/sign-in', (c) => c.html(render(<SignInPage next={nextIn(c, deps)} />, pageOf(c)), 200, unkept))

  web.post('/sign-in', here, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), publicUrl)
    const email = field('email').slice(0, 300)
    const sent = await sendCode(deps, {
      email,
      purpose: 'sign-in',
      language: c.get('language'),
      network: networkIn(c, deps),
      browser: ticketIn(c)?.browser ?? null,
      next,
    })
    if (!sent.ok) {
      const { reason } = sent.refusal
      const page = <SignInPage next={next} refused={reason} email={email} />
      return c.html(render(page, pageOf(c)), signInStatus[reason], refusedHeaders(sent.refusal))
    }
    setTicket(c, sent.value)
    c.header('Cache-Control', 'no-store')
    return c.redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, 303)
  })

  web.get('/sign-in/code', async (c) => {
    const next = nextIn(c, deps)
    return (await codePage(c, deps, next)) ?? startAnew(c, next)
  })

  web.post('/sign-in/code', here, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), publicUrl)
    const ticket = ticketIn(c)
    if (ticket === null) return startAnew(c, next)
    const network = networkIn(c, deps)
    const spent = await spendCode(deps, { ticket, code: field('code'), purpose: 'sign-in', network })
    if (!spent.ok) return (await codePage(c, deps, next, spent.refusal)) ?? startAnew(c, next)
    return await letIn(c, deps, { personId: await personAt(c, deps, spent.value), method: 'email', next })
  })

  web.get('/sign-in/link', async (c) => {
    const next = nextIn(c, deps)
    const token = (c.req.query('token') ?? '').slice(0, 100)
    const found = await readLink(deps, ticketIn(c), token)
    if (!found.ok) return refuseLink(c, next, found.refusal.reason)
    const page = <LinkPage next={next} email={found.value.email} token={token} />
    return c.html(render(page, pageOf(c)), 200, unkept)
  })

  web.post('/sign-in/link', here, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), publicUrl)
    const spent = await spendLink(deps, ticketIn(c), field('token'))
    if (!spent.ok) return refuseLink(c, next, spent.refusal.reason)
    return await letIn(c, deps, { personId: await personAt(c, deps, spent.value), method: 'email', next })
  })
  return web
}

const unkept = { 'cache-control': 'no-store' }

export function refusedHeaders({ retryAfter }: Refusal): Record<string, string> {
  return retryAfter === undefined ? unkept : { ...unkept, 'retry-after': String(retryAfter) }
}

/** Null when this browser asked for no code. */
async function codePage(
  c: Context,
  deps: Pick<Deps, 'db' | 'mailer' | 'site'>,
  next: string,
  refusal?: Refusal<SignInReason>,
): Promise<Response | null> {
  const ticket = ticketIn(c)
  const pending = ticket === null ? null : await pendingCode(deps, ticket)
  if (pending === null) return null
  const atHome = deps.site.atHome && deps.mailer === null
  const page = (
    <CodePage
      next={next}
      email={pending.email}
      action="/sign-in/code"
      atHome={atHome}
      refused={refusal?.reason}
    />
  )
  if (refusal === undefined) return c.html(render(page, pageOf(c)), 200, unkept)
  return c.html(render(page, pageOf(c)), signInStatus[refusal.reason], refusedHeaders(refusal))
}

function startAnew(c: Context, next: string): Response {
  c.header('Cache-Control', 'no-store')
  return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
}

function refuseLink(
  c: Context,
  next: string,
  reason: 'link_over' | 'link_elsewhere',
): Response | Promise<Response> {
  const page = <LinkRefusedPage next={next} refused={reason} />
  return c.html(render(page, pageOf(c)), signInStatus[reason], unkept)
}

async function personAt(c: Context, deps: PeopleDeps, email: string): Promise<string> {
  return await personOf(deps, email, c.get('language'))
}

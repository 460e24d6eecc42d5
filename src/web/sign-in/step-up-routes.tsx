import { refuse } from '#base/result.ts'
import { Hono, type Context } from 'hono'
import { listPasskeys } from '#auth/passkeys.ts'
import { pendingCode } from '#auth/pending-code.ts'
import { sendCode } from '#auth/send-code.ts'
import { passkeyToShow, showPasskey } from '#auth/show-passkey.ts'
import { spendCode } from '#auth/spend-code.ts'
import { stepUp } from '#auth/step-up.ts'
import type { Refusal } from '#base/result.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { ownPath } from '#web/own-path.ts'
import { pageOf } from '#web/page.ts'
import { signedIn } from '#web/signed-in.ts'
import { dropTicket, setSessionCookie, setTicket, ticketIn } from './cookies.ts'
import { refusedHeaders } from './email-routes.tsx'
import { networkIn, nextIn } from './entry.ts'
import { CodePage, StepUpPage } from './pages.tsx'
import { signInStatus, type SignInReason } from './refusals.ts'
import type { PeopleDeps } from './people-deps.ts'

/** Where somebody who is signed in shows again who they are. */
export function stepUpRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const within = signedIn(deps)
  const { publicUrl } = deps.site

  const choose = async (c: Context, next: string, refusal?: Refusal<SignInReason>) => {
    const { personId, email } = c.get('session')
    const hasPasskeys = (await listPasskeys(deps, personId)).length > 0
    const page = render(<StepUpPage {...{ next, email, hasPasskeys, refused: refusal?.reason }} />, pageOf(c))
    return refusal === undefined
      ? c.html(page)
      : c.html(page, signInStatus[refusal.reason], refusedHeaders(refusal))
  }
  /** On under a new token. */
  const goOn = async (c: Context, next: string) => {
    const session = c.get('session')
    const token = await stepUp(deps, session)
    if (token !== null) setSessionCookie(c, token, session.expiresAt - deps.clock.now())
    dropTicket(c)
    return c.redirect(next, 303)
  }
  const askForCode = async (c: Context, next: string, refusal?: Refusal<SignInReason>) => {
    const ticket = ticketIn(c)
    const pending = ticket === null ? null : await pendingCode(deps, ticket)
    if (pending === null) return c.redirect(`/step-up?next=${encodeURIComponent(next)}`, 303)
    const atHome = deps.site.atHome && deps.mailer === null
    const about = {
      next,
      email: pending.email,
      action: '/step-up/code',
      atHome,
      refused: refusal?.reason,
    } as const
    const page = render(<CodePage {...about} />, pageOf(c))
    return refusal === undefined
      ? c.html(page)
      : c.html(page, signInStatus[refusal.reason], refusedHeaders(refusal))
  }

  web.get('/step-up', within, async (c) => await choose(c, nextIn(c, deps)))

  web.post('/step-up', here, within, async (c) => {
    const next = ownPath((await fieldsOf(c))('next'), publicUrl)
    const sent = await sendCode(deps, {
      email: c.get('session').email,
      purpose: 'step-up',
      language: c.get('language'),
      network: networkIn(c, deps),
      browser: ticketIn(c)?.browser ?? null,
      next,
    })
    if (!sent.ok) return await choose(c, next, sent.refusal)
    setTicket(c, sent.value)
    return c.redirect(`/step-up/code?next=${encodeURIComponent(next)}`, 303)
  })

  web.get('/step-up/code', within, async (c) => await askForCode(c, nextIn(c, deps)))

  web.post('/step-up/code', here, within, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), publicUrl)
    const ticket = ticketIn(c)
    if (ticket === null) return c.redirect(`/step-up?next=${encodeURIComponent(next)}`, 303)
    const network = networkIn(c, deps)
    const spent = await spendCode(deps, { ticket, code: field('code'), purpose: 'step-up', network })
    if (!spent.ok) return await askForCode(c, next, spent.refusal)
    // A code that went to somebody else says nothing of who sits here.
    if (spent.value !== c.get('session').email) return await choose(c, next, codeOver)
    return await goOn(c, next)
  })

  web.post('/step-up/passkey/options', here, within, async (c) => {
    const { personId } = c.get('session')
    const options = await passkeyToShow(deps, { purpose: 'step-up', personId, network: networkIn(c, deps) })
    return options.ok ? c.json(options.value) : c.json(options.refusal, signInStatus[options.refusal.reason])
  })

  web.post('/step-up/passkey', here, within, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), publicUrl)
    const { personId } = c.get('session')
    const shown = {
      purpose: 'step-up',
      personId,
      network: networkIn(c, deps),
      response: field('response'),
    } as const
    const person = await showPasskey(deps, shown)
    return person.ok ? await goOn(c, next) : await choose(c, next, person.refusal)
  })
  return web
}

const { refusal: codeOver } = refuse('code_over', 'The code went to another address.')

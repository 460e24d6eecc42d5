import { Hono, type Context } from 'hono'
import { endOtherSessions, endSession, listSessions } from '#auth/end-sessions.ts'
import { organisationsOf, switchOrganisation } from '#auth/organisations-of.ts'
import { listPasskeys, removePasskey } from '#auth/passkeys.ts'
import { passkeyToRegister, registerPasskey } from '#auth/register-passkey.ts'
import { harmless } from '#i18n/sentence.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import { sessionIn, signedIn, steppedUp } from '#web/signed-in.ts'
import { AccountPage, NewPasskeyPage } from './account-page.tsx'
import { words } from './account-words.ts'
import { browserOf } from './browser.ts'
import { dropSessionCookie } from './cookies.ts'
import { refusedHeaders } from './email-routes.tsx'
import { networkIn } from './entry.ts'
import type { PeopleDeps } from './people-deps.ts'
import { signInStatus } from './refusals.ts'

/** A person's own page, and the way out. */
export function accountRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const within = signedIn(deps)
  const fresh = steppedUp(deps, '/account')
  const back = (c: Context) => c.redirect('/account', 303)

  web.get('/account', within, async (c) => {
    const session = c.get('session')
    const [organisations, passkeys, sessions] = await Promise.all([
      organisationsOf(deps, session.personId),
      listPasskeys(deps, session.personId),
      listSessions(deps, session.personId),
    ])
    return c.html(render(<AccountPage {...{ session, organisations, passkeys, sessions }} />, pageOf(c)))
  })

  web.post('/account/organisation', here, within, async (c) => {
    const chosen = (await fieldsOf(c))('organisation')
    const switched = await switchOrganisation(deps, c.get('session'), chosen)
    return switched.ok ? c.redirect('/dashboard', 303) : back(c)
  })

  // Whoever stole one session must not shut its owner out of the others.
  web.post('/account/sessions/end', here, within, fresh, async (c) => {
    const session = c.get('session')
    const chosen = (await fieldsOf(c))('session')
    await (chosen === '' ? endOtherSessions(deps, session) : endSession(deps, session.personId, chosen))
    return back(c)
  })

  // A thief with a session must not leave a key of his own behind, nor take the owner's away.
  web.get('/account/passkeys', within, steppedUp(deps), (c) =>
    c.html(render(<NewPasskeyPage session={c.get('session')} />, pageOf(c))),
  )

  web.post('/account/passkeys/options', here, within, async (c) => {
    const options = await passkeyToRegister(deps, c.get('session'), networkIn(c, deps))
    if (options.ok) return c.json(options.value)
    return c.json(options.refusal, signInStatus[options.refusal.reason], refusedHeaders(options.refusal))
  })

  web.post('/account/passkeys', here, within, steppedUp(deps, '/account/passkeys'), async (c) => {
    const field = await fieldsOf(c)
    const session = c.get('session')
    const language = c.get('language')
    const given = harmless(field('name')).slice(0, 60).trim()
    const name = given || browserOf(c.req.header('user-agent') ?? '') || words(language)('fallback')
    const registered = await registerPasskey(deps, session, { response: field('response'), name, language })
    if (registered.ok) return back(c)
    const { reason } = registered.refusal
    return c.html(
      render(<NewPasskeyPage session={session} refused={reason} />, pageOf(c)),
      signInStatus[reason],
    )
  })

  web.post('/account/passkeys/remove', here, within, fresh, async (c) => {
    await removePasskey(deps, c.get('session').personId, (await fieldsOf(c))('passkey'))
    return back(c)
  })

  web.post('/sign-out', here, async (c) => {
    c.header('Cache-Control', 'no-store')
    const session = await sessionIn(c, deps)
    if (session !== null) await endSession(deps, session.personId, session.id)
    dropSessionCookie(c)
    return c.redirect('/', 303)
  })
  return web
}

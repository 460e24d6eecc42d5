import { Hono } from 'hono'
import { showPasskey, passkeyToShow } from '#auth/show-passkey.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { ownPath } from '#web/own-path.ts'
import { pageOf } from '#web/page.ts'
import { refusedHeaders } from './email-routes.tsx'
import { letIn, networkIn } from './entry.ts'
import { SignInPage } from './pages.tsx'
import { signInStatus } from './refusals.ts'
import type { PeopleDeps } from './people-deps.ts'

/** Sign-in by a passkey, which says itself whose it is. */
export function passkeyRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const asking = { purpose: 'sign-in', personId: null } as const

  web.post('/sign-in/passkey/options', here, async (c) => {
    c.header('Cache-Control', 'no-store')
    const options = await passkeyToShow(deps, { ...asking, network: networkIn(c, deps) })
    if (options.ok) return c.json(options.value)
    return c.json(options.refusal, signInStatus[options.refusal.reason], refusedHeaders(options.refusal))
  })

  web.post('/sign-in/passkey', here, async (c) => {
    const field = await fieldsOf(c)
    const next = ownPath(field('next'), deps.site.publicUrl)
    const network = networkIn(c, deps)
    const person = await showPasskey(deps, { ...asking, network, response: field('response') })
    if (person.ok) return await letIn(c, deps, { personId: person.value, method: 'passkey', next })
    const { reason } = person.refusal
    const page = <SignInPage next={next} refused={reason} />
    return c.html(render(page, pageOf(c)), signInStatus[reason], refusedHeaders(person.refusal))
  })
  return web
}

import { Hono } from 'hono'
import { foundOrganisation } from '#auth/found-organisation.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { ownPath } from '#web/own-path.ts'
import { pageOf } from '#web/page.ts'
import { nextIn } from '#web/sign-in/entry.ts'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { signedIn } from '#web/signed-in.ts'
import { leads, readName } from './name.ts'
import { NewOrganisationPage } from './new-page.tsx'

/** Where a person makes an organisation. */
export function newOrganisationRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const within = signedIn(deps)

  web.get('/organisations/new', within, (c) => {
    const page = <NewOrganisationPage session={c.get('session')} next={nextIn(c, deps)} />
    return c.html(render(page, pageOf(c)))
  })

  web.post('/organisations/new', fromHere(deps), within, async (c) => {
    const field = await fieldsOf(c)
    const session = c.get('session')
    const next = ownPath(field('next'), deps.site.publicUrl)
    const given = field('name')
    const name = readName(given)
    const about = { session, next, name: given }
    if (name === null || leads(name)) {
      const refused = name === null ? 'name_refused' : 'name_leads'
      return c.html(render(<NewOrganisationPage {...about} refused={refused} />, pageOf(c)), 422)
    }
    const founded = await foundOrganisation(deps, session, name)
    if (founded.ok) return c.redirect(next, 303)
    const { reason, retryAfter } = founded.refusal
    const page = <NewOrganisationPage {...about} refused={reason} />
    return c.html(render(page, pageOf(c)), 429, { 'retry-after': String(retryAfter ?? 60) })
  })
  return web
}

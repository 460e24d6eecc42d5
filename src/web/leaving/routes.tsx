import { Hono, type Context } from 'hono'
import type { Deps } from '#base/deps.ts'
import { countBrands } from '#brands/list-brands.ts'
import { eraseOrganisation, type EraseOrganisationReason } from '#leaving/erase-organisation.ts'
import { erasePerson, needing } from '#leaving/erase-person.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import { proposeFor } from '#web/proposals/propose-for.ts'
import { dropSessionCookie } from '#web/sign-in/cookies.ts'
import { acting, signedIn, steppedUp } from '#web/signed-in.ts'
import { EraseAccountPage, EraseOrganisationPage, GonePage, type OrganisationRefusal } from './pages.tsx'

/** Where an organisation, or a person, leaves for good. */
export function leavingRoutes(deps: Deps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const fresh = steppedUp(deps)

  const organisationPage = async (c: Context, refused: OrganisationRefusal | null) => {
    const member = c.get('acting')
    const brandCount = await countBrands(deps, member.principal)
    const page = <EraseOrganisationPage acting={member} {...{ brandCount, refused }} />
    return c.html(render(page, pageOf(c)), refused === null ? 200 : refused === 'ownersOnly' ? 403 : 409)
  }

  web.get('/organisation/erase', acting(deps), fresh, async (c) => await organisationPage(c, null))

  web.post('/organisation/erase', here, acting(deps), steppedUp(deps, '/organisation/erase'), async (c) => {
    const erased = await eraseOrganisation(deps, c.get('acting'), (await fieldsOf(c))('name'))
    if (erased.ok) return await gone(c)
    const { reason } = erased.refusal
    if (reason !== 'second_person_needed') return await organisationPage(c, spoken(reason))
    const { organisation: what, principal } = c.get('acting')
    return await proposeFor(c, deps, { act: 'erase_organisation', subject: principal.organisationId, what })
  })

  const accountPage = async (c: Context, isRefused: boolean) => {
    const { personId, acting: member } = c.get('session')
    const about = { organisation: member?.organisation ?? null, needing: await needing(deps, personId) }
    const page = <EraseAccountPage {...about} isRefused={isRefused} />
    return c.html(render(page, pageOf(c)), isRefused ? 409 : 200)
  }

  web.get('/account/erase', signedIn(deps), fresh, async (c) => await accountPage(c, false))

  web.post('/account/erase', here, signedIn(deps), steppedUp(deps, '/account/erase'), async (c) => {
    const erased = await erasePerson(deps, c.get('session'))
    if (!erased.ok) return await accountPage(c, true)
    dropSessionCookie(c)
    return await gone(c)
  })
  return web
}

function gone(c: Context): Response | Promise<Response> {
  return c.html(render(<GonePage />, pageOf(c)))
}

function spoken(reason: EraseOrganisationReason): OrganisationRefusal {
  if (reason === 'owners_only') return 'ownersOnly'
  return reason === 'name_differs' || reason === 'recovery_under_way' ? reason : 'frozen'
}

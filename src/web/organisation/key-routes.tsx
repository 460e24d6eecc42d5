import { refuse } from '#base/result.ts'
import { Hono, type Context } from 'hono'
import { listKeys } from '#auth/list-keys.ts'
import { createOwnKey, revokeOwnKey } from '#auth/own-keys.ts'
import type { Refusal } from '#base/result.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { acting, steppedUp } from '#web/signed-in.ts'
import { KeysPage, NewKeyPage, ShownKeyPage, type TypedKey } from './keys-page.tsx'
import { readLastDay } from './last-day.ts'
import { readName } from './name.ts'
import { organisationStatus, type OrganisationReason } from './refusals.ts'

/** The keys by which programs act for an organisation. */
export function keyRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const within = acting(deps)

  const keys = async (c: Context, refusal?: Refusal<OrganisationReason>) => {
    const member = c.get('acting')
    const about = { acting: member, keys: await listKeys(deps, member.principal), refused: refusal?.reason }
    const status = refusal === undefined ? 200 : organisationStatus[refusal.reason]
    return c.html(render(<KeysPage {...about} />, pageOf(c)), status)
  }
  const refuseNew = (c: Context, typed: TypedKey, reason: OrganisationReason) =>
    c.html(
      render(<NewKeyPage acting={c.get('acting')} typed={typed} refused={reason} />, pageOf(c)),
      organisationStatus[reason],
    )

  web.get('/keys', within, async (c) => await keys(c))

  web.get('/keys/new', within, steppedUp(deps), async (c) => {
    if (c.get('acting').role !== 'owner') return await keys(c, ownersOnly)
    return c.html(render(<NewKeyPage acting={c.get('acting')} typed={blank} />, pageOf(c)))
  })

  web.post('/keys/new', here, within, steppedUp(deps, '/keys/new'), async (c) => {
    const field = await fieldsOf(c)
    const scopes = ['read', 'write'].filter((scope) => field(scope) !== '')
    const typed = { name: field('name').slice(0, 400), scopes, ends: field('ends').slice(0, 20) }
    const expiresAt = readLastDay(typed.ends)
    if (expiresAt === undefined) return refuseNew(c, typed, 'end_not_understood')
    const made = await createOwnKey(deps, c.get('acting'), { name: readName(typed.name), scopes, expiresAt })
    if (!made.ok) return refuseNew(c, typed, made.refusal.reason)
    return c.html(render(<ShownKeyPage acting={c.get('acting')} shown={made.value.key} />, pageOf(c)), 201)
  })

  web.post('/keys/revoke', here, within, steppedUp(deps, '/keys'), async (c) => {
    const revoked = await revokeOwnKey(deps, c.get('acting'), (await fieldsOf(c))('key'))
    return revoked.ok ? c.redirect('/keys', 303) : await keys(c, revoked.refusal)
  })
  return web
}

const blank: TypedKey = { name: '', scopes: ['read', 'write'], ends: '' }
const { refusal: ownersOnly } = refuse('owners_only', 'Only owners make keys.')

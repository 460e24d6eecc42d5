import { Hono, type Context } from 'hono'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { addDomain } from '#brands/add-domain.ts'
import { ownDomains } from '#brands/list-brands.ts'
import { ownedBrand } from '#brands/owned.ts'
import { protectionOf, watchBrand } from '#brands/protect-brand.ts'
import { updateBrand } from '#brands/update-brand.ts'
import { disavowAccount } from '#claims/disavow-account.ts'
import { disavowalsOf } from '#claims/disavowal.ts'
import { absencesOf, setAbsences } from '#claims/set-absences.ts'
import { showClaimsOfBrand } from '#claims/show-claims.ts'
import { withdrawDisavowal } from '#claims/withdraw-disavowal.ts'
import type { Refusal } from '#base/result.ts'
import { dailyTallies } from '#tallies/daily.ts'
import { faultOf, missing, see, show, statusOf } from './answer.tsx'
import { readBrandText } from './brand-form.tsx'
import { BrandPage } from './brand-page.tsx'
import { formOf, type Fault, type Form } from './form.ts'
import type { FormReason } from './refusal.ts'
import { domainIn } from './register.tsx'

const platformsMax = 200
const tallyDays = 30

/** `/dashboard/brands/{id}`: a brand, whole. */
export function brandRoutes(deps: Deps): Hono {
  const web = new Hono()
  const at = '/dashboard/brands/:id'

  const page = async (
    c: Context,
    id: string,
    fault: Fault | null,
    status: ReturnType<typeof statusOf> = 200,
  ) => {
    const { principal, organisation } = c.get('acting')
    const brand = await ownedBrand(deps, principal, id)
    if (!brand.ok) return await missing(c)
    const [domains, claims, disavowals, absences, tallies, protection] = await Promise.all([
      ownDomains(deps, id),
      showClaimsOfBrand(deps, id),
      disavowalsOf(deps, id),
      absencesOf(deps, id),
      dailyTallies(deps, id, tallyDays),
      protectionOf(deps, id),
    ])
    const state = {
      organisation,
      brand: brand.value,
      domains,
      claims,
      disavowals,
      absences,
      tallies,
      protection,
      now: deps.clock.now(),
      mayWrite: principal.scopes.includes('write'),
      fault,
      done: c.req.query('done') ?? '',
    }
    return await show(c, <BrandPage {...state} />, status, `/dashboard/brands/${id}`)
  }
  const refused = async (c: Context, id: string, field: string, refusal: Refusal<FormReason>, form: Form) =>
    refusal.reason === 'brand_unknown'
      ? await missing(c)
      : await page(c, id, faultOf(c, field, refusal, form), statusOf(refusal))

  web.get(at, async (c) => await page(c, c.req.param('id'), null))

  web.post(at, async (c) => {
    const id = c.req.param('id')
    const text = readBrandText(c.get('language'), await formOf(c))
    if (!text.ok) return await page(c, id, text.fault, 422)
    const changed = await updateBrand(deps, c.get('acting').principal, id, text.value)
    if (!changed.ok) return await missing(c)
    if (changed.value.slug !== null) await issueBadge(deps, id)
    return see(c, `/dashboard/brands/${id}?done=saved`)
  })

  web.post(`${at}/domains`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const added = await addDomain(deps, c.get('acting').principal, id, domainIn(form.text('domain')))
    return added.ok
      ? see(c, `/dashboard/domains/${added.value.domain.id}`)
      : await refused(c, id, 'domain', added.refusal, form)
  })

  web.post(`${at}/not-ours`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const written = await disavowAccount(deps, c.get('acting').principal, id, form.text('account'))
    return written.ok
      ? see(c, `/dashboard/brands/${id}?done=listed#not-ours`)
      : await refused(c, id, 'denied', written.refusal, form)
  })

  web.post(`${at}/not-ours/off`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const taken = await withdrawDisavowal(deps, c.get('acting').principal, id, form.text('account'))
    return taken.ok
      ? see(c, `/dashboard/brands/${id}?done=unlisted#not-ours`)
      : await refused(c, id, 'off', taken.refusal, form)
  })

  web.post(`${at}/absences`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const chosen = form.all('platform').slice(0, platformsMax)
    const set = await setAbsences(deps, c.get('acting').principal, id, chosen)
    return set.ok
      ? see(c, `/dashboard/brands/${id}?done=saved#absences`)
      : await refused(c, id, 'absences', set.refusal, form)
  })

  web.post(`${at}/watch`, async (c) => {
    const id = c.req.param('id')
    const isWatched = (await formOf(c)).text('watch') === 'yes'
    const done = await watchBrand(deps, c.get('acting').principal, id, isWatched)
    return done.ok ? see(c, `/dashboard/brands/${id}?done=saved#watch`) : await missing(c)
  })
  return web
}

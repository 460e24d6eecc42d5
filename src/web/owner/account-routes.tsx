import { Hono, type Context } from 'hono'
import type { Deps } from '#base/deps.ts'
import { ownDomains } from '#brands/list-brands.ts'
import { ownedBrand } from '#brands/owned.ts'
import { relations, type Relation } from '#claims/claim.ts'
import { discoveriesOf } from '#claims/discoveries.ts'
import { openClaim } from '#claims/open-claim.ts'
import { openClaims, wantedOf } from '#claims/open-claims.ts'
import { readSites } from '#claims/read-sites.ts'
import { showClaimsOfBrand } from '#claims/show-claims.ts'
import { parseAccount } from '#accounts/parse-account.ts'
import { AccountsPage } from './accounts-page.tsx'
import { faultOf, missing, see, show, statusOf } from './answer.tsx'
import { readAudience } from './audience.tsx'
import { claimWords } from './claim-words.ts'
import { empty, formOf, type Fault } from './form.ts'
import { refusalIn } from './refusal.ts'

/** No site lists more. */
const claimsAtOnce = 200

/** `/dashboard/brands/{id}/accounts`: what the site lists, and what is claimed. */
export function accountRoutes(deps: Deps): Hono {
  const web = new Hono()
  const at = '/dashboard/brands/:id/accounts'

  web.get(at, async (c) => await accountsPage(c, deps, c.req.param('id'), null))

  web.post(at, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const { principal } = c.get('acting')
    const relation = relationOf(form.text('relation'))
    if (relation === null) return await accountsPage(c, deps, id, unknownRelation(c, form), 422)
    const audience = readAudience(c.get('language'), form)
    if (!audience.ok)
      return await accountsPage(c, deps, id, { at: 'relation', text: audience.text, typed: form }, 422)
    const asked = { account: form.text('account'), relation, ...audience.value }
    const claimed = await openClaim(deps, principal, id, asked)
    if (claimed.ok) return see(c, `/dashboard/brands/${id}/accounts?done=claimed&count=1#${claimed.value.id}`)
    if (claimed.refusal.reason === 'brand_unknown') return await missing(c)
    return await accountsPage(
      c,
      deps,
      id,
      faultOf(c, 'account', claimed.refusal, form),
      statusOf(claimed.refusal),
    )
  })

  web.post('/dashboard/brands/:id/claims', async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const ticked = form.all('account').slice(0, claimsAtOnce)
    const say = claimWords(c.get('language'))
    if (ticked.length === 0) {
      return await accountsPage(c, deps, id, { at: 'claims', text: say('tickOne'), typed: form }, 422)
    }
    const wanted = ticked.map((account) =>
      wantedOf({ account: parseAccount(account), relation: null, country: null, language: null }),
    )
    const opened = await openClaims(deps, c.get('acting').principal, id, wanted)
    if (!opened.ok) return await missing(c)
    const count = opened.value.filter(({ outcome }) => outcome === 'claimed').length
    const problem = opened.value.find(({ outcome }) => outcome === 'refused')?.problem
    if (problem !== undefined && problem !== null && problem.reason !== 'invalid_request') {
      const refusal = { ...problem, reason: problem.reason }
      const text = refusalIn(c.get('language'), refusal)
      return await accountsPage(c, deps, id, { at: 'claims', text, typed: form }, statusOf(refusal))
    }
    return see(c, `/dashboard/brands/${id}/accounts?done=claimed&count=${count}#yours`)
  })

  web.post('/dashboard/brands/:id/sites', async (c) => {
    const id = c.req.param('id')
    const read = await readSites(deps, c.get('acting').principal, id)
    if (read.ok) return see(c, `/dashboard/brands/${id}/accounts?done=read`)
    if (read.refusal.reason === 'brand_unknown') return await missing(c)
    return await accountsPage(c, deps, id, faultOf(c, 'sites', read.refusal, empty), statusOf(read.refusal))
  })
  return web
}

export function relationOf(text: string): Relation | null {
  return relations.find((one) => one === text) ?? null
}

export function unknownRelation(c: Context, typed: Fault['typed']): Fault {
  return { at: 'relation', text: claimWords(c.get('language'))('notRelation'), typed }
}

export async function accountsPage(
  c: Context,
  deps: Deps,
  id: string,
  fault: Fault | null,
  status: ReturnType<typeof statusOf> = 200,
): Promise<Response> {
  const { principal, organisation } = c.get('acting')
  const brand = await ownedBrand(deps, principal, id)
  if (!brand.ok) return await missing(c)
  const discoveries = await discoveriesOf(deps, principal, id)
  if (!discoveries.ok) return await missing(c)
  const domains = await ownDomains(deps, id)
  const state = {
    organisation,
    brand: brand.value,
    domainId: domains[0]?.domain.id ?? null,
    discoveries: discoveries.value,
    claims: await showClaimsOfBrand(deps, id),
    now: deps.clock.now(),
    mayWrite: principal.scopes.includes('write'),
    fault,
    done: c.req.query('done') ?? '',
    count: Number.parseInt(c.req.query('count') ?? '0', 10) || 0,
  }
  return await show(c, <AccountsPage {...state} />, status, `/dashboard/brands/${id}/accounts`)
}

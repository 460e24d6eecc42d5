import { Hono, type Context } from 'hono'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { attemptsOf } from '#brands/attempt.ts'
import { ownedBrand } from '#brands/owned.ts'
import { changeClaim } from '#claims/change-claim.ts'
import { checkClaim } from '#claims/check-claim.ts'
import { ownedClaim } from '#claims/claim.ts'
import { formerHandlesOf } from '#claims/former-handles.ts'
import { renewCode } from '#claims/post-code.ts'
import { showClaim } from '#claims/show-claims.ts'
import { accountsPage, relationOf, unknownRelation } from './account-routes.tsx'
import { faultOf, missing, see, show, statusOf } from './answer.tsx'
import { ClaimPage } from './claim-page.tsx'
import { readAudience } from './audience.tsx'
import { claimWords } from './claim-words.ts'
import { formOf, type Fault, type Form } from './form.ts'

const addressMax = 2_048

/** `/dashboard/claims/{id}`: one account, its evidence, and what its people do about it. */
export function claimRoutes(deps: Deps): Hono {
  const web = new Hono()
  const at = '/dashboard/claims/:id'

  /** Back to the page whose form was sent, with what was wrong. */
  const again = async (
    c: Context,
    id: string,
    form: Form,
    fault: Fault,
    status: ReturnType<typeof statusOf>,
  ) => {
    const owned = await ownedClaim(deps, c.get('acting').principal, id)
    if (!owned.ok) return await missing(c)
    if (form.text('back') === 'accounts')
      return await accountsPage(c, deps, owned.value.brandId, fault, status)
    return await claimPage(c, deps, id, fault, status)
  }
  const backTo = (form: Form, brandId: string, id: string, done: string) =>
    form.text('back') === 'accounts'
      ? `/dashboard/brands/${brandId}/accounts?done=${done}#${id}`
      : `/dashboard/claims/${id}?done=${done}`

  web.get(at, async (c) => await claimPage(c, deps, c.req.param('id'), null))

  web.post(`${at}/check`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const isPost = form.all('post_url').length > 0
    const postUrl = form.text('post_url')
    if (isPost && !isAddress(postUrl)) {
      const text = claimWords(c.get('language'))('badUrl')
      return await again(c, id, form, { at: `post-${id}`, text, typed: form }, 422)
    }
    const checked = await checkClaim(deps, c.get('acting').principal, id, isPost ? { postUrl } : {})
    if (!checked.ok) {
      const fault = faultOf(c, isPost ? `post-${id}` : `check-${id}`, checked.refusal, form)
      return await again(c, id, form, fault, statusOf(checked.refusal))
    }
    await issueBadge(deps, checked.value.claim.brandId)
    return see(c, backTo(form, checked.value.claim.brandId, id, 'checked'))
  })

  web.post(`${at}/codes`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const { principal } = c.get('acting')
    const renewed = await renewCode(deps, principal, id)
    if (!renewed.ok) {
      return await again(
        c,
        id,
        form,
        faultOf(c, `code-${id}`, renewed.refusal, form),
        statusOf(renewed.refusal),
      )
    }
    const owned = await ownedClaim(deps, principal, id)
    return owned.ok ? see(c, backTo(form, owned.value.brandId, id, 'code')) : await missing(c)
  })

  web.post(`${at}/relation`, async (c) => {
    const id = c.req.param('id')
    const form = await formOf(c)
    const relation = relationOf(form.text('relation'))
    if (relation === null) return await again(c, id, form, unknownRelation(c, form), 422)
    const audience = readAudience(c.get('language'), form)
    if (!audience.ok)
      return await again(c, id, form, { at: 'relation', text: audience.text, typed: form }, 422)
    const change = { relation, ...audience.value }
    const changed = await changeClaim(deps, c.get('acting').principal, id, change)
    if (!changed.ok) {
      return await again(
        c,
        id,
        form,
        faultOf(c, 'relation', changed.refusal, form),
        statusOf(changed.refusal),
      )
    }
    await issueBadge(deps, changed.value.brandId)
    return see(c, `/dashboard/claims/${id}?done=changed`)
  })
  return web
}

/** As the API wants it: whole, over https. */
function isAddress(text: string): boolean {
  return text.length <= addressMax && URL.parse(text)?.protocol === 'https:'
}

async function claimPage(
  c: Context,
  deps: Deps,
  id: string,
  fault: Fault | null,
  status: ReturnType<typeof statusOf> = 200,
): Promise<Response> {
  const { principal, organisation } = c.get('acting')
  const claim = await ownedClaim(deps, principal, id)
  if (!claim.ok) return await missing(c)
  const [owned, brand, attempts, former] = await Promise.all([
    showClaim(deps, id),
    ownedBrand(deps, principal, claim.value.brandId),
    attemptsOf(deps, id),
    formerHandlesOf(deps, id),
  ])
  if (owned === null || !brand.ok) return await missing(c)
  const state = {
    organisation,
    owned,
    brand: brand.value,
    attempts,
    former,
    now: deps.clock.now(),
    mayWrite: principal.scopes.includes('write'),
    fault,
    done: c.req.query('done') ?? '',
  }
  return await show(c, <ClaimPage {...state} />, status, `/dashboard/claims/${id}`)
}

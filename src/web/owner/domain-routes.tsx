import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { readSession, sessionCookie } from '#auth/session.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { minute, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { checkDomain } from '#brands/check-domain.ts'
import { domainFile, type DomainFile } from '#brands/domain-file.ts'
import type { ForeseePanels } from '#brands/foresee-panels.ts'
import { handOver, handoversOf, takeBack } from '#brands/handover.ts'
import { ownedBrand } from '#brands/owned.ts'
import { renewChallenge } from '#brands/renew-challenge.ts'
import { pageOf } from '#web/page.ts'
import { fragment } from '#web/layout.tsx'
import { faultOf, missing, see, show, statusOf } from './answer.tsx'
import { awaitsText, DomainPage } from './domain-page.tsx'
import { follow, type Frame, type Patience } from './events.ts'
import { empty, type Fault } from './form.ts'
import { fingerprint, isSettled, LiveState } from './live.tsx'

/** The link that was just made travels in the one browser that made it, so that the page can be asked for again. */
const linkCookie = '__Host-link'
/** Enough to hold the newest of each method. */
export const looksShown = 8
const linkShownFor = (5 * minute) / second

/** `/dashboard/domains/{id}`: proving a domain, and what is known of it. */
export function domainRoutes(deps: Deps, patience: Patience, foresee: ForeseePanels): Hono {
  const web = new Hono()
  const { publicUrl } = deps.site

  const page = async (
    c: Context,
    id: string,
    fault: Fault | null,
    status: ReturnType<typeof statusOf> = 200,
  ) => {
    const { principal, organisation } = c.get('acting')
    const { email } = c.get('session')
    const file = await domainFile(deps, principal, id)
    if (!file.ok) return await missing(c)
    const brand = await ownedBrand(deps, principal, file.value.domain.brandId)
    if (!brand.ok) return await missing(c)
    const [of, token = ''] = (getCookie(c, linkCookie) ?? '').split('.')
    const state = {
      organisation,
      brand: brand.value,
      file: await withPanels(file.value, foresee),
      handovers: await handoversOf(deps, id),
      email,
      now: deps.clock.now(),
      mayWrite: principal.scopes.includes('write'),
      fault,
      flash: of === id && /^[a-z2-7]{32}$/.test(token) ? { link: `${publicUrl}/publish/${token}` } : null,
      done: c.req.query('done') ?? '',
    }
    return await show(c, <DomainPage {...state} />, status, `/dashboard/domains/${id}`)
  }

  web.get('/dashboard/domains/:id', async (c) => await page(c, c.req.param('id'), null))

  web.get('/dashboard/domains/:id/file', async (c) => {
    const file = await domainFile(deps, c.get('acting').principal, c.req.param('id'))
    return file.ok ? challengeFile(c, file.value) : await missing(c)
  })

  web.get('/dashboard/domains/:id/events', async (c) => {
    const id = c.req.param('id')
    const { organisationId } = c.get('acting').principal
    const token = getCookie(c, sessionCookie) ?? ''
    const first = await domainFile(deps, { organisationId }, id)
    if (!first.ok) return await missing(c)
    return follow(c, patience, c.get('session').id, async () => {
      const session = await readSession(deps, token)
      if (session?.acting?.principal.organisationId !== organisationId) return null
      const file = await domainFile(deps, { organisationId }, id, looksShown)
      if (!file.ok) return null
      return frameOf(c, deps, file.value, `/dashboard/brands/${file.value.domain.brandId}/accounts`)
    })
  })

  web.post('/dashboard/domains/:id/check', async (c) => {
    const id = c.req.param('id')
    const checked = await checkDomain(deps, c.get('acting').principal, id)
    if (!checked.ok) {
      if (checked.refusal.reason === 'domain_unknown') return await missing(c)
      return await page(c, id, faultOf(c, 'check', checked.refusal, empty), statusOf(checked.refusal))
    }
    if (checked.value.domain.publicFrom !== null) await issueBadge(deps, checked.value.domain.brandId)
    return see(c, `/dashboard/domains/${id}?done=checked`)
  })

  web.post('/dashboard/domains/:id/challenges', async (c) => {
    const id = c.req.param('id')
    const renewed = await renewChallenge(deps, c.get('acting').principal, id)
    if (renewed.ok) return see(c, `/dashboard/domains/${id}?done=renewed`)
    if (renewed.refusal.reason === 'domain_unknown') return await missing(c)
    return await page(c, id, faultOf(c, 'fresh', renewed.refusal, empty), statusOf(renewed.refusal))
  })

  web.post('/dashboard/domains/:id/handovers', async (c) => {
    const id = c.req.param('id')
    const made = await handOver(deps, c.get('acting').principal, c.get('session').personId, id)
    if (!made.ok) {
      if (made.refusal.reason === 'domain_unknown') return await missing(c)
      return await page(c, id, faultOf(c, 'handover', made.refusal, empty), statusOf(made.refusal))
    }
    setCookie(c, linkCookie, `${id}.${made.value.token}`, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: linkShownFor,
    })
    return see(c, `/dashboard/domains/${id}#handover`)
  })

  web.post('/dashboard/domains/:id/handovers/:link/end', async (c) => {
    const { id, link } = c.req.param()
    const ended = await takeBack(deps, c.get('acting').principal, id, link)
    return ended.ok ? see(c, `/dashboard/domains/${id}?done=ended`) : await missing(c)
  })
  return web
}

/** Before a look has told where to type what, the name servers may. */
export async function withPanels(file: DomainFile, foresee: ForeseePanels): Promise<DomainFile> {
  if (file.panels.length > 0 || !awaitsText(file)) return file
  return { ...file, panels: await foresee(file.domain) }
}

export function frameOf(
  c: Context,
  { clock }: Pick<Deps, 'clock'>,
  file: DomainFile,
  next: string | null,
): Frame {
  return {
    id: fingerprint(file),
    html: fragment(<LiveState file={file} now={clock.now()} next={next} />, pageOf(c)),
    isSettled: isSettled(file),
  }
}

/** What is to be put on the website, as a file. */
export function challengeFile(c: Context, { domain, instructions }: DomainFile): Response {
  const value = instructions.find(({ method }) => method === 'http-file')?.value ?? ''
  return c.body(value, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="${domain.id}.txt"`,
  })
}

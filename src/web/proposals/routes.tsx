import { Hono, type Context } from 'hono'
import { listMembers } from '#auth/members.ts'
import { lockedSince, setLock } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { confirmProposal, endProposal } from '#proposals/decide-proposal.ts'
import { openProposals } from '#proposals/list-proposals.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import { acting, steppedUp } from '#web/signed-in.ts'
import { ProposalsPage } from './page.tsx'
import { proposeFor } from './propose-for.ts'
import type { LockRefusal } from './words.ts'

const statuses = {
  owners_only: 403,
  proposal_unknown: 404,
  proposed_by_yourself: 409,
  already_proposed: 409,
  lock_needs_two: 409,
  failed: 409,
} as const satisfies Record<LockRefusal, number>

/** Where owners turn the two-person lock on, and confirm what another of them proposed. */
export function proposalRoutes(deps: Deps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const within = acting(deps)
  const fresh = steppedUp(deps, '/proposals')

  const page = async (c: Context, refused: LockRefusal | null) => {
    const member = c.get('acting')
    const { organisationId } = member.principal
    const about = {
      acting: member,
      lockedAt: await lockedSince(deps, organisationId),
      owners: (await listMembers(deps, organisationId)).filter(({ role }) => role === 'owner').length,
      proposals: await openProposals(deps, organisationId),
      done: c.req.query('done') ?? '',
      refused,
    }
    return c.html(render(<ProposalsPage {...about} />, pageOf(c)), refused === null ? 200 : statuses[refused])
  }
  const byOf = (c: Context) => {
    return { session: c.get('session'), acting: c.get('acting'), language: c.get('language') }
  }

  web.get('/proposals', within, async (c) => await page(c, null))

  web.post('/proposals/lock', here, within, fresh, async (c) => {
    const isOn = (await fieldsOf(c))('to') === 'on'
    const member = c.get('acting')
    const set = await setLock(deps, member, isOn)
    if (set.ok) return c.redirect(isOn ? '/proposals?done=on' : '/proposals', 303)
    if (set.refusal.reason !== 'second_person_needed') return await page(c, set.refusal.reason)
    const { organisation, principal } = member
    const wanted = { act: 'unlock', subject: principal.organisationId, what: organisation } as const
    return await proposeFor(c, deps, wanted)
  })

  web.post('/proposals/:id/confirm', here, within, fresh, async (c) => {
    const confirmed = await confirmProposal(deps, byOf(c), c.req.param('id'))
    if (!confirmed.ok) return await page(c, confirmed.refusal.reason)
    if (confirmed.value.refused !== null) return await page(c, 'failed')
    // Nothing is left of an organisation that was erased.
    const isErased = confirmed.value.proposal.act === 'erase_organisation'
    return c.redirect(isErased ? '/account' : '/proposals?done=confirmed', 303)
  })

  web.post('/proposals/:id/end', here, within, async (c) => {
    const ended = await endProposal(deps, byOf(c), c.req.param('id'))
    return ended.ok ? c.redirect('/proposals?done=ended', 303) : await page(c, ended.refusal.reason)
  })
  return web
}

import { refuse } from '#base/result.ts'
import { Hono, type Context } from 'hono'
import { acceptInvitation, showInvitation } from '#auth/accept-invitation.ts'
import { changeRole, endMembership } from '#auth/change-member.ts'
import { parseEmail } from '#auth/email-address.ts'
import { inviteMember, revokeInvitation } from '#auth/invite-member.ts'
import { listInvitations, listMembers } from '#auth/members.ts'
import { isRole } from '#auth/role.ts'
import type { Refusal, Result } from '#base/result.ts'
import { fieldsOf } from '#web/form.ts'
import { fromHere } from '#web/from-here.tsx'
import { render } from '#web/layout.tsx'
import { pageOf } from '#web/page.ts'
import { proposeFor } from '#web/proposals/propose-for.ts'
import type { PeopleDeps } from '#web/sign-in/people-deps.ts'
import { acting, signedIn, steppedUp } from '#web/signed-in.ts'
import { InvitationPage } from './invitation-page.tsx'
import { readLastDay } from './last-day.ts'
import { MembersPage } from './members-page.tsx'
import { organisationStatus, type OrganisationReason } from './refusals.ts'

/** Who acts for an organisation, and how they come and go. */
export function memberRoutes(deps: PeopleDeps): Hono {
  const web = new Hono()
  const here = fromHere(deps)
  const within = acting(deps)
  /** Whoever stole a session must not make himself a member, nor an owner. */
  const fresh = steppedUp(deps, '/members')

  const members = async (
    c: Context,
    refusal?: Refusal<OrganisationReason>,
    typed?: { readonly email: string; readonly ends: string },
  ) => {
    const member = c.get('acting')
    const { organisationId } = member.principal
    const about = {
      acting: member,
      members: await listMembers(deps, organisationId),
      invitations: await listInvitations(deps, organisationId),
      refused: refusal?.reason,
      ...(typed === undefined ? {} : { typed }),
    }
    const status = refusal === undefined ? 200 : organisationStatus[refusal.reason]
    if (refusal?.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter))
    return c.html(render(<MembersPage {...about} />, pageOf(c)), status)
  }
  const done = async (c: Context, result: Result<null, OrganisationReason>) =>
    result.ok ? c.redirect('/members', 303) : await members(c, result.refusal)

  const isLocked = (result: Result<null, OrganisationReason>) =>
    !result.ok && result.refusal.reason === 'second_person_needed'
  const nameOf = async (c: Context, id: string) => {
    const all = await listMembers(deps, c.get('acting').principal.organisationId)
    return all.find((member) => member.id === id)?.email ?? id
  }

  web.get('/members', within, async (c) => await members(c))

  web.post('/members/invite', here, within, fresh, async (c) => {
    const field = await fieldsOf(c)
    const typed = { email: field('email').slice(0, 300), ends: field('ends').slice(0, 20) }
    const role = field('role')
    const endsAt = readLastDay(typed.ends)
    if (endsAt === undefined) return await members(c, endNotUnderstood, typed)
    const { personId, email } = c.get('session')
    const by = { ...c.get('acting'), personId, email }
    const wanted = {
      email: typed.email,
      role: isRole(role) ? role : 'viewer',
      endsAt,
      language: c.get('language'),
    } as const
    const invited = await inviteMember(deps, by, wanted)
    if (invited.ok) return c.redirect('/members', 303)
    if (invited.refusal.reason !== 'second_person_needed') return await members(c, invited.refusal, typed)
    const address = parseEmail(typed.email)
    const subject = address.ok ? address.value : typed.email
    return await proposeFor(c, deps, { act: 'invite_owner', subject, what: subject })
  })

  web.post('/members/take-back', here, within, fresh, async (c) => {
    const id = (await fieldsOf(c))('invitation')
    return await done(c, await revokeInvitation(deps, c.get('acting').principal, id))
  })

  web.post('/members/role', here, within, fresh, async (c) => {
    const field = await fieldsOf(c)
    const role = field('role')
    if (!isRole(role)) return c.redirect('/members', 303)
    const id = field('member')
    const changed = await changeRole(deps, c.get('acting').principal, { id, role })
    if (!isLocked(changed)) return await done(c, changed)
    return await proposeFor(c, deps, {
      act: 'change_role',
      subject: id,
      what: await nameOf(c, id),
      detail: role,
    })
  })

  web.post('/members/end', here, within, fresh, async (c) => {
    const member = c.get('acting')
    const id = (await fieldsOf(c))('member')
    const ended = await endMembership(deps, member.principal, id)
    // Whoever left sees the organisation no more.
    if (ended.ok && id === member.membershipId) return c.redirect('/account', 303)
    if (!isLocked(ended)) return await done(c, ended)
    return await proposeFor(c, deps, { act: 'end_membership', subject: id, what: await nameOf(c, id) })
  })

  web.get('/invitations/:token', signedIn(deps), async (c) => {
    const token = c.req.param('token')
    return invitation(c, token, await showInvitation(deps, c.get('session'), token))
  })

  web.post('/invitations/:token', here, signedIn(deps), async (c) => {
    const token = c.req.param('token')
    const accepted = await acceptInvitation(deps, c.get('session'), token)
    return accepted.ok ? c.redirect('/dashboard', 303) : invitation(c, token, accepted)
  })
  return web
}

const { refusal: endNotUnderstood } = refuse('end_not_understood', 'This is not a day.')

type Shown = Awaited<ReturnType<typeof showInvitation>>

function invitation(c: Context, token: string, shown: Shown): Response | Promise<Response> {
  const about = shown.ok ? { invitation: shown.value } : { invitation: null, refused: shown.refusal.reason }
  const page = <InvitationPage session={c.get('session')} token={token} {...about} />
  return c.html(render(page, pageOf(c)), shown.ok ? 200 : organisationStatus[shown.refusal.reason])
}

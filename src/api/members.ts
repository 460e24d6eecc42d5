import { z } from '@hono/zod-openapi'
import { changeRole, endMembership } from '#auth/change-member.ts'
import { inviteMember, revokeInvitation } from '#auth/invite-member.ts'
import { memberBehind } from '#auth/member-behind.ts'
import { listInvitations, listMembers, type Member, type OpenInvitation } from '#auth/members.ts'
import { roles } from '#auth/role.ts'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { languages } from '#i18n/languages.ts'
import { endpoint, type Api } from './endpoint.ts'
import { id, listOf, time, timeOrNull } from './schemas.ts'

const role = z.enum(roles).openapi({ example: 'viewer' })
const endsAt = time.nullable().openapi({ description: 'When the membership ends by itself; null: never.' })

const member = z
  .object({ id: z.string(), email: z.string(), role, created_at: time, ends_at: endsAt })
  .openapi('Member')

const invitation = z
  .object({ id: z.string(), email: z.string(), role, ends_at: endsAt, expires_at: time })
  .openapi('Invitation')

const newInvitation = z
  .strictObject({
    email: z.string().max(300).openapi({ example: 'bob@acme.example' }),
    role: role.default('viewer'),
    ends_at: z.iso.datetime({ offset: true }).nullable().default(null).openapi({
      description: 'When the membership is to end by itself, as an agency’s does. Owners have no end.',
    }),
    language: z.enum(languages).default('en').openapi({
      description: 'Of the mail, to somebody who has not said here which language is theirs.',
    }),
  })
  .openapi('NewInvitation')

const memberChange = z.strictObject({ role }).openapi('MemberChange')

const nobodys = refuse(
  'owners_only',
  'This key is the operator’s, so nobody stands behind the invitation. Use a key that an owner made.',
)

/** Who acts for an organisation, and how they come and go: by owners’ keys, and by people on the pages. */
export function membersApi(api: Api, deps: Deps): void {
  const tag = 'Organisation'
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/members',
      tag,
      summary: 'Who acts for your organisation',
      access: 'read',
      status: 200,
      answer: listOf(member),
      refuses: [],
    },
    async ({ principal }) => {
      const members = await listMembers(deps, principal.organisationId)
      return ok({ items: members.map(memberOnWire), next_cursor: null })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'patch',
      path: '/v1/members/{id}',
      tag,
      summary: 'Give a member another role',
      access: 'write',
      keyOnly: true,
      params: id,
      body: memberChange,
      status: 200,
      answer: member,
      refuses: ['owners_only', 'owner_with_end', 'member_unknown', 'last_owner', 'second_person_needed'],
    },
    async ({ principal, params, body }) => {
      const changed = await changeRole(deps, principal, { id: params.id, role: body.role })
      if (!changed.ok) return changed
      const members = await listMembers(deps, principal.organisationId)
      const now = members.find((each) => each.id === params.id)
      return now === undefined
        ? refuse('member_unknown', 'The membership ended a moment ago.')
        : ok(memberOnWire(now))
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/members/{id}',
      tag,
      summary: 'End a membership at once, and with it the keys made through it',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['owners_only', 'owner_with_end', 'member_unknown', 'last_owner', 'second_person_needed'],
    },
    async ({ principal, params }) => await endMembership(deps, principal, params.id),
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/invitations',
      tag,
      summary: 'Who was invited and has not answered',
      access: 'read',
      status: 200,
      answer: listOf(invitation),
      refuses: [],
    },
    async ({ principal }) => {
      const open = await listInvitations(deps, principal.organisationId)
      return ok({ items: open.map(invitationOnWire), next_cursor: null })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/invitations',
      tag,
      summary: 'Ask an address, by a mail, to act for your organisation',
      access: 'write',
      keyOnly: true,
      body: newInvitation,
      status: 201,
      answer: invitation,
      refuses: [
        'owners_only',
        'owner_with_end',
        'end_in_past',
        'already_member',
        'email_not_understood',
        'too_many_invitations',
        'second_person_needed',
      ],
    },
    async ({ principal, body }) => {
      const inviter = await memberBehind(deps, principal)
      if (inviter === null) return nobodys
      const ends = body.ends_at === null ? null : Date.parse(body.ends_at)
      const invited = await inviteMember(deps, inviter, { ...body, endsAt: ends })
      return invited.ok ? ok(invitationOnWire(invited.value)) : invited
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/invitations/{id}',
      tag,
      summary: 'Take an open invitation back; its link leads nowhere from then on',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['owners_only', 'invitation_unknown'],
    },
    async ({ principal, params }) => await revokeInvitation(deps, principal, params.id),
  )
}

function memberOnWire(one: Member) {
  const { role: held, email, createdAt } = one
  return { id: one.id, email, role: held, created_at: rfc3339(createdAt), ends_at: timeOrNull(one.endsAt) }
}

function invitationOnWire(one: OpenInvitation) {
  const ends = { ends_at: timeOrNull(one.membershipEndsAt), expires_at: rfc3339(one.expiresAt) }
  return { id: one.id, email: one.email, role: one.role, ...ends }
}

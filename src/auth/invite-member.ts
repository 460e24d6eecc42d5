import { and, eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { newId, randomText } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { invitations, memberships, people } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { insertWhere } from '#db/insert-where.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { postMail } from '#mail/post-mail.ts'
import type { Principal } from './authenticate.ts'
import { isCurrent } from './current-membership.ts'
import { parseEmail, type EmailReason } from './email-address.ts'
import { hashToken } from './hash-token.ts'
import { isOpen, type OpenInvitation } from './members.ts'
import { drawRate } from './rate.ts'
import type { Role } from './role.ts'
import { isOwner, notByKey, stillOwner } from './still-owner.ts'
import { actsAlone, type LockReason } from './two-person-lock.ts'

export type InviteReason =
  | EmailReason
  | LockReason
  | 'owners_only'
  | 'owner_with_end'
  | 'end_in_past'
  | 'already_member'
  | 'too_many_invitations'

/** Whose address the invitation names, and whose ownership it stands on. */
export type Inviter = {
  readonly principal: Principal
  readonly personId: string
  readonly email: string
  readonly organisation: string
}

type Invitation = {
  readonly email: string
  readonly role: Role
  /** When the membership will end by itself, as an agency's does. */
  readonly endsAt: number | null
  readonly language: Language
}

const invitationEnds = 7 * day
const ownersOnly = refuse('owners_only', 'Only owners invite others, and take invitations back.')

/** Asks an address to act for the organisation, by a mail with a link for that address alone. */
export async function inviteMember(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>,
  { principal, personId, email: inviter, organisation }: Inviter,
  { email: text, role, endsAt, language }: Invitation,
): Promise<Result<OpenInvitation, InviteReason>> {
  const { db, clock, random, site } = deps
  const { organisationId, pseudonym: actor } = principal
  const now = clock.now()
  if (!isOwner(principal)) return ownersOnly
  if (principal.keyId !== null && role === 'owner') return notByKey
  if (role === 'owner' && endsAt !== null)
    return refuse('owner_with_end', 'An owner stays until somebody ends it.')
  if (endsAt !== null && endsAt <= now) return refuse('end_in_past', 'The end must lie in the future.')
  const email = parseEmail(text)
  if (!email.ok) return email
  const [person] = await db.orm
    .select({ language: people.language, membershipId: memberships.id })
    .from(people)
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.organisationId, organisationId),
        isCurrent(now),
      ),
    )
    .where(eq(people.email, email.value))
  if (person !== undefined && person.membershipId !== null) {
    return refuse('already_member', 'This address belongs to a member already.')
  }
  if (role === 'owner') {
    const alone = await actsAlone(deps, principal)
    if (!alone.ok) return alone
  }
  const wait = await drawRate(deps, 'invitation-by', personId)
  if (wait > 0) return refuse('too_many_invitations', 'Too many invitations. Wait a while.', wait)
  const id = newId(random, 'inv')
  const token = randomText(random, 20)
  const until = now + invitationEnds
  const link = `${site.publicUrl}/invitations/${token}`
  const mail = postMail(deps, {
    kind: 'invitation',
    to: email.value,
    language: person?.language ?? language,
    values: { organisation, inviter, role, link, until },
  })
  const values = { role, ...(endsAt === null ? {} : { ends: String(endsAt) }) }
  const invitation = {
    id,
    organisationId,
    email: email.value,
    role,
    membershipEndsAt: endsAt,
    hash: await hashToken(token),
    invitedBy: personId,
    createdAt: now,
    expiresAt: until,
    acceptedAt: null,
    revokedAt: null,
  }
  const written = await db.write([
    insertWhere(db, invitations, invitation, stillOwner(principal, now)),
    ...(await leafOf(deps, { act: 'invitation.made', subject: id, actor, at: now, values }, null)),
    ...mail.statements,
  ])
  if (!written.written) {
    if (raced(written.violated)) return ownersOnly
    throw new Error(`Inviting failed on ${written.violated}`)
  }
  await mail.hurry()
  return ok({ id, email: email.value, role, membershipEndsAt: endsAt, expiresAt: until })
}

/** Takes an open invitation back; its link leads nowhere from then on. */
export async function revokeInvitation(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<null, 'owners_only' | 'invitation_unknown'>> {
  const { db, clock } = deps
  if (!isOwner(principal)) return ownersOnly
  const at = clock.now()
  const { organisationId, pseudonym: actor } = principal
  const decision = { act: 'invitation.revoked', subject: id, actor, at, values: {} }
  const written = await db.write([
    db.orm
      .update(invitations)
      .set({ revokedAt: at })
      .where(
        and(
          eq(invitations.id, id),
          eq(invitations.organisationId, organisationId),
          isOpen(at),
          stillOwner(principal, at),
        ),
      ),
    ...(await leafOf(deps, decision, await headOf(db, id))),
  ])
  if (written.written) return ok(null)
  if (raced(written.violated)) return refuse('invitation_unknown', 'There is no such open invitation.')
  throw new Error(`Revoking an invitation failed on ${written.violated}`)
}

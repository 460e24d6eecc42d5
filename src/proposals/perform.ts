import { changeRole, endMembership } from '#auth/change-member.ts'
import { inviteMember } from '#auth/invite-member.ts'
import { isRole } from '#auth/role.ts'
import type { Acting, Session } from '#auth/session.ts'
import { setLock } from '#auth/two-person-lock.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import type { Refusal, Result } from '#base/result.ts'
import { releaseDomain } from '#brands/release-domain.ts'
import { closeBrand } from '#claims/close-brand.ts'
import { withdrawClaim } from '#claims/withdraw-claim.ts'
import type { Language } from '#i18n/languages.ts'
import { eraseOrganisation } from '#leaving/erase-organisation.ts'
import type { Proposal } from './propose.ts'

type By = {
  readonly session: Pick<Session, 'personId' | 'email'>
  /** Seconded: two owners want it. */
  readonly acting: Acting
  readonly language: Language
}

/** Does what two owners agreed on; gives why it could not be done, null when it was. */
export async function perform(
  deps: Deps,
  { session, acting, language }: By,
  { act, subject, detail }: Pick<Proposal, 'act' | 'subject' | 'detail'>,
): Promise<Refusal | null> {
  const { principal } = acting
  switch (act) {
    case 'delete_brand': {
      const closed = await closeBrand(deps, principal, subject)
      if (closed.ok) await issueBadge(deps, subject)
      return refusalOf(closed)
    }
    case 'release_domain': {
      const released = await releaseDomain(deps, principal, subject)
      if (released.ok) await issueBadge(deps, released.value.brandId)
      return refusalOf(released)
    }
    case 'withdraw_claim': {
      const withdrawn = await withdrawClaim(deps, principal, subject)
      if (withdrawn.ok) await issueBadge(deps, withdrawn.value.brandId)
      return refusalOf(withdrawn)
    }
    case 'end_membership':
      return refusalOf(await endMembership(deps, principal, subject))
    case 'change_role': {
      const role = isRole(detail) ? detail : 'viewer'
      return refusalOf(await changeRole(deps, principal, { id: subject, role }))
    }
    case 'invite_owner': {
      const wanted = { email: subject, role: 'owner', endsAt: null, language } as const
      return refusalOf(
        await inviteMember(deps, { ...acting, personId: session.personId, email: session.email }, wanted),
      )
    }
    case 'erase_organisation':
      return refusalOf(await eraseOrganisation(deps, acting, acting.organisation))
    case 'unlock':
      return refusalOf(await setLock(deps, acting, false))
  }
}

function refusalOf(result: Result<unknown, string>): Refusal | null {
  return result.ok ? null : result.refusal
}

import type { AccountReason } from '#accounts/parse-account.ts'
import type { QueryReason } from '#accounts/read-query.ts'
import type { AuthReason } from '#auth/authenticate.ts'
import type { ChangeMemberReason } from '#auth/change-member.ts'
import type { CreateKeyReason } from '#auth/create-key.ts'
import type { InviteReason } from '#auth/invite-member.ts'
import type { RevokeKeyReason } from '#auth/revoke-key.ts'
import { keysOf } from '#base/keys.ts'
import type { PictureReason } from '#badges/picture/find-picture.ts'
import type { AddDomainReason } from '#brands/add-domain.ts'
import type { CheckDomainReason } from '#brands/check-domain.ts'
import type { DeleteBrandReason } from '#brands/delete-brand.ts'
import type { ReleaseDomainReason } from '#brands/release-domain.ts'
import type { RenewChallengeReason } from '#brands/renew-challenge.ts'
import type { DomainNameReason } from '#challenges/domain-name.ts'
import type { CheckClaimReason } from '#claims/check-claim.ts'
import type { DisavowAccountReason } from '#claims/disavow-account.ts'
import type { FreezeBrandReason } from '#claims/freeze-brand.ts'
import type { OpenClaimReason } from '#claims/open-claim.ts'
import type { RenewCodeReason } from '#claims/post-code.ts'
import type { SetAbsencesReason } from '#claims/set-absences.ts'
import type { WithdrawClaimReason } from '#claims/withdraw-claim.ts'
import type { WithdrawDisavowalReason } from '#claims/withdraw-disavowal.ts'
import type { RecoveryUnknown } from '#recoveries/show-recovery.ts'
import type { StartRecoveryReason } from '#recoveries/start-recovery.ts'
import type { VetoReason } from '#recoveries/veto-recovery.ts'

/** What HTTP itself can refuse, before any verb is asked. */
type HttpReason =
  | 'body_too_large'
  | 'invalid_request'
  | 'malformed_json'
  | 'method_not_allowed'
  | 'not_found'
  | 'picture_unknown'
  | 'unsupported_media_type'

export type Problem = { readonly status: number; readonly title: string }

/** Every reason anybody can be refused for. Reasons are permanent. */
export type Reason =
  | AccountReason
  | AddDomainReason
  | AuthReason
  | ChangeMemberReason
  | CheckClaimReason
  | CheckDomainReason
  | CreateKeyReason
  | DeleteBrandReason
  | DisavowAccountReason
  | DomainNameReason
  | FreezeBrandReason
  | HttpReason
  | InviteReason
  | 'invitation_unknown'
  | OpenClaimReason
  | PictureReason
  | QueryReason
  | RecoveryUnknown
  | ReleaseDomainReason
  | RenewChallengeReason
  | RenewCodeReason
  | RevokeKeyReason
  | SetAbsencesReason
  | StartRecoveryReason
  | VetoReason
  | WithdrawClaimReason
  | WithdrawDisavowalReason

/** The one table: refusal reason → HTTP status and title. A missing or surplus row does not compile. */
export const problems = {
  account_claimed: { status: 409, title: 'You claim this account as your own' },
  account_disavowed: { status: 409, title: 'The brand says this is not its account' },
  account_not_understood: { status: 422, title: 'This is not understood as an account' },
  account_taken: { status: 409, title: 'Another brand already holds this account' },
  already_claimed: { status: 409, title: 'You have claimed this account already' },
  already_disavowed: { status: 409, title: 'This account is on the list already' },
  already_member: { status: 409, title: 'This address belongs to a member already' },
  asker_frozen: { status: 409, title: 'Your own row of this domain is frozen' },
  badge_unknown: { status: 404, title: 'There is no such badge' },
  body_too_large: { status: 413, title: 'The body is too large' },
  brand_frozen: { status: 409, title: "The brand's accounts are frozen" },
  brand_has_accounts: { status: 409, title: 'The brand still has accounts' },
  brand_has_domains: { status: 409, title: 'The brand still has domains' },
  brand_unknown: { status: 404, title: 'There is no such brand' },
  checked_too_soon: { status: 429, title: 'This was checked a moment ago' },
  claim_frozen: { status: 409, title: 'This claim is frozen' },
  claim_unknown: { status: 404, title: 'There is no such claim' },
  decided_by_dispute: { status: 409, title: 'A dispute decided this' },
  disavowal_unknown: { status: 404, title: 'This account is not on the list' },
  domain_exists: { status: 409, title: 'Your organisation has this domain already' },
  domain_frozen: { status: 409, title: 'This domain is frozen' },
  domain_has_no_suffix: { status: 422, title: 'This domain ends in no known suffix' },
  domain_is_ip_address: { status: 422, title: 'An IP address is not a domain' },
  domain_is_private_suffix: { status: 422, title: 'This domain is shared by strangers' },
  domain_is_public_suffix: { status: 422, title: 'This domain cannot belong to one brand' },
  domain_is_special_use: { status: 422, title: 'This name is reserved' },
  domain_label_malformed: { status: 422, title: 'A label of this domain is malformed' },
  domain_label_too_long: { status: 422, title: 'A label of this domain is too long' },
  domain_not_proved: { status: 409, title: 'The brand has no proved domain' },
  domain_not_understood: { status: 422, title: 'This is not understood as a domain' },
  domain_too_long: { status: 422, title: 'This domain is too long' },
  domain_too_many_labels: { status: 422, title: 'This domain has too many labels' },
  domain_unknown: { status: 404, title: 'There is no such domain' },
  email_not_understood: { status: 422, title: 'This is no e-mail address' },
  end_in_past: { status: 422, title: 'The end must lie in the future' },
  invalid_request: { status: 422, title: 'A value was refused' },
  invitation_unknown: { status: 404, title: 'There is no such open invitation' },
  key_invalid: { status: 401, title: 'This API key is not valid' },
  key_missing: { status: 401, title: 'An API key is needed' },
  key_unknown: { status: 404, title: 'There is no such key' },
  last_owner: { status: 409, title: 'An organisation needs an owner' },
  malformed_json: { status: 400, title: 'The body is not JSON' },
  member_unknown: { status: 404, title: 'There is no such member' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  name_servers_changed: { status: 409, title: 'The name servers have changed lately' },
  not_an_account: { status: 422, title: 'This is a page, not an account' },
  not_found: { status: 404, title: 'There is nothing here' },
  organisation_unknown: { status: 404, title: 'There is no such organisation' },
  origin_refused: { status: 403, title: 'This did not come from the registry’s own pages' },
  owner_with_end: { status: 422, title: 'An owner has no last day' },
  owners_only: { status: 403, title: 'Only owners may do this' },
  picture_not_drawn: { status: 503, title: 'This picture is being drawn' },
  picture_unknown: { status: 404, title: 'There is no such picture' },
  platform_absent: { status: 409, title: 'The brand says it is not on this platform' },
  platform_claimed: { status: 409, title: 'The brand claims an account on this platform' },
  platform_closed: { status: 422, title: 'This platform has closed' },
  platform_mismatch: { status: 422, title: 'This account is on another platform' },
  proof_too_young: { status: 409, title: 'The domain has not been proved by DNS for long enough' },
  query_not_understood: { status: 422, title: 'The query is not understood' },
  recovery_decided: { status: 409, title: 'A person has decided this already' },
  recovery_disputed: { status: 409, title: 'Somebody has objected already' },
  recovery_of_own_brand: { status: 409, title: 'The brand is yours already' },
  recovery_open: { status: 409, title: 'You have asked for this already' },
  recovery_over: { status: 409, title: 'This recovery is over' },
  recovery_unknown: { status: 404, title: 'There is no such recovery' },
  registration_changed: { status: 409, title: 'The domain was registered anew' },
  scope_missing: { status: 403, title: 'This key may not do that' },
  second_person_needed: { status: 409, title: 'A second owner must confirm this' },
  target_busy: { status: 429, title: 'This domain is being looked at too often' },
  too_many_challenges: { status: 429, title: 'Too many tokens for one domain' },
  too_many_codes: { status: 429, title: 'Too many codes for one claim' },
  too_many_disavowals: { status: 409, title: 'The list is full' },
  too_many_invitations: { status: 429, title: 'Too many invitations' },
  too_many_pending_domains: { status: 409, title: 'Too many names wait for their proof' },
  too_many_recoveries: { status: 429, title: 'You have asked for too many recoveries' },
  unknown_platform: { status: 422, title: 'This platform is not known' },
  unsupported_media_type: { status: 415, title: 'Send JSON' },
} as const satisfies Record<Reason, Problem>

export const reasons: readonly Reason[] = keysOf(problems)

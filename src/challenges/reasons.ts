import type { RefusedReason, UnlearntReason } from './method.ts'

/** The reasons as values, for reading what another Veramarca says: a missing or surplus one does not compile. */
const refused: Readonly<Record<RefusedReason, true>> = {
  domain_nxdomain: true,
  parked_name_servers: true,
  nxdomain: true,
  no_txt_record: true,
  no_cname_record: true,
  mismatch: true,
  stale_value: true,
  other_organisation: true,
  wildcard: true,
  literal_quotes: true,
  zone_appended_twice: true,
  record_at_apex: true,
  record_at_www: true,
  record_at_wrong_host: true,
  cname_in_the_way: true,
  cname_not_yours: true,
  policy_forbids: true,
  yields_to_dns: true,
  no_address: true,
  not_found: true,
  no_meta_tag: true,
  token_expired: true,
}

const unlearnt: Readonly<Record<UnlearntReason, true>> = {
  timeout: true,
  servfail: true,
  dnssec_bogus: true,
  cname_loop: true,
  resolver_failed: true,
  malformed_answer: true,
  connection_failed: true,
  tls_failure: true,
  address_not_public: true,
  no_address: true,
  redirect_loop: true,
  too_many_redirects: true,
  redirect_off_domain: true,
  redirect_not_allowed: true,
  perspective_failed: true,
  login_required: true,
  forbidden: true,
  rate_limited: true,
  server_error: true,
  unexpected_status: true,
  page_too_large: true,
  perspectives_disagree: true,
  perspective_doubled: true,
  perspective_unplaced: true,
  not_corroborated: true,
}

export const refusedReasons = Object.keys(refused) as RefusedReason[]
export const unlearntReasons = Object.keys(unlearnt) as UnlearntReason[]

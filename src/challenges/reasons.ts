import { unreachableReasons } from '#net/net.ts'

/** Why what was looked for is positively not there, or does not count. Permanent, as every reason is. */
export const refusedReasons = [
  'domain_nxdomain',
  'parked_name_servers',
  'nxdomain',
  'no_txt_record',
  'no_cname_record',
  'mismatch',
  'stale_value',
  'other_organisation',
  'wildcard',
  'literal_quotes',
  'invisible_character',
  'wrong_case',
  'zone_appended_twice',
  'record_at_apex',
  'record_at_www',
  'record_at_wrong_host',
  'cname_in_the_way',
  'cname_not_yours',
  'policy_forbids',
  'yields_to_dns',
  'no_address',
  'not_found',
  'no_meta_tag',
  'token_expired',
] as const

export type RefusedReason = (typeof refusedReasons)[number]

/** Why a look learnt nothing: what net/ says, what a web server says, and what the quorum says. */
export const unlearntReasons = [
  ...unreachableReasons,
  'login_required',
  'forbidden',
  'rate_limited',
  'server_error',
  'unexpected_status',
  'page_too_large',
  'perspectives_disagree',
  'perspective_doubled',
  'perspective_unplaced',
  'not_corroborated',
] as const

export type UnlearntReason = (typeof unlearntReasons)[number]

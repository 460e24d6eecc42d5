/**
 * What each code of the ladder means, in a sentence for a passer-by. Codes are permanent; programs look at them, and
 * people read this.
 */
export const sentences: Readonly<Record<string, string>> = {
  // source: where the badge was found
  own_address: 'The address is one of this registry’s own, and its badge is the one that stands here now.',
  page_shows_badge: 'The page shows a badge of this registry.',
  badge_fetched: 'The badge was found at that address.',
  token_in_svg: 'The picture carries a signed statement.',
  token_in_png: 'The picture carries a signed statement.',
  token_in_json: 'The document carries a signed statement.',
  several_tokens: 'The file carries several signed statements, so nobody can say which one it stands for.',
  several_badges: 'The page shows badges of several brands. Give the address of the one that you mean.',
  picture_without_token:
    'The picture carries no signed statement. Any picture can be drawn; give the address that it links to.',
  png_damaged: 'The PNG is damaged, or does not end as a PNG does.',
  json_not_a_badge: 'The document is no badge. Give the signed text, which ends in “.jwt” at its address.',
  badge_not_issued: 'This registry has no current badge for that domain.',
  file_too_large: 'The file is far larger than any badge.',
  file_not_understood: 'The file is neither a picture with a badge nor the signed text.',
  address_malformed: 'The address cannot be read.',
  address_not_https: 'Only addresses that begin with https:// are asked: others may be changed on the way.',
  no_badge_found:
    'No badge of this registry was found there. One that a script puts on the page is not seen.',
  page_missing: 'There is nothing at that address.',
  page_unreachable: 'The address could not be reached, so nothing was learnt. Try again later.',
  page_busy: 'That host was asked very often lately. Try again in ten minutes.',
  page_redirects: 'The address leads on to another domain. Give the address where it ends.',
  picture_by_address: 'The address is of a picture that is no SVG. Save it, and give the file.',
  // format
  well_formed: 'It has the form of a badge.',
  not_a_compact_jws:
    'This is neither an address nor the signed text of a badge, which is three parts with two dots between them.',
  payload_not_json: 'What it says cannot be read.',
  too_large: 'It is longer than any badge.',
  // header
  header_as_expected: 'It says how it was signed, and by which key.',
  alg_not_es256: 'It is not signed in the way that badges are (ES256).',
  typ_not_vc_jwt: 'It says that it is something other than a badge.',
  cty_not_vc: 'It says that it holds something other than a credential.',
  header_has_crit: 'It asks for a way of checking that badges do not have.',
  header_has_more: 'Its header says more than a badge’s does, which could move the trust elsewhere.',
  kid_missing: 'It does not say which key signed it.',
  kid_not_understood: 'The key that it names cannot be understood.',
  // issuer
  own_key: 'This registry issued it: the key is one of ours.',
  key_resolved: 'The registry that it names publishes this key as its own.',
  issuer_not_did_web: 'It names no registry that could be asked.',
  issuer_unreachable:
    'The registry that it names could not be reached, so nothing was learnt. Try again later.',
  issuer_busy: 'The registry that it names was asked very often lately. Try again in ten minutes.',
  issuer_redirects: 'The registry that it names sends us elsewhere for its keys, where anybody could answer.',
  did_document_missing: 'The registry that it names publishes no keys.',
  did_document_malformed: 'The document of the registry’s keys cannot be read.',
  did_document_of_another: 'The document of keys is another registry’s, not of the one that the badge names.',
  key_unknown: 'The registry that it names has no such key.',
  key_of_another: 'The key belongs to somebody else.',
  key_not_for_assertions: 'The key is not one for badges.',
  key_revoked: 'The key was withdrawn. Its holder has fresh badges, signed with another.',
  key_malformed: 'The key that is published cannot be used.',
  // signature
  signature_matches: 'The signature is the registry’s: not a letter was changed since.',
  signature_mismatch: 'The signature does not match: it was forged or changed.',
  // claims
  claims_agree: 'What it says is complete and does not contradict itself.',
  claims_malformed: 'What it says is not what badges say.',
  claims_surplus: 'It holds terms that a badge must not have.',
  issuer_mismatch: 'It names one issuer and was signed by another.',
  wrong_type: 'It is some other kind of credential.',
  wrong_context: 'Its words have no meaning that the registry gave them.',
  // validity
  current: 'It has begun and has not ended.',
  expired: 'It has expired. Badges last ten days at most; a fresh one is at the registry if it still holds.',
  not_yet_valid: 'It has not begun yet.',
  times_disagree: 'It gives two different times.',
  lifetime_not_allowed: 'It claims to last longer than badges may.',
  // status
  not_revoked: 'It was not taken back.',
  revoked: 'It was taken back for good: another replaced it, or its proof is over.',
  suspended: 'It is suspended: do not trust it for now.',
  status_not_asked: 'Whether it was taken back meanwhile was not asked.',
  status_not_stated: 'It does not say where to ask whether it was taken back.',
  status_list_unreachable: 'Whether it was taken back could not be asked: the list cannot be reached.',
  status_list_busy: 'Whether it was taken back could not be asked: the host was asked very often lately.',
  status_list_redirects: 'The list of what was taken back is somewhere else, where anybody could answer.',
  status_list_missing: 'The list of what was taken back, which it names, is not there.',
  status_list_elsewhere: 'The list that it names is not its own registry’s.',
  status_list_of_another: 'The list that it names is another one, or another registry’s.',
  status_list_malformed: 'The list of what was taken back cannot be read.',
  status_list_unsigned: 'The list of what was taken back is not signed.',
  status_list_forged: 'The list of what was taken back was forged or changed.',
  status_list_key_unknown:
    'The list of what was taken back is signed with a key that the registry does not have.',
  status_list_expired: 'The list of what was taken back is too old.',
  status_list_not_yet_valid: 'The list of what was taken back has not begun yet.',
  status_list_too_large: 'The list of what was taken back is larger than such lists are.',
  status_list_too_short: 'The list of what was taken back is shorter than such lists must be.',
  status_purpose_mismatch: 'The list that it names is one of another purpose.',
  status_index_malformed: 'Its place in the list cannot be read.',
  status_index_out_of_range: 'Its place in the list is beyond the list’s end.',
  status_index_of_another: 'Its place in the list is another badge’s.',
  // standing
  stands: 'The registry says the same today.',
  standing_not_known_here: 'Another registry issued it; how its domain stands there today is not known here.',
  brand_unknown: 'The registry knows this brand no more.',
  domain_at_risk: 'The proof of its domain was missing at the last look: not confirmed for now.',
  domain_suspended: 'Its domain is suspended: do not trust it for now.',
  no_longer_controlled: 'Its domain is no longer proved.',
  name_superseded: 'Its holder goes by another name today.',
  account_at_risk: 'The proof of an account in it was missing at the last look: not confirmed for now.',
  account_suspended: 'An account in it is suspended: do not trust it for now.',
  account_superseded: 'An account in it has another purpose today.',
  account_no_longer_verified: 'An account in it is no longer verified.',
  // origin
  this_site: 'It is for this site.',
  found_elsewhere:
    'The address that you gave is not one of the sites it is for. There it may be a copy: it says nothing of that site.',
  not_for_this_site: 'It is not for this site: it was made for another one, and copied.',
  origin_not_understood: 'The site is not given as an origin, such as https://acme.com.',
}

/** For a code of a newer ladder than this table, the code itself. */
export function codeSentence(code: string): string {
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? code) : code
}

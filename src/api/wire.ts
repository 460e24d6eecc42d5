import { rfc3339 } from '#base/clock.ts'
import type { Compared } from '#lookalikes/difference.ts'
import type {
  AccountMark,
  Answer,
  BrandMark,
  Candidate,
  Lookalike,
  ProofMark,
  PublicBrand,
} from '#registry/answer.ts'
import type { ListedBrand } from '#registry/find-brand.ts'
import { timeOrNull } from './schemas.ts'

/** The registry's words in the contract's. */
export function brandOnWire(publicUrl: string, brand: BrandMark) {
  const { id, slug, name, nameState } = brand
  return { id, slug, name, name_state: nameState, domain: slug, url: `${publicUrl}/b/${slug}` }
}

export function listedOnWire(publicUrl: string, brand: ListedBrand) {
  const { aliases, category, country, languages, verdict } = brand
  const said = { aliases: [...aliases], category, country, languages: [...languages] }
  return { ...brandOnWire(publicUrl, brand), ...said, verdict }
}

export function publicBrandOnWire(publicUrl: string, brand: PublicBrand) {
  return {
    ...listedOnWire(publicUrl, brand),
    domains: brand.domains.map(({ domain, verdict, method, checkedAt, expiresAt, seenBy, failingSince }) => {
      const times = { checked_at: timeOrNull(checkedAt), expires_at: timeOrNull(expiresAt) }
      const seen = { seen_by: seenBy, failing_since: timeOrNull(failingSince) }
      return { domain, verdict, method, ...times, ...seen }
    }),
    accounts: brand.accounts.map(({ verdict, disputed, ...account }) => {
      return { ...accountOnWire(account), verdict, disputed }
    }),
    not_ours: brand.notOurs.map(({ platform, handle, url, decidedBy, since }) => {
      return { platform, handle, url, decided_by: decidedBy, created_at: rfc3339(since) }
    }),
    absent_from: [...brand.absentFrom],
    badge: {
      svg: `${publicUrl}/badges/${brand.slug}.svg`,
      jwt: `${publicUrl}/badges/${brand.slug}.jwt`,
      json: `${publicUrl}/badges/${brand.slug}.json`,
    },
    since: rfc3339(brand.since),
    frozen_since: timeOrNull(brand.frozenAt),
    as_of: rfc3339(brand.asOf),
  }
}

export function accountOnWire(account: AccountMark) {
  const { platform, handle, platformId, url, relation, country, language, published, proofs } = account
  return {
    platform,
    handle,
    platform_id: platformId,
    url,
    relation,
    country,
    language,
    published,
    proofs: proofs.map(proofOnWire),
  }
}

function proofOnWire({ direction, method, checkedAt, expiresAt, seenBy, failingSince }: ProofMark) {
  const times = { checked_at: rfc3339(checkedAt), expires_at: rfc3339(expiresAt) }
  return { direction, method, ...times, seen_by: seenBy, failing_since: timeOrNull(failingSince) }
}

export function answerOnWire(publicUrl: string, answer: Answer) {
  return {
    query: queryOnWire(answer.query),
    verdict: answer.verdict,
    disputed: answer.disputed,
    brand: answer.brand === null ? null : brandOnWire(publicUrl, answer.brand),
    account: answer.account === null ? null : accountOnWire(answer.account),
    claimed_by: answer.claimedBy.map((brand) => brandOnWire(publicUrl, brand)),
    matched_domain: answer.matchedDomain,
    proofs: answer.proofs.map(proofOnWire),
    absent_from: [...answer.absentFrom],
    frozen_since: timeOrNull(answer.frozenAt),
    candidates: answer.candidates.map((candidate) => candidateOnWire(publicUrl, candidate)),
    lookalikes: answer.lookalikes.map((lookalike) => lookalikeOnWire(publicUrl, lookalike)),
    log: answer.logIndex === null ? null : { index: answer.logIndex },
    stale: false,
    as_of: rfc3339(answer.asOf),
  }
}

function candidateOnWire(publicUrl: string, { brand, account, verdict, absentFrom }: Candidate) {
  const who = { brand: brandOnWire(publicUrl, brand), verdict, absent_from: [...absentFrom] }
  return account === null ? who : { ...who, account: accountOnWire(account) }
}

function lookalikeOnWire(publicUrl: string, lookalike: Lookalike) {
  const { brand, account, domain, verdict, tier, reason, difference } = lookalike
  const which = account === null ? { domain: domain ?? brand.slug } : { account: accountOnWire(account) }
  const { asked, registered } = difference
  const compared = { asked: comparedOnWire(asked), registered: comparedOnWire(registered) }
  return { brand: brandOnWire(publicUrl, brand), ...which, verdict, tier, reason, difference: compared }
}

function comparedOnWire({ text, differs }: Compared) {
  return { text, differs: differs.map(([start, end]) => ({ start, end })) }
}

function queryOnWire(query: Answer['query']) {
  const { input, kind } = query
  const unset = { input, kind, platform: null, handle: null, url: null, domain: null }
  switch (query.kind) {
    case 'account':
      return { ...unset, platform: query.platform, handle: query.handle, url: query.url }
    case 'domain':
      return { ...unset, domain: query.domain }
    case 'name':
      return unset
  }
}

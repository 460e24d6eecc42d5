import type { Language } from '#i18n/languages.ts'
import type { Sentence } from '#i18n/sentence.ts'
import type { Answer, BrandMark, ProofMark } from '#registry/answer.ts'
import { words } from './sentences-words.ts'
import { isOthers, platformName, type Relation } from './words.ts'

/** The one sentence that answers a question. */
export function answerSentence(answer: Answer, language: Language): Sentence {
  switch (answer.query.kind) {
    case 'account':
      return accountSentence(answer, language)
    case 'domain':
      return domainSentence(answer, answer.query.domain, language)
    case 'name': {
      const count = new Set(answer.candidates.map(({ brand }) => brand.id)).size
      return words(language).parts('names', { count })
    }
  }
}

function accountSentence(answer: Answer, language: Language): Sentence {
  const { verdict, brand, account, claimedBy, decidedBy } = answer
  const { parts } = words(language)
  const relation = account?.relation ?? null
  if (verdict === 'declared') return declaredSentence(claimedBy, relation, language)
  if (brand === null) return parts('notRegistered')
  const domain = brand.slug
  const whose = whoseOf(relation, language)
  switch (verdict) {
    case 'verified':
      return parts(isOthers(relation) ? 'verifiedOther' : 'verified', { domain, whose })
    case 'at_risk':
      return parts('atRisk', { since: lastConfirmed(account?.proofs ?? [], language), domain, whose })
    case 'lapsed':
      return parts('lapsed', { domain, whose })
    case 'suspended':
      return parts('suspended', { domain })
    case 'not_ours':
      // Anybody may disavow anything: whose word it is leads, and it says nothing of anybody else's account.
      return parts(decidedBy === 'dispute' ? 'disputeDecided' : 'notOurs', { domain })
    default:
      return parts('notRegistered')
  }
}

/** What the domain says that the account is. */
function whoseOf(relation: Relation | null, language: Language): Sentence {
  return words(language).parts('whose', { relation: relation ?? 'official' })
}

/** Never that the account does not say so: nobody may have looked, and on some platforms nobody can. */
function declaredSentence(
  claimedBy: readonly BrandMark[],
  relation: Relation | null,
  language: Language,
): Sentence {
  const { parts } = words(language)
  const [only, ...more] = claimedBy
  if (only === undefined) return parts('declaredByNobody')
  if (more.length > 0) return parts('declaredByMany', { count: claimedBy.length })
  const domain = only.slug
  return isOthers(relation)
    ? parts('declaredOther', { domain, whose: whoseOf(relation, language) })
    : parts('declared', { domain })
}

/** Both ends were last seen to agree when the staler proof was. */
function lastConfirmed(proofs: readonly ProofMark[], language: Language): Sentence {
  const { parts } = words(language)
  if (proofs.length === 0) return parts('notConfirmed')
  return parts('notConfirmedSince', { at: Math.min(...proofs.map((proof) => proof.checkedAt)) })
}

function domainSentence(
  { verdict, brand, matchedDomain, frozenAt }: Answer,
  asked: string,
  language: Language,
): Sentence {
  const { parts } = words(language)
  if (brand === null) return parts('domainNotRegistered')
  if (frozenAt !== null) return parts('frozen', { domain: brand.slug, at: frozenAt })
  const domain = matchedDomain ?? asked
  const part = domain === asked ? [] : parts('part', { asked })
  const named = { ...nameOf(brand, language), domain }
  switch (verdict) {
    case 'controlled':
      return parts('controlled', { ...named, part })
    case 'at_risk':
      return parts('domainAtRisk', { ...named, part })
    case 'lapsed':
      return parts('domainLapsed', named)
    case 'suspended':
      return parts('domainSuspended', { domain })
    default:
      return parts('domainNotRegistered')
  }
}

function nameOf({ name, nameState }: BrandMark, language: Language) {
  const reviewed = nameState === 'reviewed' ? 'yes' : 'no'
  return { name, own: words(language).parts('own', { reviewed }) }
}

/** What a brand's page says of the brand under its heading. */
export function brandSentence(brand: BrandMark, verdict: Answer['verdict'], language: Language): Sentence {
  const { parts } = words(language)
  const named = { ...nameOf(brand, language), domain: brand.slug }
  switch (verdict) {
    case 'controlled':
      return parts('brandControlled', named)
    case 'at_risk':
      return parts('brandAtRisk', named)
    case 'suspended':
      return parts('brandSuspended')
    default:
      return parts('brandLapsed', named)
  }
}

/** Where a brand says that none of its accounts is. */
export function absenceSentence(slug: string, platforms: readonly string[], language: Language): Sentence {
  const anyOf = new Intl.ListFormat(language, { type: language === 'pl' ? 'conjunction' : 'disjunction' })
  const names = anyOf.format(platforms.map(platformName))
  return words(language).parts('absent', { domain: slug, platforms: [names] })
}

export function disputedNote(language: Language): Sentence {
  return words(language).parts('disputed')
}

export function declaredNote(claimants: number, language: Language): Sentence {
  return words(language).parts('anybody', { count: claimants })
}

/** What to make of it when nothing is known. */
export function unregisteredNote(kind: Answer['query']['kind'], language: Language): Sentence {
  const { parts } = words(language)
  if (kind === 'name') return []
  return parts(kind === 'account' ? 'unknownAccount' : 'unknownDomain')
}

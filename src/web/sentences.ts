import type { Answer, BrandMark, ProofMark } from '#registry/answer.ts'
import type { Sentence } from '#i18n/sentence.ts'
import { say } from './sentence.ts'
import { dayOf, isOthers, platformName, type Relation } from './words.ts'

/** The one sentence that answers a question. Domains lead; a name is never said without whose word it is. */
export function answerSentence(answer: Answer): Sentence {
  switch (answer.query.kind) {
    case 'account':
      return accountSentence(answer)
    case 'domain':
      return domainSentence(answer, answer.query.domain)
    case 'name':
      return nameSentence(new Set(answer.candidates.map(({ brand }) => brand.id)).size)
  }
}

const notRegistered = say`Not in the registry. That does not make it fake.`

const elsewhere = say`Whose it is, the registry does not know.`

/** What the domain says that the account is, after "says this account is". */
function whose(relation: Relation | null): Sentence {
  switch (relation) {
    case 'employee':
      return say`that of somebody who works there`
    case 'partner':
      return say`a partner’s`
    case 'reseller':
      return say`a reseller’s`
    case 'fan':
      return say`run by fans`
    case 'parked':
      return say`its own, held in reserve and not used`
    default:
      return say`its own`
  }
}

function accountSentence({ verdict, brand, account, claimedBy, decidedBy }: Answer): Sentence {
  const relation = account?.relation ?? null
  if (verdict === 'declared') return declaredSentence(claimedBy, relation)
  if (brand === null) return notRegistered
  const domain = brand.slug
  switch (verdict) {
    case 'verified': {
      const start = isOthers(relation) ? say`Not ${domain} itself.` : say`Yes.`
      return say`${start} ${domain} says this account is ${whose(relation)}, and the account agrees.`
    }
    case 'at_risk': {
      const since = lastConfirmed(account?.proofs ?? [])
      return say`${since} ${domain} said this account is ${whose(relation)}, and the account agreed; one of the two proofs is failing now.`
    }
    case 'lapsed':
      return say`No longer proved. ${domain} once said this account is ${whose(relation)}, and the account agreed; a proof has ended.`
    case 'suspended':
      return say`Do not trust it for now. The entry of this account under ${domain} is suspended.`
    case 'not_ours':
      // Anybody may disavow anything: whose word it is leads, and it says nothing of anybody else's account.
      return decidedBy === 'dispute'
        ? say`A dispute decided that this is not an account of ${domain}. ${elsewhere}`
        : say`${domain} says this is not its account. ${elsewhere}`
    default:
      return notRegistered
  }
}

/** Never that the account does not say so: nobody may have looked, and on some platforms nobody can. */
function declaredSentence(claimedBy: readonly BrandMark[], relation: Relation | null): Sentence {
  const [only, ...more] = claimedBy
  if (only === undefined)
    return say`Not confirmed. A domain says that this is its account; the account has not confirmed it.`
  if (more.length > 0) {
    const count = [String(claimedBy.length)]
    return say`Not confirmed. ${count} domains say that this is their account; the account has confirmed none of them.`
  }
  return isOthers(relation)
    ? say`Not confirmed. ${only.slug} says that this account is ${whose(relation)}; the account has not confirmed it.`
    : say`Not confirmed. ${only.slug} says that this is its account; the account has not confirmed it.`
}

/** Both ends were last seen to agree when the staler proof was. */
function lastConfirmed(proofs: readonly ProofMark[]): Sentence {
  if (proofs.length === 0) return say`Not confirmed at the last look.`
  const day = [dayOf(Math.min(...proofs.map((proof) => proof.checkedAt)))]
  return say`Not confirmed since ${day}.`
}

function domainSentence({ verdict, brand, matchedDomain, frozenAt }: Answer, asked: string): Sentence {
  if (brand === null) return notRegistered
  if (frozenAt !== null) {
    return say`Do not trust it for now. The people of ${brand.slug} froze all its accounts on ${[dayOf(frozenAt)]}, as brands do when they were hacked.`
  }
  const name = brand.name
  const domain = matchedDomain ?? asked
  const part = domain === asked ? say`` : say` ${asked} is part of it.`
  const own = brand.nameState === 'reviewed' ? say`` : say`, by their own name,`
  switch (verdict) {
    case 'controlled':
      return say`${name}’s people${own} control ${domain}.${part}`
    case 'at_risk':
      return say`Not confirmed at the last look. ${name}’s people${own} showed that they control ${domain}; that proof is failing.${part}`
    case 'lapsed':
      return say`No longer proved. ${name}’s people${own} once showed that they control ${domain}.`
    case 'suspended':
      return say`Do not trust it for now. The entry of ${domain} is suspended.`
    default:
      return notRegistered
  }
}

function nameSentence(found: number): Sentence {
  if (found === 0) return say`Nobody in the registry goes by this name. That does not make it fake.`
  if (found === 1) return say`One brand goes by this name. A name proves nothing: look at the domain.`
  const count = [String(found)]
  return say`${count} brands go by this name. A name proves nothing: look at the domains.`
}

/** What a brand's page says of the brand under its heading. */
export function brandSentence(brand: BrandMark, verdict: Answer['verdict']): Sentence {
  const { slug, name, nameState } = brand
  const own = nameState === 'reviewed' ? say`` : say`, by their own name,`
  switch (verdict) {
    case 'controlled':
      return say`${name}’s people${own} control ${slug}, and say what is theirs below.`
    case 'at_risk':
      return say`${name}’s people${own} controlled ${slug} until lately. The last look did not find their proof.`
    case 'suspended':
      return say`Do not trust this entry for now. It is suspended.`
    default:
      return say`${name}’s people${own} once showed that they control ${slug}. That is no longer proved.`
  }
}

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' })

/** Where a brand says that none of its accounts is. */
export function absenceSentence(slug: string, platforms: readonly string[]): Sentence {
  const names = [anyOf.format(platforms.map(platformName))]
  return say`${slug} says that it has no account on ${names}.`
}

export const disputedNote = say`Somebody disputes this entry, and no decision has been made yet.`
export function declaredNote(claimants: number): Sentence {
  return claimants === 1
    ? say`Anybody may say so of any account.`
    : say`None of them is more right than another: anybody may say so of any account.`
}

/** What to make of it when nothing is known. */
export const unregisteredNotes = {
  account: say`Most genuine accounts are not registered yet. Before you trust it, look for a link to it on the brand’s own website.`,
  domain: say`Most genuine domains are not registered yet. The registry knows nothing for it or against it.`,
  name: say``,
} satisfies Record<Answer['query']['kind'], Sentence>

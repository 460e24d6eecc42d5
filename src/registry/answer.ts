import type { Corroboration } from '#base/evidence.ts'
import type { MethodName } from '#challenges/method.ts'
import type { relations } from '#db/schema.ts'
import type { Reason, Tier } from '#lookalikes/alike.ts'
import type { Difference } from '#lookalikes/difference.ts'
import type { AccountVerdict, DomainVerdict } from './verdict.ts'

/** Who vouches: always led by the domain, since names are self-given. */
export type BrandMark = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly nameState: 'self_given' | 'reviewed'
}

export type ProofMark = {
  readonly direction: 'domain' | 'account'
  readonly method: string
  readonly checkedAt: number
  readonly expiresAt: number
  /** How widely it was seen; null of an account's own end. */
  readonly seenBy: Corroboration | null
  /** When it was first seen to be missing; null while it is seen. */
  readonly failingSince: number | null
}

export type AccountMark = {
  readonly platform: string
  readonly handle: string
  readonly platformId: string | null
  readonly url: string
  readonly relation: (typeof relations)[number] | null
  /** For the people of which country, and in which language; null: of no one in particular. */
  readonly country: string | null
  readonly language: string | null
  readonly published: boolean | null
  readonly proofs: readonly ProofMark[]
}

export type Candidate = {
  readonly brand: BrandMark
  readonly account: AccountMark | null
  readonly verdict: AccountVerdict | DomainVerdict
  /** Platforms that the brand says it has no account on. */
  readonly absentFrom: readonly string[]
}

/** What stands proved, and what the asked for may be taken for. */
export type Lookalike = {
  readonly brand: BrandMark
  /** Null where it is a domain, or the name of the brand that has it. */
  readonly account: AccountMark | null
  readonly domain: string | null
  readonly verdict: AccountVerdict | DomainVerdict
  readonly tier: Tier
  readonly reason: Reason
  readonly difference: Difference
}

export type Query =
  | {
      readonly input: string
      readonly kind: 'account'
      readonly platform: string
      readonly handle: string
      readonly url: string
    }
  | { readonly input: string; readonly kind: 'domain'; readonly domain: string }
  | { readonly input: string; readonly kind: 'name' }

/** An account that a brand says, or a dispute decided, is not the brand's. */
export type DisavowedAccount = {
  readonly platform: string
  readonly handle: string
  readonly url: string
  readonly decidedBy: 'brand' | 'dispute'
  readonly since: number
}

/** The public answer to one question. */
export type Answer = {
  readonly query: Query
  /** Null for a name: it has candidates instead. */
  readonly verdict: AccountVerdict | DomainVerdict | null
  readonly disputed: boolean
  /** Null unless somebody's proof stands or stood. */
  readonly brand: BrandMark | null
  readonly account: AccountMark | null
  /** Of `not_ours`: whose word that is; else null. */
  readonly decidedBy: DisavowedAccount['decidedBy'] | null
  /** Who declares the account without the account agreeing. */
  readonly claimedBy: readonly BrandMark[]
  /** The proved domain that covers the one asked for. */
  readonly matchedDomain: string | null
  /** What the control of the matched domain rests on. */
  readonly proofs: readonly ProofMark[]
  /** Of the brand that holds the domain asked for: platforms that it says it has no account on. */
  readonly absentFrom: readonly string[]
  /** Of the brand that vouches: since when its own people warn of all its accounts; null while they do not. */
  readonly frozenAt: number | null
  readonly candidates: readonly Candidate[]
  /** Strongest first; none where the answer is itself proved. Looking like another proves nothing. */
  readonly lookalikes: readonly Lookalike[]
  /** Newest leaf about the claim, or about the domain when a domain was asked for. */
  readonly logIndex: number | null
  readonly asOf: number
}

export type PublicDomain = {
  readonly domain: string
  readonly verdict: DomainVerdict
  readonly method: MethodName | null
  readonly checkedAt: number | null
  readonly expiresAt: number | null
  readonly seenBy: Corroboration | null
  readonly failingSince: number | null
}

export type PublicAccount = AccountMark & {
  readonly verdict: AccountVerdict
  readonly disputed: boolean
}

/** A brand as the public sees it. */
export type PublicBrand = BrandMark & {
  readonly aliases: readonly string[]
  readonly category: string | null
  readonly country: string | null
  readonly languages: readonly string[]
  /** Of its main domain. */
  readonly verdict: DomainVerdict
  readonly domains: readonly PublicDomain[]
  readonly accounts: readonly PublicAccount[]
  readonly notOurs: readonly DisavowedAccount[]
  /** Keys of platforms that it says it has no account on. */
  readonly absentFrom: readonly string[]
  readonly since: number
  /** Since when none of its accounts is to be trusted; null while they are not frozen. */
  readonly frozenAt: number | null
  readonly asOf: number
}

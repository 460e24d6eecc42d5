import type { Perspective } from '#net/net.ts'
import type { RefusedReason, UnlearntReason } from './reasons.ts'

/** What we ask an organisation to publish. */
export type Challenge = {
  readonly id: string
  /** A-label name that is to be proved. */
  readonly domain: string
  readonly registrableDomain: string
  readonly organisationId: string
  /** The domain row's id: it makes the http-file's path ours alone. */
  readonly domainId: string
  /** ≥ 128 bit, base32, lower case. */
  readonly token: string
  readonly expiresAt: number
  /** Host of PUBLIC_URL: where a `dns-cname` target lives. */
  readonly issuerHost: string
}

/** What to publish, for people: the fields that the method has. */
export type Instruction = {
  readonly method: MethodName
  /** Full DNS name. */
  readonly name?: string
  /** What a panel of that zone wants typed. */
  readonly host?: string
  readonly type?: 'TXT' | 'CNAME'
  readonly value?: string
  readonly url?: string
  readonly html?: string
}

export const methodNames = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const
export type MethodName = (typeof methodNames)[number]
export type Strength = 'dns' | 'web'

/** What one look told. Three kinds, never two. */
export type Finding =
  | { readonly kind: 'proved' }
  | {
      readonly kind: 'refused'
      readonly reason: RefusedReason
      readonly detail: string
      /** Seconds the "no" is cached for, when known. */
      readonly negativeTtl?: number
    }
  | { readonly kind: 'unreachable'; readonly reason: UnlearntReason; readonly detail: string }

export type Refused = Extract<Finding, { kind: 'refused' }>
export type Unlearnt = Extract<Finding, { kind: 'unreachable' }>

export type Method = {
  readonly name: MethodName
  readonly strength: Strength
  readonly instruct: (challenge: Challenge) => Instruction
  /** One perspective's look. `sibling` is a random label, to tell a wildcard from a record. Decides nothing. */
  readonly look: (perspective: Perspective, challenge: Challenge, sibling: string) => Promise<Finding>
  /** After a refusal, from one perspective: looks where people put the record by mistake. Never makes it a proof. */
  readonly diagnose?: (perspective: Perspective, challenge: Challenge, refusal: Refused) => Promise<Refused>
}

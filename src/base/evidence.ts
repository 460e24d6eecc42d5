/** What one perspective asked and was told in one look. Digests stand for answers, so no foreign text is kept. */
export type Evidence = {
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
  readonly questions: readonly QuestionAsked[]
  readonly pages: readonly PageSeen[]
}

export type QuestionAsked = {
  readonly name: string
  readonly type: string
  /** `found`, `nodata`, `nxdomain`, or why nothing was learnt. */
  readonly answer: string
  /** The resolver's AD flag. */
  readonly authenticated: boolean
  /** CNAME targets in order; of a question for a CNAME, the target. */
  readonly chain: readonly string[]
  readonly digest: string | null
}

export type PageSeen = {
  readonly url: string
  /** The HTTP status, or why nothing was learnt. */
  readonly answer: string
  readonly addresses: readonly string[]
  readonly redirects: readonly string[]
  readonly digest: string | null
}

/** What one perspective said of one look. */
export type PerspectiveFinding = {
  readonly perspective: string
  /** Who operates the resolver, as a registrable domain; empty for a remote that did not say. */
  readonly resolver: string
  /** Where it looks from; several resolvers asked from one network share it. Empty where nobody knows. */
  readonly network: string
  readonly outcome: 'proved' | 'refused' | 'unreachable'
  readonly reason: string | null
  /** Null where it was not kept, since the look changed nothing. */
  readonly evidence: Evidence | null
}

/** How widely a finding was seen: "3 of 4 perspectives, 4 resolvers, 1 network". */
export type Corroboration = {
  readonly agreeing: number
  readonly perspectives: number
  readonly resolvers: number
  readonly networks: number
}

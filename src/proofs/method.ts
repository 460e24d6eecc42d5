import type { AccountFinding } from './finding.ts'
import type { Sight } from './reader.ts'

export const accountMethodNames = ['profile-link', 'handle-is-domain', 'post'] as const
export type AccountMethodName = (typeof accountMethodNames)[number]

/** What is to be looked for: an account, and the brand's proved domains that it may name. */
export type Asked = {
  readonly account: {
    readonly platform: string
    readonly handle: string
    /** Bound when it was first seen; null until then. */
    readonly platformId: string | null
  }
  readonly domains: readonly ProvedName[]
  /** For `post`: the codes still good, newest first, and where the owner says he posted one. */
  readonly codes: readonly { readonly code: string; readonly domain: string; readonly issuedAt: number }[]
  readonly postUrl: string | null
}

/** A domain that the brand has proved and the public may see. */
export type ProvedName = {
  readonly name: string
  readonly registrableDomain: string
  readonly strength: 'dns' | 'web'
}

/** What to do, for people. */
export type AccountInstruction = {
  readonly method: AccountMethodName
  /** What to do, whole sentences. */
  readonly detail: string
  /** What to type or post, exactly; absent where there is nothing to type. */
  readonly value?: string
}

export type AccountMethod = {
  readonly name: AccountMethodName
  /** Null where this method cannot prove such an account. `code` is the newest good one. */
  readonly instruct: (
    asked: Omit<Asked, 'postUrl'>,
    credentials: Sight['credentials'],
  ) => AccountInstruction | null
  /** One look. Decides nothing. */
  readonly look: (sight: Sight, asked: Asked) => Promise<AccountFinding>
}

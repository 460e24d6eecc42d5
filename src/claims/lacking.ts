import type { Account } from '#accounts/platform.ts'
import { closingOf } from '#accounts/platforms/index.ts'
import type { Deps } from '#base/deps.ts'
import { instructAccount } from '#proofs/look-account.ts'
import type { ProvedName } from '#proofs/method.ts'
import type { OwnedClaim } from './show-claims.ts'

type Listed = {
  readonly account: Account
  readonly domains: readonly ProvedName[]
  /** The brand's own claim on it. */
  readonly mine: OwnedClaim | undefined
  /** Another brand of the organisation has claimed it. */
  readonly isElsewhere: boolean
  /** The brand itself publishes that it is not its, or that it is not on that platform. */
  readonly isDenied: boolean
  /** Somebody else's proof of it stands. */
  readonly isTaken: boolean
}

/** What an account that the site lists still lacks to be verified, and what to do, in one or two sentences. */
export function lacking(
  { credentials }: Pick<Deps, 'credentials'>,
  { account, domains, mine, isElsewhere, isDenied, isTaken }: Listed,
): string {
  const asked = { account: { ...account, platformId: null }, domains, codes: [] }
  const [step] = mine?.instructions ?? instructAccount(asked, credentials)
  const how = step?.detail ?? 'Its platform cannot be checked automatically, so it stays declared.'
  if (isDenied)
    return 'You publish that this is not yours, and yet your site lists it. Take one of the two back.'
  if (isElsewhere) return 'Another brand of yours has claimed it. Withdraw it there to claim it here.'
  if (isTaken) return 'It is proved by another brand. If that is wrong, open a dispute.'
  if (mine === undefined) {
    const closedOn = closingOf(account.platform)
    if (closedOn === null) return `It is not claimed yet. Once it is, the account must point back. ${how}`
    return `It is not claimed yet. Its platform closed on ${closedOn}, so claim it as "parked".`
  }
  if (mine.claim.state !== 'open') return `Its claim is ${mine.claim.state}. Look there for what to do.`
  switch (mine.verdict) {
    case 'verified':
      return 'Nothing: both ends agree.'
    case 'at_risk':
      return `A proof is failing. ${how}`
    case 'lapsed':
      return `Its proof has ended. ${how}`
    default:
      return `The account does not point back yet. ${how}`
  }
}

import type { claims, domains } from '#db/schema.ts'
import { endOf } from '#brands/domain.ts'

export type DomainVerdict = 'controlled' | 'at_risk' | 'lapsed' | 'suspended' | 'unregistered'
export type AccountVerdict =
  | 'suspended'
  | 'verified'
  | 'at_risk'
  | 'lapsed'
  | 'declared'
  | 'not_ours'
  | 'unregistered'

type DomainFacts = Pick<typeof domains.$inferSelect, 'state' | 'expiresAt' | 'failingSince' | 'publicFrom'>
type ClaimFacts = Pick<typeof claims.$inferSelect, 'state' | 'accountState' | 'firstVerifiedAt'>
type ProofFacts = { readonly expiresAt: number; readonly failingSince: number | null }

/** The public answer about a domain at this moment. What nobody has seen mature is as good as absent. */
export function domainVerdict(domain: DomainFacts, now: number): DomainVerdict {
  if (domain.state === 'suspended') return 'suspended'
  if (domain.publicFrom === null || now < domain.publicFrom) return 'unregistered'
  switch (domain.state) {
    case 'proved':
    case 'failing': {
      const end = endOf(domain)
      if (end === null || now >= end) return 'lapsed'
      return domain.state === 'proved' ? 'controlled' : 'at_risk'
    }
    case 'lapsed':
    case 'revoked':
      return 'lapsed'
    case 'pending':
    case 'held':
    case 'contested':
    case 'released':
      return 'unregistered'
  }
}

/** The public answer about one claim: DESIGN's table, first line that matches. A brand's disavowal is its caller's. */
export function claimVerdict(
  claim: ClaimFacts,
  domain: DomainVerdict,
  proof: ProofFacts | null,
  now: number,
): AccountVerdict {
  if (claim.state === 'withdrawn' || claim.state === 'held') return 'unregistered'
  const everVerified = claim.firstVerifiedAt !== null
  if (claim.state === 'suspended') return 'suspended'
  if (domain === 'suspended') return everVerified ? 'suspended' : 'unregistered'
  const account = accountStanding(claim, proof, now)
  if (account === 'current' && domain === 'controlled') return 'verified'
  const bothStand =
    account !== 'ended' && account !== 'none' && (domain === 'controlled' || domain === 'at_risk')
  if (everVerified) return bothStand ? 'at_risk' : 'lapsed'
  const domainStands = domain === 'controlled' || domain === 'at_risk'
  return domainStands && account === 'none' ? 'declared' : 'unregistered'
}

function accountStanding(
  claim: Pick<ClaimFacts, 'accountState'>,
  proof: ProofFacts | null,
  now: number,
): 'none' | 'current' | 'failing' | 'ended' {
  if (claim.accountState === 'none') return 'none'
  if (claim.accountState === 'ended' || proof === null) return 'ended'
  const end = endOf({ state: claim.accountState, ...proof })
  if (end === null || now >= end) return 'ended'
  return claim.accountState === 'proved' ? 'current' : 'failing'
}

import { platforms } from '#accounts/platforms/index.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { endOf } from '#brands/domain.ts'
import type { AccountMark, BrandMark, ProofMark, PublicAccount } from './answer.ts'
import type { BrandRow, ClaimRecord, ClaimRow, DomainRow, ProofRow } from './records.ts'
import { claimVerdict, domainVerdict, type DomainVerdict } from './verdict.ts'

const strongestFirst: readonly DomainVerdict[] = [
  'suspended',
  'controlled',
  'at_risk',
  'lapsed',
  'unregistered',
]

/** The brand's domain that speaks for its accounts: the best standing one, the main one among equals. */
export function speakingDomain(
  rows: readonly DomainRow[],
  slug: string,
  now: number,
): { readonly row: DomainRow; readonly verdict: DomainVerdict } | null {
  const judged = rows.map((row) => ({ row, verdict: domainVerdict(row, now) }))
  const rank = ({ row, verdict }: (typeof judged)[number]) =>
    strongestFirst.indexOf(verdict) * 2 + (row.name === slug ? 0 : 1)
  return judged.toSorted((one, other) => rank(one) - rank(other))[0] ?? null
}

export function brandMark(brand: Pick<BrandRow, 'id' | 'name' | 'nameState'> & { slug: string }): BrandMark {
  return { id: brand.id, slug: brand.slug, name: brand.name, nameState: brand.nameState }
}

/** One claim as the public sees it at this moment. */
export function judge(record: ClaimRecord, now: number): PublicAccount {
  const { claim, brand } = record
  const speaking = speakingDomain(record.domains, brand.slug, now)
  const proofs = record.proofs.toSorted((one, other) => proofEnd(other) - proofEnd(one))
  const verdict = claimVerdict(claim, speaking?.verdict ?? 'unregistered', proofs[0] ?? null, now)
  const marks = [
    ...(speaking === null ? [] : domainMark(speaking.row)),
    ...proofs.map((proof): ProofMark => {
      const { method, checkedAt } = proof
      return { direction: 'account', method, checkedAt, expiresAt: proofEnd(proof) }
    }),
  ]
  return {
    ...accountMark(claim),
    proofs: marks.filter((proof) => now < proof.expiresAt),
    verdict,
    disputed: claim.disputed,
  }
}

function domainMark(row: DomainRow): ProofMark[] {
  const { method, checkedAt } = row
  const expiresAt = endOf(row)
  if (method === null || checkedAt === null || expiresAt === null) return []
  return [{ direction: 'domain', method, checkedAt, expiresAt }]
}

function proofEnd({ expiresAt, failingSince }: Pick<ProofRow, 'expiresAt' | 'failingSince'>): number {
  return failingSince === null ? expiresAt : Math.min(failingSince + lifetimes.grace, expiresAt)
}

function accountMark(claim: ClaimRow): AccountMark {
  const { platform, handle, platformId, relation, published } = claim
  return { platform, handle, platformId, url: profileOf(platform, handle), relation, published, proofs: [] }
}

export function profileOf(platform: string, handle: string): string {
  const known = Object.entries(platforms).find(([key]) => key === platform)?.[1]
  if (known === undefined) throw new Error(`Stored platform ${platform} is unknown`)
  return known.profile(handle)
}

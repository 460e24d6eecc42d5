import { isPlatformKey, platforms } from '#accounts/platforms/index.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { endOf } from '#brands/domain.ts'
import type { AccountMark, BrandMark, ProofMark, PublicAccount } from './answer.ts'
import type { BrandRow, ClaimRecord, ClaimRow, DomainRow, ProofRow } from './records.ts'
import { claimVerdict, domainVerdict, type AccountVerdict, type DomainVerdict } from './verdict.ts'

/** Of several rows for one name the first of these counts: a freeze before all, a standing proof before an ended one. */
const firstOf: readonly DomainVerdict[] = ['suspended', 'controlled', 'at_risk', 'lapsed', 'unregistered']
/** Of two domains that must both stand the later of these counts. */
const worstLast: readonly DomainVerdict[] = ['controlled', 'at_risk', 'lapsed', 'unregistered', 'suspended']

type Standing = { readonly row: DomainRow | null; readonly verdict: DomainVerdict }

/** How a brand's domain stands: no other domain of the brand's can speak for it. */
export function standingOf(rows: readonly DomainRow[], name: string, now: number): Standing {
  const judged = rows
    .filter((row) => row.name === name)
    .map((row) => ({ row, verdict: domainVerdict(row, now) }))
    .toSorted((one, other) => firstOf.indexOf(one.verdict) - firstOf.indexOf(other.verdict))
  return judged[0] ?? { row: null, verdict: 'unregistered' }
}

function worse(one: Standing, other: Standing): Standing {
  return worstLast.indexOf(one.verdict) >= worstLast.indexOf(other.verdict) ? one : other
}

export function brandMark(brand: Pick<BrandRow, 'id' | 'name' | 'nameState'> & { slug: string }): BrandMark {
  return { id: brand.id, slug: brand.slug, name: brand.name, nameState: brand.nameState }
}

/** One claim as the public sees it at this moment: by the main domain, and by the one that the account names. */
export function judge(record: ClaimRecord, now: number): PublicAccount {
  const { claim, brand, domains } = record
  const proofs = record.proofs.toSorted((one, other) => proofEnd(other) - proofEnd(one))
  const [longest] = proofs
  const main = standingOf(domains, brand.slug, now)
  const speaking = longest === undefined ? main : worse(standingOf(domains, longest.domain, now), main)
  const marks = [
    ...(speaking.row === null ? [] : domainMark(speaking.row)),
    ...proofs.map((proof): ProofMark => {
      const { method, checkedAt, failingSince } = proof
      const expiresAt = proofEnd(proof)
      return { direction: 'account', method, checkedAt, expiresAt, seenBy: null, failingSince }
    }),
  ]
  return {
    ...accountMark(claim),
    proofs: marks.filter((proof) => now < proof.expiresAt),
    verdict:
      brand.frozenAt === null
        ? claimVerdict(claim, speaking.verdict, longest ?? null, now)
        : frozenVerdict(claim),
    disputed: claim.disputed,
  }
}

/** A freeze tells of accounts that were this brand's; by it nobody makes the public doubt an account that never was. */
function frozenVerdict({ firstVerifiedAt }: ClaimRow): AccountVerdict {
  return firstVerifiedAt === null ? 'unregistered' : 'suspended'
}

/** The proof that a domain's control rests on; none when there is none. */
export function domainMark(row: DomainRow): ProofMark[] {
  const { method, checkedAt, seenBy } = row
  const expiresAt = endOf(row)
  if (method === null || checkedAt === null || expiresAt === null) return []
  return [{ direction: 'domain', method, checkedAt, expiresAt, seenBy, failingSince: failingSinceOf(row) }]
}

/** A contest or an end leaves the time behind; it is told of what is failing now. */
export function failingSinceOf({
  state,
  failingSince,
}: Pick<DomainRow, 'state' | 'failingSince'>): number | null {
  return state === 'failing' ? failingSince : null
}

export function proofEnd({ expiresAt, failingSince }: Pick<ProofRow, 'expiresAt' | 'failingSince'>): number {
  return failingSince === null ? expiresAt : Math.min(failingSince + lifetimes.grace, expiresAt)
}

function accountMark(claim: ClaimRow): AccountMark {
  const { platform, handle, platformId, relation, country, language, published } = claim
  const url = profileOf(platform, handle)
  return { platform, handle, platformId, url, relation, country, language, published, proofs: [] }
}

export function profileOf(platform: string, handle: string): string {
  if (!isPlatformKey(platform)) throw new Error(`Stored platform ${platform} is unknown`)
  return platforms[platform].profile(handle)
}

import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { platforms } from '#accounts/platforms/index.ts'
import type { Deps } from '#base/deps.ts'
import { accountProofs, brands, claims, domains } from '#db/schema.ts'
import type { AccountMark, BrandMark, ProofMark, PublicAccount } from './answer.ts'
import { claimVerdict, domainVerdict, type DomainVerdict } from './verdict.ts'

type ClaimRow = typeof claims.$inferSelect
type BrandRow = typeof brands.$inferSelect
type DomainRow = typeof domains.$inferSelect
type ProofRow = typeof accountProofs.$inferSelect

/** A claim with all that its verdict rests on. */
export type ClaimRecord = {
  readonly claim: ClaimRow
  readonly brand: BrandRow & { readonly slug: string }
  readonly domains: readonly DomainRow[]
  readonly proofs: readonly ProofRow[]
  readonly logIndex: number | null
}

export const publicBrand = and(isNotNull(brands.slug), isNull(brands.deletedAt))
const spokenOf = inArray(domains.state, ['proved', 'failing', 'lapsed', 'suspended', 'revoked'])
const newestLeaf = sql<
  number | null
>`(select "index" from leaves where subject = ${claims.id} order by seq desc limit 1)`

/** Claims of brands that have an address, in one round trip. */
export async function claimRecords(
  { db }: Pick<Deps, 'db'>,
  which: SQL | undefined,
): Promise<readonly ClaimRecord[]> {
  const rows = await db.orm
    .select({ claim: claims, brand: brands, domain: domains, proof: accountProofs, logIndex: newestLeaf })
    .from(claims)
    .innerJoin(brands, and(eq(brands.id, claims.brandId), publicBrand))
    .leftJoin(domains, and(eq(domains.brandId, brands.id), spokenOf))
    .leftJoin(accountProofs, eq(accountProofs.claimId, claims.id))
    .where(and(which, inArray(claims.state, ['open', 'suspended'])))
    .orderBy(claims.createdAt, claims.id)
    .limit(500)
  const byClaim = Map.groupBy(rows, (row) => row.claim.id)
  return [...byClaim.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || first.brand.slug === null) return []
    const brand = { ...first.brand, slug: first.brand.slug }
    return {
      claim: first.claim,
      brand,
      domains: distinct(same.map((row) => row.domain)),
      proofs: distinct(same.map((row) => row.proof)),
      logIndex: first.logIndex,
    }
  })
}

function distinct<Row extends { readonly id: string }>(rows: readonly (Row | null)[]): readonly Row[] {
  return [...new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const]))).values()]
}

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
  const { claim, brand, proofs } = record
  const speaking = speakingDomain(record.domains, brand.slug, now)
  const longest = proofs.toSorted((one, other) => other.expiresAt - one.expiresAt)[0] ?? null
  const verdict = claimVerdict(claim, speaking?.verdict ?? 'unregistered', longest, now)
  const marks: ProofMark[] = []
  if (
    speaking !== null &&
    speaking.row.method !== null &&
    speaking.row.checkedAt !== null &&
    speaking.row.expiresAt !== null
  ) {
    const { method, checkedAt, expiresAt } = speaking.row
    marks.push({ direction: 'domain', method, checkedAt, expiresAt })
  }
  for (const { method, checkedAt, expiresAt } of proofs) {
    marks.push({ direction: 'account', method, checkedAt, expiresAt })
  }
  return {
    ...accountMark(claim),
    proofs: marks.filter((proof) => now < proof.expiresAt),
    verdict,
    disputed: claim.disputed,
  }
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

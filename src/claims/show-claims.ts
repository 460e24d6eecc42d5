import { and, asc, eq, ne } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { claims, domains } from '#db/schema.ts'
import { judge, profileOf } from '#registry/judge.ts'
import { claimRecords } from '#registry/records.ts'
import { domainVerdict, type AccountVerdict } from '#registry/verdict.ts'
import type { Claim } from './claim.ts'

/** A claim as its owner sees it. */
export type OwnedClaim = {
  readonly claim: Claim
  readonly url: string
  readonly verdict: AccountVerdict
  readonly waitingFor: 'domain' | 'account' | null
}

/** Claims that were not withdrawn, oldest first, with the verdict the public gets and what it still lacks. */
async function showClaims(
  deps: Pick<Deps, 'db' | 'clock'>,
  which: { readonly brandId: string } | { readonly claimId: string },
): Promise<readonly OwnedClaim[]> {
  const { db } = deps
  const now = deps.clock.now()
  const asked = 'brandId' in which ? eq(claims.brandId, which.brandId) : eq(claims.id, which.claimId)
  const rows = await db.orm
    .select()
    .from(claims)
    .where(and(asked, ne(claims.state, 'withdrawn')))
    .orderBy(asc(claims.createdAt), asc(claims.id))
    .limit(500)
  const judged = new Map(
    (await claimRecords(deps, which)).map((record) => [record.claim.id, judge(record, now).verdict] as const),
  )
  const standing = await brandsWithStandingDomain(deps, new Set(rows.map((row) => row.brandId)))
  return rows.map((claim) => ({
    claim,
    url: profileOf(claim.platform, claim.handle),
    verdict: judged.get(claim.id) ?? 'unregistered',
    waitingFor: !standing.has(claim.brandId) ? 'domain' : claim.accountState === 'proved' ? null : 'account',
  }))
}

async function brandsWithStandingDomain(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  brandIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const now = clock.now()
  const standing = await Promise.all(
    [...brandIds].map(async (brandId) => {
      const rows = await db.orm.select().from(domains).where(eq(domains.brandId, brandId))
      return rows.some((row) => ['controlled', 'at_risk'].includes(domainVerdict(row, now))) ? [brandId] : []
    }),
  )
  return new Set(standing.flat())
}

export async function showClaimsOfBrand(
  deps: Pick<Deps, 'db' | 'clock'>,
  brandId: string,
): Promise<readonly OwnedClaim[]> {
  return await showClaims(deps, { brandId })
}

export async function showClaim(deps: Pick<Deps, 'db' | 'clock'>, id: string): Promise<OwnedClaim | null> {
  return (await showClaims(deps, { claimId: id }))[0] ?? null
}

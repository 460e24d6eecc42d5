import { and, asc, eq, ne } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { provedNames } from '#brands/proved-names.ts'
import { claims } from '#db/schema.ts'
import { instructAccount } from '#proofs/look-account.ts'
import type { AccountInstruction } from '#proofs/method.ts'
import type { ProofMark } from '#registry/answer.ts'
import { judge, profileOf } from '#registry/judge.ts'
import { claimRecords } from '#registry/records.ts'
import type { AccountVerdict } from '#registry/verdict.ts'
import type { Claim } from './claim.ts'
import { unusedCodes } from './post-code.ts'

/** A claim as its owner sees it. */
export type OwnedClaim = {
  readonly claim: Claim
  /** What can be done to have the account agree; empty where nothing can be checked. */
  readonly instructions: readonly AccountInstruction[]
  readonly url: string
  readonly verdict: AccountVerdict
  /** What the verdict rests on, as long as it is current. */
  readonly proofs: readonly ProofMark[]
  readonly waitingFor: 'domain' | 'account' | null
}

type Seams = Pick<Deps, 'db' | 'clock' | 'credentials'>

/** Claims that were not withdrawn, oldest first, with the verdict the public gets and what it still lacks. */
async function showClaims(
  deps: Seams,
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
    (await claimRecords(deps, which)).map((record) => [record.claim.id, judge(record, now)] as const),
  )
  const proved = await provedByBrand(deps, new Set(rows.map((row) => row.brandId)))
  const codes = await unusedCodes(deps, rows)
  return rows.map((claim) => ({
    claim,
    instructions: instructAccount(
      {
        account: claim,
        domains: proved.get(claim.brandId) ?? [],
        codes: codes.get(claim.id) ?? [],
      },
      deps.credentials,
    ),
    url: profileOf(claim.platform, claim.handle),
    verdict: judged.get(claim.id)?.verdict ?? 'unregistered',
    proofs: judged.get(claim.id)?.proofs ?? [],
    waitingFor:
      (proved.get(claim.brandId) ?? []).length === 0
        ? 'domain'
        : claim.accountState === 'proved'
          ? null
          : 'account',
  }))
}

async function provedByBrand(deps: Seams, brandIds: ReadonlySet<string>) {
  const each = [...brandIds].map(async (brandId) => [brandId, await provedNames(deps, brandId)] as const)
  return new Map(await Promise.all(each))
}

export async function showClaimsOfBrand(deps: Seams, brandId: string): Promise<readonly OwnedClaim[]> {
  return await showClaims(deps, { brandId })
}

export async function showClaim(deps: Seams, id: string): Promise<OwnedClaim | null> {
  return (await showClaims(deps, { claimId: id }))[0] ?? null
}

import { asc, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { accountProofs, claims } from '#db/schema.ts'
import type { Claim } from './claim.ts'

export type AccountProof = typeof accountProofs.$inferSelect

/** A claim with the proofs that its account ever gave: what is decided together. */
export type ClaimFile = { readonly claim: Claim; readonly proofs: readonly AccountProof[] }

export async function claimFile({ db }: Pick<Deps, 'db'>, id: string): Promise<ClaimFile> {
  const rows = await db.orm
    .select({ claim: claims, proof: accountProofs })
    .from(claims)
    .leftJoin(accountProofs, eq(accountProofs.claimId, claims.id))
    .where(eq(claims.id, id))
    .orderBy(asc(accountProofs.method))
  const claim = rows[0]?.claim
  if (claim === undefined) throw new Error(`Claim ${id} is gone`)
  return { claim, proofs: rows.flatMap(({ proof }) => proof ?? []) }
}

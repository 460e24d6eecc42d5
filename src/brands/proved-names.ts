import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { domains } from '#db/schema.ts'
import { endOf, type Domain } from './domain.ts'

/** A brand's domains whose proof the public sees and which has not ended, the oldest first. */
export async function provedNames(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  brandId: string,
): Promise<readonly (Domain & { readonly strength: 'dns' | 'web' })[]> {
  const now = clock.now()
  const shown = and(
    eq(domains.brandId, brandId),
    inArray(domains.state, ['proved', 'failing']),
    lte(domains.publicFrom, now),
  )
  const rows = await db.orm
    .select()
    .from(domains)
    .where(shown)
    .orderBy(asc(domains.firstProvedAt), asc(domains.id))
  return rows.flatMap((row) =>
    row.strength !== null && (endOf(row) ?? 0) > now ? [{ ...row, strength: row.strength }] : [],
  )
}

import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { claims } from '#db/schema.ts'
import type { TableRow } from '#listings/account-table.ts'
import { judge, profileOf } from '#registry/judge.ts'
import { claimRecords } from '#registry/records.ts'
import type { AccountVerdict } from '#registry/verdict.ts'
import type { Claim, Relation } from './claim.ts'

export type ExportedClaim = TableRow & { readonly relation: Relation; readonly verdict: AccountVerdict }

const rowsAtOnce = 500

/** All of a brand's claims that were not withdrawn, however many, with the verdict the public gets. */
export async function exportClaims(
  deps: Pick<Deps, 'db' | 'clock'>,
  principal: Principal,
  brandId: string,
): Promise<Result<readonly ExportedClaim[], BrandUnknown>> {
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const now = deps.clock.now()
  const verdicts = new Map<string, AccountVerdict>()
  const read = async (which: Parameters<typeof claimRecords>[1]) => {
    for (const record of await claimRecords(deps, which)) {
      verdicts.set(record.claim.id, judge(record, now).verdict)
    }
  }
  await read({ brandId })
  const rows = await allClaims(deps, brandId)
  // Of a brand with very many accounts the public's page leaves out the last.
  const isPublic = brand.value.slug !== null
  for (const { id, state } of rows) {
    if (isPublic && !verdicts.has(id) && state !== 'held') await read({ claimId: id })
  }
  return ok(
    rows.map(({ id, platform, handle, platformId, relation, country, language, published }) => {
      const verdict = verdicts.get(id) ?? 'unregistered'
      const url = profileOf(platform, handle)
      return { platform, handle, platformId, url, relation, country, language, verdict, published }
    }),
  )
}

async function allClaims({ db }: Pick<Deps, 'db'>, brandId: string): Promise<readonly Claim[]> {
  const all: Claim[] = []
  for (let after = '', more = true; more;) {
    const page = await db.orm
      .select()
      .from(claims)
      .where(and(eq(claims.brandId, brandId), ne(claims.state, 'withdrawn'), gt(claims.id, after)))
      .orderBy(asc(claims.id))
      .limit(rowsAtOnce)
    all.push(...page)
    after = page.at(-1)?.id ?? ''
    more = page.length === rowsAtOnce
  }
  return all.toSorted((one, other) => one.createdAt - other.createdAt)
}

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import type { Deps } from '#base/deps.ts'
import { ready } from '#db/ready.ts'
import { absences, brands, disavowals, domains } from '#db/schema.ts'
import type { BrandMark, DisavowedAccount } from './answer.ts'
import { brandMark, profileOf, standingOf } from './judge.ts'
import { brandColumns, domainColumns, publicBrand, spokenOf } from './records.ts'
import type { DomainVerdict } from './verdict.ts'

const picked = {
  disavowal: { createdAt: disavowals.createdAt, decidedBy: disavowals.decidedBy },
  brand: brandColumns,
  domain: domainColumns,
  logIndex: sql<number | null>`(
    select leaves."index" from leaf_values join leaves using (subject, seq)
    where leaf_values.subject = ${brands.id} and field = 'account' and value = ${sql.placeholder('url')}
    order by seq desc limit 1)`,
}

/** Rows, one or two for each brand: its main domain's. */
const rowsMax = 2_000

const disavowing = ready(picked, (orm, packed) =>
  orm
    .select(packed)
    .from(disavowals)
    .innerJoin(brands, and(eq(brands.id, disavowals.brandId), publicBrand))
    .innerJoin(domains, and(eq(domains.brandId, brands.id), eq(domains.name, brands.slug), spokenOf))
    .where(
      and(
        eq(disavowals.platform, sql.placeholder('platform')),
        eq(disavowals.handle, sql.placeholder('handle')),
      ),
    )
    // What may stand first, so that no crowd of ended domains can push it out.
    .orderBy(
      sql`${domains.state} not in ('proved', 'failing')`,
      asc(disavowals.createdAt),
      asc(disavowals.brandId),
    )
    .limit(rowsMax),
)

export type Disavower = {
  readonly brand: BrandMark
  readonly decidedBy: DisavowedAccount['decidedBy']
  readonly logIndex: number | null
}

/** The brand that has said for longest, with a main domain that stands now, that an account is not its own. */
export async function findDisavower(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { platform, handle, url }: Account,
): Promise<Disavower | null> {
  const now = clock.now()
  const rows = await disavowing(db, { platform, handle, url })
  const byBrand = Map.groupBy(rows, (row) => row.brand?.id)
  for (const same of byBrand.values()) {
    const [first] = same
    if (!first?.disavowal || !first.brand || first.brand.slug === null) continue
    const own = same.flatMap(({ domain }) => domain ?? [])
    const { decidedBy } = first.disavowal
    const brand = brandMark({ ...first.brand, slug: first.brand.slug })
    if (speaks(standingOf(own, brand.slug, now).verdict))
      return { brand, decidedBy, logIndex: first.logIndex }
  }
  return null
}

/** Whether a brand's word on what is not its own counts, by how its main domain stands. */
export function speaks(verdict: DomainVerdict): boolean {
  return verdict === 'controlled' || verdict === 'at_risk'
}

/** What a brand's entry says is not the brand's: accounts, oldest first, and platforms. */
export async function notTheirs(
  { db }: Pick<Deps, 'db'>,
  brandId: string,
): Promise<{ readonly accounts: readonly DisavowedAccount[]; readonly platforms: readonly string[] }> {
  const [accounts, platforms] = await Promise.all([
    db.orm
      .select()
      .from(disavowals)
      .where(eq(disavowals.brandId, brandId))
      .orderBy(asc(disavowals.createdAt), asc(disavowals.platform), asc(disavowals.handle)),
    db.orm.select().from(absences).where(eq(absences.brandId, brandId)).orderBy(asc(absences.platform)),
  ])
  return {
    accounts: accounts.map(({ platform, handle, decidedBy, createdAt }) => {
      return { platform, handle, url: profileOf(platform, handle), decidedBy, since: createdAt }
    }),
    platforms: platforms.map(({ platform }) => platform),
  }
}

/** Platforms that each of these brands says it has no account on; brands that say nothing are left out. */
export async function absencesOf(
  { db }: Pick<Deps, 'db'>,
  brandIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (brandIds.length === 0) return new Map()
  const rows = await db.orm
    .select()
    .from(absences)
    .where(inArray(absences.brandId, [...brandIds]))
    .orderBy(asc(absences.platform))
  const byBrand = Map.groupBy(rows, (row) => row.brandId)
  return new Map([...byBrand].map(([id, own]) => [id, own.map(({ platform }) => platform)]))
}

import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { endOf } from '#brands/domain.ts'
import { brands, domains } from '#db/schema.ts'
import type { BrandMark, PublicBrand, PublicDomain } from './answer.ts'
import { notTheirs, speaks } from './disavowals.ts'
import { brandMark, failingSinceOf, judge, standingOf } from './judge.ts'
import { claimRecords, publicBrand, spokenOf } from './records.ts'
import { domainVerdict, type DomainVerdict } from './verdict.ts'

type BrandRow = typeof brands.$inferSelect
type DomainRow = typeof domains.$inferSelect

export type ListedBrand = BrandMark &
  Pick<BrandRow, 'aliases' | 'category' | 'country' | 'languages'> & { readonly verdict: DomainVerdict }

/** The brand at this address or with this id, as the public sees it; null while it has no proved domain. */
export async function findBrand(
  seams: Pick<Deps, 'db' | 'clock'>,
  slugOrId: string,
): Promise<PublicBrand | null> {
  const now = seams.clock.now()
  const named = or(eq(brands.slug, slugOrId.toLowerCase()), eq(brands.id, slugOrId))
  const rows = await seams.db.orm
    .select({ brand: brands, domain: domains })
    .from(brands)
    .leftJoin(domains, and(eq(domains.brandId, brands.id), spokenOf))
    .where(and(named, publicBrand))
    .orderBy(asc(domains.firstProvedAt), asc(domains.id))
  const brand = rows[0]?.brand
  if (brand === undefined || brand.slug === null) return null
  const own = rows.flatMap((row) => row.domain ?? [])
  const [records, denied] = await Promise.all([
    claimRecords(seams, { brandId: brand.id }),
    notTheirs(seams, brand.id),
  ])
  const accounts = records
    .map((record) => judge(record, now))
    .filter((account) => account.verdict !== 'unregistered')
  const entry = listed({ ...brand, slug: brand.slug }, own, now)
  const isHeard = speaks(entry.verdict)
  // A claim follows its account through renames, maybe to a name that was disavowed before.
  const isOwn = (url: string) => accounts.some((account) => account.url === url)
  return {
    ...entry,
    domains: own.map((row) => showDomain(row, now)).filter((domain) => domain.verdict !== 'unregistered'),
    accounts,
    notOurs: isHeard ? denied.accounts.filter(({ url }) => !isOwn(url)) : [],
    absentFrom: isHeard ? denied.platforms : [],
    since: Math.min(...own.map((row) => row.firstProvedAt ?? now), now),
    frozenAt: brand.frozenAt,
    asOf: now,
  }
}

/** Public brands in the order and number asked for, without their accounts. */
export async function findBrands(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  which: SQL | undefined,
  { orderBy, limit }: { readonly orderBy: SQL | readonly SQL[]; readonly limit: number },
): Promise<readonly ListedBrand[]> {
  const now = clock.now()
  const page = await db.orm
    .select()
    .from(brands)
    .where(and(which, publicBrand))
    .orderBy(...[orderBy].flat())
    .limit(limit)
  if (page.length === 0) return []
  const ids = page.map((brand) => brand.id)
  const rows = await db.orm
    .select()
    .from(domains)
    .where(and(inArray(domains.brandId, ids), spokenOf))
  const byBrand = Map.groupBy(rows, (row) => row.brandId)
  return page.flatMap((brand) =>
    brand.slug === null ? [] : listed({ ...brand, slug: brand.slug }, byBrand.get(brand.id) ?? [], now),
  )
}

export const carriesPlatform = (platform: string): SQL =>
  sql`exists (select 1 from claims where brand_id = ${brands.id} and platform = ${platform} and state = 'open')`

/** Of the brand's own saying, or an account's; `pt` is said by `pt-BR` too. */
export const speaksLanguage = (language: string): SQL => {
  const isIt = (column: SQL) => sql`(${column} = ${language} or ${column} like ${`${language}-%`})`
  return sql`(exists (select 1 from json_each(${brands.languages}) where ${isIt(sql`value`)}) or exists (select 1 from claims where brand_id = ${brands.id} and state = 'open' and ${isIt(sql`language`)}))`
}

function listed(brand: BrandRow & { slug: string }, own: readonly DomainRow[], now: number): ListedBrand {
  const { aliases, category, country, languages } = brand
  const { verdict } = standingOf(own, brand.slug, now)
  return { ...brandMark(brand), aliases, category, country, languages, verdict }
}

function showDomain(row: DomainRow, now: number): PublicDomain {
  const { name, method, checkedAt, seenBy } = row
  const verdict = domainVerdict(row, now)
  const failingSince = failingSinceOf(row)
  return { domain: name, verdict, method, checkedAt, expiresAt: endOf(row), seenBy, failingSince }
}

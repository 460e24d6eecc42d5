import { and, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { brands, claims } from '#db/schema.ts'

/**
 * Whether the sites of the brand's public domains list an account: true when one does, false when all were read and none
 * does, and `otherwise` while one of them could not be.
 */
function publishedBy(
  brandId: string,
  account: { platform: SQL; handle: SQL },
  otherwise: SQL,
): SQL<number | null> {
  const own = sql`d.brand_id = ${brandId} and d.state in ('proved', 'failing') and d.public_from is not null`
  return sql<number | null>`case
    when exists (select 1 from site_accounts a join domains d on d.id = a.domain_id
      where ${own} and a.platform = ${account.platform} and a.handle = ${account.handle}) then 1
    when exists (select 1 from domains d left join site_readings r on r.domain_id = d.id
      where ${own} and r.outcome is not 'read') then ${otherwise}
    when exists (select 1 from domains d where ${own}) then 0
    else null end`
}

/** What a claim begins with, by what was read before it was made. */
export async function publishedAs(
  { db }: Pick<Deps, 'db'>,
  brandId: string,
  { platform, handle }: Pick<Account, 'platform' | 'handle'>,
): Promise<boolean | null> {
  const known = publishedBy(brandId, { platform: sql`${platform}`, handle: sql`${handle}` }, sql`null`)
  const [row] = await db.orm.select({ known }).from(brands).where(eq(brands.id, brandId))
  return row === undefined || row.known === null ? null : row.known === 1
}

/** Belongs in the batch of a reading. No decision: neither a leaf nor the claims' own time follows from it. */
export function refreshPublished({ db }: Pick<Deps, 'db'>, brandId: string): Statement {
  const account = { platform: sql.raw('claims.platform'), handle: sql.raw('claims.handle') }
  // What was listed is not any more, so nothing is known until every site has been read.
  const otherwise = sql.raw('case when claims.published = 1 then null else claims.published end')
  return db.orm
    .update(claims)
    .set({ published: publishedBy(brandId, account, otherwise) })
    .where(and(eq(claims.brandId, brandId), ne(claims.state, 'withdrawn')))
}

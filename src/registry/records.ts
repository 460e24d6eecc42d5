import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ready } from '#db/ready.ts'
import { accountProofs, brands, claims, domains } from '#db/schema.ts'

const claimColumns = {
  id: claims.id,
  platform: claims.platform,
  handle: claims.handle,
  platformId: claims.platformId,
  relation: claims.relation,
  country: claims.country,
  language: claims.language,
  state: claims.state,
  accountState: claims.accountState,
  published: claims.published,
  disputed: claims.disputed,
  stateReason: claims.stateReason,
  firstVerifiedAt: claims.firstVerifiedAt,
  updatedAt: claims.updatedAt,
}
export const brandColumns = {
  id: brands.id,
  slug: brands.slug,
  name: brands.name,
  nameState: brands.nameState,
  frozenAt: brands.frozenAt,
}
export const domainColumns = {
  id: domains.id,
  name: domains.name,
  state: domains.state,
  method: domains.method,
  checkedAt: domains.checkedAt,
  seenBy: domains.seenBy,
  expiresAt: domains.expiresAt,
  failingSince: domains.failingSince,
  publicFrom: domains.publicFrom,
}
const proofColumns = {
  id: accountProofs.id,
  method: accountProofs.method,
  domain: accountProofs.domain,
  checkedAt: accountProofs.checkedAt,
  expiresAt: accountProofs.expiresAt,
  failingSince: accountProofs.failingSince,
}

type RowOf<Table extends { $inferSelect: object }, Columns> = Pick<
  Table['$inferSelect'],
  keyof Columns & keyof Table['$inferSelect']
>
export type ClaimRow = RowOf<typeof claims, typeof claimColumns>
export type BrandRow = RowOf<typeof brands, typeof brandColumns>
export type DomainRow = RowOf<typeof domains, typeof domainColumns>
export type ProofRow = RowOf<typeof accountProofs, typeof proofColumns>

/** A claim with all that its verdict rests on. */
export type ClaimRecord = {
  readonly claim: ClaimRow
  readonly brand: BrandRow & { readonly slug: string }
  readonly domains: readonly DomainRow[]
  readonly proofs: readonly ProofRow[]
  readonly logIndex: number | null
}

export const publicBrand = and(isNotNull(brands.slug), isNull(brands.deletedAt))
export const spokenOf = inArray(domains.state, ['proved', 'failing', 'lapsed', 'suspended', 'revoked'])

/** The newest leaf about a claim or domain. */
export function newestLeaf(
  subject: typeof brands.id | typeof claims.id | typeof domains.id,
): SQL<number | null> {
  return sql<number | null>`(select "index" from leaves where subject = ${subject} order by seq desc limit 1)`
}

const picked = {
  claim: claimColumns,
  brand: brandColumns,
  domain: domainColumns,
  proof: proofColumns,
  // A brand's freeze is one leaf of its own, however many accounts it has.
  logIndex: sql<
    number | null
  >`case when ${brands.frozenAt} is null then ${newestLeaf(claims.id)} else ${newestLeaf(brands.id)} end`,
}

/** Rows, a few for each claim: its proofs, and the domains that these and the brand's address name. */
const rowsMax = 2_000

/** Claims found by the named columns. */
function reading(...by: readonly ('id' | 'brandId' | 'platform' | 'handle' | 'platformId')[]) {
  return readingWhere(...by.map((column) => eq(claims[column], sql.placeholder(column))))
}

/** Claims of brands that have an address, in one round trip. */
function readingWhere(...which: readonly SQL[]) {
  return ready(picked, (orm, packed) =>
    orm
      .select(packed)
      .from(claims)
      .innerJoin(brands, and(eq(brands.id, claims.brandId), publicBrand))
      .leftJoin(accountProofs, eq(accountProofs.claimId, claims.id))
      // The main domain and the one that the account names, however many the brand has.
      .leftJoin(
        domains,
        and(
          eq(domains.brandId, brands.id),
          spokenOf,
          sql`${domains.name} in (${brands.slug}, ${accountProofs.domain})`,
        ),
      )
      .where(and(...which, inArray(claims.state, ['open', 'suspended'])))
      // What an account agrees with first, so that no crowd of declarations can push it out.
      .orderBy(sql`${claims.accountState} = 'none'`, claims.createdAt, claims.id)
      .limit(rowsMax),
  )
}

const reads = {
  account: reading('platform', 'handle'),
  platformId: reading('platform', 'platformId'),
  handle: reading('handle'),
  brand: reading('brandId'),
  claim: reading('id'),
  claims: readingWhere(sql`${claims.id} in (select value from json_each(${sql.placeholder('ids')}))`),
}

export type Which =
  | { readonly account: { readonly platform: string; readonly handle: string } }
  | { readonly bound: { readonly platform: string; readonly platformId: string } }
  | { readonly handle: string }
  | { readonly brandId: string }
  | { readonly claimId: string }
  | { readonly claimIds: readonly string[] }

/** Claims of brands that have an address, oldest first, with all that their verdicts rest on. */
export async function claimRecords({ db }: Pick<Deps, 'db'>, which: Which): Promise<readonly ClaimRecord[]> {
  const rows = await rowsOf(db, which)
  const byClaim = Map.groupBy(rows, (row) => row.claim?.id)
  return [...byClaim.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || first.claim === null || first.brand === null || first.brand.slug === null)
      return []
    return {
      claim: first.claim,
      brand: { ...first.brand, slug: first.brand.slug },
      domains: distinct(same.map((row) => row.domain)),
      proofs: distinct(same.map((row) => row.proof)),
      logIndex: first.logIndex,
    }
  })
}

async function rowsOf(db: Deps['db'], which: Which) {
  if ('account' in which) return await reads.account(db, which.account)
  if ('bound' in which) return await reads.platformId(db, which.bound)
  if ('handle' in which) return await reads.handle(db, { handle: which.handle })
  if ('brandId' in which) return await reads.brand(db, { brandId: which.brandId })
  if ('claimIds' in which) return await reads.claims(db, { ids: JSON.stringify(which.claimIds) })
  return await reads.claim(db, { id: which.claimId })
}

function distinct<Row extends { readonly id: string }>(rows: readonly (Row | null)[]): readonly Row[] {
  return [...new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const]))).values()]
}

import { asc, count } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { brands } from '#db/schema.ts'
import { publicBrand } from './records.ts'

/** How many brands have an address. */
export async function countBrands({ db }: Pick<Deps, 'db'>): Promise<number> {
  const [row] = await db.orm.select({ count: count() }).from(brands).where(publicBrand)
  return row?.count ?? 0
}

/** Addresses of brands, by address: a slice of all. */
export async function listSlugs(
  { db }: Pick<Deps, 'db'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db.orm
    .select({ slug: brands.slug })
    .from(brands)
    .where(publicBrand)
    .orderBy(asc(brands.slug))
    .limit(limit)
    .offset(offset)
  return rows.flatMap(({ slug }) => slug ?? [])
}

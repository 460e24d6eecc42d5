import { and, count, desc, asc, isNotNull, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Deps } from '#base/deps.ts'
import { brands } from '#db/schema.ts'
import { publicBrand } from './records.ts'

export type Facet = { readonly value: string; readonly count: number }
export type Facets = { readonly categories: readonly Facet[]; readonly countries: readonly Facet[] }

const facetsMax = 60

/** By what the directory can be narrowed, and how many brands each choice leaves. */
export async function countFacets(seams: Pick<Deps, 'db'>): Promise<Facets> {
  const [categories, countries] = await Promise.all([
    facetsOf(seams, brands.category),
    facetsOf(seams, brands.country),
  ])
  return { categories, countries }
}

async function facetsOf({ db }: Pick<Deps, 'db'>, column: SQLiteColumn): Promise<readonly Facet[]> {
  const held: SQL | undefined = and(publicBrand, isNotNull(column))
  const rows = await db.orm
    .select({ value: column, count: count() })
    .from(brands)
    .where(held)
    .groupBy(column)
    .orderBy(desc(count()), asc(column))
    .limit(facetsMax)
  return rows.flatMap(({ value, count: number }) =>
    typeof value === 'string' ? [{ value, count: number }] : [],
  )
}

import { and, count, desc, asc, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Deps } from '#base/deps.ts'
import { brands } from '#db/schema.ts'
import { publicBrand } from './records.ts'

export type Facet = { readonly value: string; readonly count: number }
export type Facets = {
  readonly categories: readonly Facet[]
  readonly countries: readonly Facet[]
  /** Primary ones: `pt` counts `pt-BR` too. */
  readonly languages: readonly Facet[]
}

const facetsMax = 60

/** By what the directory can be narrowed, and how many brands each choice leaves. */
export async function countFacets(seams: Pick<Deps, 'db'>): Promise<Facets> {
  const [categories, countries, languages] = await Promise.all([
    facetsOf(seams, brands.category),
    facetsOf(seams, brands.country),
    languagesOf(seams),
  ])
  return { categories, countries, languages }
}

/** What brands say of themselves, and of their accounts. */
async function languagesOf({ db }: Pick<Deps, 'db'>): Promise<readonly Facet[]> {
  const primary = (column: SQL) => sql`substr(${column}, 1, instr(${column} || '-', '-') - 1)`
  const rows = await db.orm.all<{ value: string; count: number }>(sql`
    select spoken.language as value, count(distinct ${brands.id}) as count
    from (
      select brand_id, ${primary(sql`language`)} as language from claims where state = 'open' and language is not null
      union
      select brands.id, ${primary(sql`value`)} from brands, json_each(brands.languages)
    ) as spoken
    join brands on ${brands.id} = spoken.brand_id
    where ${publicBrand}
    group by spoken.language
    order by count desc, value
    limit ${facetsMax}`)
  return rows.map(({ value, count: number }) => ({ value, count: number }))
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

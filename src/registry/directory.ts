import { and, asc, eq, gt } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { brands } from '#db/schema.ts'
import { carriesPlatform, findBrands, type ListedBrand } from './find-brand.ts'
import { matching } from './search.ts'

export type DirectoryFilter = {
  readonly search?: string | undefined
  readonly category?: string | undefined
  readonly country?: string | undefined
  readonly platform?: string | undefined
  /** The address behind which to go on. */
  readonly after?: string | undefined
  readonly limit: number
}

export type DirectoryPage = { readonly items: readonly ListedBrand[]; readonly next: string | null }

/** Public brands by address, a page at a time; `next` is where the following page starts. */
export async function listBrands(
  seams: Pick<Deps, 'db' | 'clock'>,
  { search, category, country, platform, after, limit }: DirectoryFilter,
): Promise<DirectoryPage> {
  const which = and(
    search === undefined || search.trim() === '' ? undefined : matching(seams, search),
    category === undefined ? undefined : eq(brands.category, category),
    country === undefined ? undefined : eq(brands.country, country),
    platform === undefined ? undefined : carriesPlatform(platform),
    after === undefined ? undefined : gt(brands.slug, after),
  )
  const found = await findBrands(seams, which, { orderBy: asc(brands.slug), limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? (items.at(-1)?.slug ?? null) : null }
}

import { and, asc, desc, eq, gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { foldedWords } from '#brands/brand.ts'
import { brands, brandWords } from '#db/schema.ts'
import { carriesPlatform, findBrands, speaksLanguage, type ListedBrand } from './find-brand.ts'
import { nearWords } from './near-words.ts'
import { matching } from './search.ts'

export const directoryOrders = ['address', 'newest'] as const
export type DirectoryOrder = (typeof directoryOrders)[number]

export type DirectoryFilter = {
  readonly search?: string | undefined
  readonly category?: string | undefined
  readonly country?: string | undefined
  readonly platform?: string | undefined
  /** A BCP 47 tag in canonical form. */
  readonly language?: string | undefined
  readonly order?: DirectoryOrder | undefined
  /** What `next` was, to go on from there. */
  readonly after?: string | undefined
  readonly limit: number
}

export type DirectoryPage = {
  readonly items: readonly ListedBrand[]
  /** Nothing was called so: these are called something near it. */
  readonly isNear: boolean
  readonly next: string | null
}

/** Public brands a page at a time; `next` is where the following page starts. What is mistyped finds what is near. */
export async function listBrands(
  seams: Pick<Deps, 'db' | 'clock'>,
  { search = '', ...filter }: DirectoryFilter,
): Promise<DirectoryPage> {
  if (search.trim() === '') return await listMatching(seams, undefined, filter)
  const found = await listMatching(seams, matching(seams, search), filter)
  if (found.items.length > 0 || filter.after !== undefined) return found
  const near = await nearly(seams, search)
  return near === null ? found : { ...(await listMatching(seams, near, filter)), isNear: true, next: null }
}

async function listMatching(
  seams: Pick<Deps, 'db' | 'clock'>,
  match: SQL | undefined,
  { category, country, platform, language, order = 'address', after, limit }: Omit<DirectoryFilter, 'search'>,
): Promise<DirectoryPage> {
  const which = and(
    match,
    category === undefined ? undefined : eq(brands.category, category),
    country === undefined ? undefined : eq(brands.country, country),
    platform === undefined ? undefined : carriesPlatform(platform),
    language === undefined ? undefined : speaksLanguage(language),
    after === undefined ? undefined : orders[order].behind(after),
  )
  const found = await findBrands(seams, which, { orderBy: orders[order].by, limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, isNear: false, next: last?.slug ?? null }
}

type Order = {
  readonly by: readonly SQL[]
  /** What follows the brand at this address. */
  readonly behind: (slug: string) => SQL | undefined
}

const orders: Readonly<Record<DirectoryOrder, Order>> = {
  address: { by: [asc(brands.slug)], behind: (slug) => gt(brands.slug, slug) },
  newest: {
    by: [desc(brands.createdAt), asc(brands.slug)],
    behind: (slug) => {
      const at = sql`(select created_at from brands where slug = ${slug})`
      return or(lt(brands.createdAt, at), and(eq(brands.createdAt, at), gt(brands.slug, slug)))
    },
  },
}

/** Brands that have a word near each one typed; null when there is none. Of an address only its own label counts. */
async function nearly(seams: Pick<Deps, 'db'>, search: string): Promise<SQL | null> {
  const typed = /^\S+\.\S+$/.test(search.trim()) ? search.trim().split('.')[0] : search
  const near = await Promise.all(
    foldedWords(typed ?? '')
      .slice(0, 4)
      .map((word) => nearWords(seams, word)),
  )
  if (near.length === 0 || near.some((words) => words.length === 0)) return null
  const called = (words: readonly string[]) =>
    seams.db.orm.select({ id: brandWords.brandId }).from(brandWords).where(inArray(brandWords.word, words))
  return and(...near.map((words) => inArray(brands.id, called(words)))) ?? null
}

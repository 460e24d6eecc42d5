import { and, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { foldedWords } from '#brands/brand.ts'
import { brands, brandWords } from '#db/schema.ts'

const after = '\u{10FFFF}'

/** Brands whose names hold every word's beginning, or whose address begins so. */
export function matching({ db }: Pick<Deps, 'db'>, text: string): SQL | undefined {
  const words = foldedWords(text).slice(0, 8)
  const address = text.trim().toLowerCase()
  const byAddress = and(gte(brands.slug, address), lt(brands.slug, `${address}${after}`))
  if (words.length === 0) return address === '' ? sql`0` : byAddress
  const byWords = words.map((word) =>
    inArray(
      brands.id,
      db.orm
        .select({ id: brandWords.brandId })
        .from(brandWords)
        .where(and(gte(brandWords.word, word), lt(brandWords.word, `${word}${after}`))),
    ),
  )
  return or(and(...byWords), byAddress)
}

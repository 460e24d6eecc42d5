import { and, eq, exists, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { foldedWords } from '#brands/brand.ts'
import { brands, brandWords } from '#db/schema.ts'

const after = '\u{10FFFF}'

/** Which brands the longest word may bring in: enough for any name, little enough for a word that all names have. */
const drivenMax = 2_000

/** Brands whose names hold every word's beginning, or whose address begins so. */
export function matching({ db }: Pick<Deps, 'db'>, text: string): SQL | undefined {
  const address = text.trim().toLowerCase()
  const byAddress = and(gte(brands.slug, address), lt(brands.slug, `${address}${after}`))
  const words = [...new Set(foldedWords(text))]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 8)
  const [longest, ...others] = words
  if (longest === undefined) return address === '' ? sql`0` : byAddress
  // One word finds, through its index; the others only look at what it found.
  const found = db.orm
    .select({ id: brandWords.brandId })
    .from(brandWords)
    .where(begins(longest))
    .limit(drivenMax)
  const held = others.map((word) =>
    exists(
      db.orm
        .select({ id: brandWords.brandId })
        .from(brandWords)
        .where(and(eq(brandWords.brandId, brands.id), begins(word))),
    ),
  )
  return or(and(inArray(brands.id, found), ...held), byAddress)
}

function begins(word: string): SQL | undefined {
  return and(gte(brandWords.word, word), lt(brandWords.word, `${word}${after}`))
}

import { and, between, gte, lt, or, sql } from 'drizzle-orm'
import { distance } from 'fastest-levenshtein'
import type { Deps } from '#base/deps.ts'
import { brandWords } from '#db/schema.ts'

const after = '\u{10FFFF}'

/** How many words may be weighed for one that was mistyped, and how many are taken. */
const weighedMax = 20_000
const nearMax = 10

/** Words of brands' names that somebody who mistyped may have meant, the likeliest first. */
export async function nearWords({ db }: Pick<Deps, 'db'>, word: string): Promise<readonly string[]> {
  const letters = [...word]
  const slips = slipsAllowed(letters.length)
  if (slips === 0) return []
  // People slip anywhere but at the first letter, or swap it with the second.
  const starts = [...new Set(letters.slice(0, 2))]
  const rows = await db.orm
    .selectDistinct({ word: brandWords.word })
    .from(brandWords)
    .where(
      and(
        or(
          ...starts.map((start) => and(gte(brandWords.word, start), lt(brandWords.word, `${start}${after}`))),
        ),
        between(sql`length(${brandWords.word})`, letters.length - slips, letters.length + slips),
      ),
    )
    .limit(weighedMax)
  return rows
    .map((row) => ({ word: row.word, slips: distance(row.word, word) }))
    .filter((near) => near.slips <= slips)
    .toSorted((one, other) => one.slips - other.slips || one.word.localeCompare(other.word))
    .slice(0, nearMax)
    .map((near) => near.word)
}

/** Two letters swapped are two slips. Of what is short, everything would be near. */
function slipsAllowed(length: number): number {
  if (length < 3) return 0
  return length < 5 ? 1 : 2
}

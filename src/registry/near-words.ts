import { sql } from 'drizzle-orm'
import { distance } from 'fastest-levenshtein'
import type { Deps } from '#base/deps.ts'
import { wordPieces } from '#db/schema.ts'
import { piecesOf } from '#lookalikes/keep-words.ts'

/** How many rows may be looked at for one that was mistyped, and how many words are taken. */
const weighedMax = 2_000
const nearMax = 10

/** Words of brands' names that somebody who mistyped may have meant, the likeliest first. */
export async function nearWords({ db }: Pick<Deps, 'db'>, word: string): Promise<readonly string[]> {
  const { length } = Array.from(word)
  if (length < 3) return []
  const rows = await db.orm.all<{ word: string }>(
    sql`select word from ${wordPieces} where piece in (select value from json_each(${JSON.stringify(piecesOf(word))}))
      limit ${weighedMax}`,
  )
  // Two letters swapped are two slips. Of what is short, everything would be near.
  const slips = length < 5 ? 1 : 2
  return [...new Set(rows.map((row) => row.word))]
    .map((near) => ({ word: near, slips: distance(near, word) }))
    .filter((near) => near.slips <= slips)
    .toSorted((one, other) => one.slips - other.slips || one.word.localeCompare(other.word))
    .slice(0, nearMax)
    .map((near) => near.word)
}

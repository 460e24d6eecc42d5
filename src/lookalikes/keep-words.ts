import { sql } from 'drizzle-orm'
import type { Statement } from '#db/open.ts'
import { brandWords, wordPieces } from '#db/schema.ts'
import { deletesOf } from './deletes.ts'
import { raw } from './raw.ts'

/** A slip further behind leaves these as they are. */
const lettersCompared = 8

/** What is left of a word's beginning without one letter: two words share some when a slip parts them. */
export function piecesOf(word: string): readonly string[] {
  return deletesOf(Array.from(word).slice(0, lettersCompared).join(''))
}

/** Has mistyped searches find these words; belongs in the batch that stores them. */
export function keepWords(words: readonly string[]): Statement[] {
  const rows = words.flatMap((word) => piecesOf(word).map((piece) => [piece, word]))
  if (rows.length === 0) return []
  return [
    raw(sql`insert or ignore into ${wordPieces} (piece, word)
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`),
  ]
}

/** Has them found no more, unless another brand is called so; behind what takes them from this one. */
export function dropUnusedWords(words: readonly string[]): Statement {
  return raw(sql`delete from ${wordPieces} where word in (select value from json_each(${JSON.stringify(words)}))
    and not exists (select 1 from ${brandWords} where brand_words.word = word_pieces.word)`)
}

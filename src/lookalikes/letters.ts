/** Letters that Unicode does not take apart, as people without them on their keyboard type them. */
const strokes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ð: 'd',
    ŋ: 'n',
    ĸ: 'k',
  }),
)

/** What nobody sees, what stands on a letter, and what parts words or adorns them. */
const noLetter = /[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu

/**
 * A name as its letters and digits alone: compatibility forms resolved, lower case, without marks, strokes, spaces,
 * hyphens, dots or emoji. `Łódź-Taxi` is `lodztaxi`.
 */
export function lettersOf(name: string): string {
  // Letter by letter, since a sigma's small form depends on what stands beside it.
  const small = Array.from(name.normalize('NFKD'), (letter) => letter.toUpperCase().toLowerCase())
  const plain = small.join('').normalize('NFKD').replace(noLetter, '')
  return Array.from(plain, (letter) => strokes.get(letter) ?? letter).join('')
}

import { lettersOf } from './letters.ts'
import { prototypes } from './prototypes.ts'

const words = prototypes.trim().split(/\s+/)
const table = new Map(
  words.flatMap((looks, at) => {
    return at % 2 === 0 ? Array.from(words[at + 1] ?? '', (letter) => [letter, looks] as const) : []
  }),
)

/** Beyond UTS #39: digits and signs for letters, and Cyrillic letters that are put for Latin ones all the same. */
const tricks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    0: 'o',
    3: 'e',
    4: 'a',
    5: 's',
    7: 't',
    8: 'b',
    9: 'g',
    п: 'n',
    и: 'n',
    я: 'r',
    щ: 'w',
    ц: 'u',
  }),
)
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({ $: 's', '€': 'e', '£': 'l', '¢': 'c', '|': 'l' }),
)
const pairs: ReadonlyMap<string, string> = new Map(Object.entries({ rn: 'm', vv: 'w', cl: 'd' }))

/**
 * UTS #39's skeleton, and more: names that look the same have the same, whatever their script, case, marks, digits,
 * separators or invisible characters. Never shown. Empty when nothing in the name is a letter or digit. Linear.
 */
export function skeleton(name: string): string {
  // An l, and a 1, is an i in the end, whose capital is an l: so nothing is left that could be a pair once more.
  return straight(name)
    .replace(/rn|vv|cl/g, (pair) => pairs.get(pair) ?? pair)
    .replace(/[l1]/g, 'i')
}

/** The skeleton with each letter for itself: what slips of fingers are looked for in. */
export function spelling(name: string): string {
  return straight(name).replace(/[l1]/g, 'i')
}

function straight(name: string): string {
  const letters = lettersOf(name.replace(/[$€£¢|]/g, (sign) => signs.get(sign) ?? sign))
  const looks = Array.from(letters, (letter) => tricks.get(letter) ?? table.get(letter) ?? letter).join('')
  return Array.from(looks, (letter) => tricks.get(letter) ?? letter).join('')
}

const resembling: ReadonlyMap<string, string> = new Map(
  Object.entries({
    d: 'b',
    e: 'c',
    q: 'g',
    m: 'n',
    v: 'u',
    w: 'uu',
    rn: 'n',
    rr: 'n',
    nn: 'n',
    ci: 'b',
    ib: 'b',
    ih: 'h',
    ik: 'k',
    ic: 'k',
  }),
)

/** A spelling under which letters are equal that a hurried reader takes for each other. */
export function hurried(spelt: string): string {
  return spelt.replace(/i[bhkc]|ci|r[rn]|nn|[deqmvw]/g, (letters) => resembling.get(letters) ?? letters)
}

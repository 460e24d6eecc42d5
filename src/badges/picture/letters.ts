const range = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at))

/** What the bundled font draws: Latin, Latin-1, Latin Extended-A, and punctuation. */
export const bundledLetters = `${range(0x20, 0x7e)}${range(0xa0, 0xac)}${range(0xae, 0x17f)}–—‘’‚“”„†•…‰‹›€™`

const drawn = new Set(bundledLetters)

export function isDrawn(text: string): boolean {
  return Array.from(text).every((letter) => drawn.has(letter))
}

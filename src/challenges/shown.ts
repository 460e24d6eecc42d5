const charactersMax = 100

/**
 * DNS values as an owner may read them: the first in quotes, cut at 100 characters, `and N more`.
 * For DNS data only: a body fetched over HTTP is never shown, since a reflected answer would carry it out.
 */
export function shown(values: readonly string[]): string {
  const [first = '', ...others] = values
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `"${harmless(first)}"${more}`
}

/** Names from the DNS in a sentence: `a`, `a and b`, `a, b and 2 more`. */
export function listed(names: readonly string[]): string {
  const [first = '', second, ...others] = names.map(harmless)
  if (second === undefined) return first
  return others.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${others.length} more`
}

// Controls, invisible and direction-changing characters could make a terminal or a page say something else.
function harmless(value: string): string {
  const characters = [...value.slice(0, 4 * charactersMax).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}')]
  return characters.length > charactersMax
    ? `${characters.slice(0, charactersMax).join('')}…`
    : characters.join('')
}

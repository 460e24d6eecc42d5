const charactersMax = 100

/** A host as a sentence may repeat it: at most 100 characters, none of which does something. */
export function shownHost(host: string): string {
  const text = host.replace(/[^\p{L}\p{N}.-]/gu, '\u{FFFD}')
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text
}

/** `acme.com`, `acme.com or acme.net`, `acme.com, acme.net or 2 more`. */
export function anyOf(names: readonly string[]): string {
  const [first = '', second, ...others] = names
  if (second === undefined) return first
  return others.length === 0 ? `${first} or ${second}` : `${first}, ${second} or ${others.length} more`
}

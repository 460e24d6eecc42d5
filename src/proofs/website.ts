const urlCharactersMax = 2_048

/** The absolute URL of a website field, in which people write `acme.com` too. Null when it is no web address. */
export function websiteOf(written: string): string | null {
  const text = written.trim()
  if (text.length > urlCharactersMax || /\s/.test(text)) return null
  if (/^https?:\/\//i.test(text)) return URL.parse(text)?.href ?? null
  const isHost = /^[^\s/?#@:]+\.[^\s/?#@:.]+\.?(?::\d+)?(?:[/?#]|$)/u.test(text)
  return isHost ? (URL.parse(`https://${text}`)?.href ?? null) : null
}

const websitesMax = 50

/** Of several fields, those that hold a web address. */
export function websitesOf(written: readonly (string | null | undefined)[]): readonly string[] {
  return written
    .slice(0, websitesMax)
    .map((text) => websiteOf(text ?? ''))
    .filter((website) => website !== null)
}

const bioCharactersMax = 5_000

/** A bio as a `Profile` has it. */
export function bioOf(text: string | null | undefined): string | null {
  const bio = text?.trim().slice(0, bioCharactersMax) ?? ''
  return bio === '' ? null : bio
}

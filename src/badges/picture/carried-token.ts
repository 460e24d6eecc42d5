/** Tokens of our pictures have about 2,500 characters; whole badges, which others may embed, up to this. */
const tokenCharactersMax = 65_536

/** What pictures carry, as compact JWTs are spelled (RFC 7519 §3); anything else is no token to judge. */
export function carriedToken(text: string): string | null {
  const token = text.trim()
  if (token.length > tokenCharactersMax) return null
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? token : null
}

/** A picture carries one token; with several nobody could tell which one it stands for. */
export function onlyToken(found: readonly string[]): string | null {
  const [token, ...others] = new Set(found)
  return token === undefined || others.length > 0 ? null : carriedToken(token)
}

/** Where to go on, when that is an address of our own; else the fallback. A link must not lead out through us. */
export function ownPath(text: string | undefined, publicUrl: string, fallback = '/dashboard'): string {
  if (text === undefined || !text.startsWith('/') || text.length > 1_000) return fallback
  const url = URL.parse(text, publicUrl)
  if (url === null || url.origin !== publicUrl) return fallback
  const path = `${url.pathname}${url.search}${url.hash}`
  // `/.//evil.example` is a path of ours, and what is left of it is another's address (RFC 3986 §4.2).
  return path.startsWith('//') ? fallback : path
}

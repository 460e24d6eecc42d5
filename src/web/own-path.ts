/** Where to go on, when that is an address of our own; else the fallback. A link must not lead out through us. */
export function ownPath(text: string | undefined, publicUrl: string, fallback = '/dashboard'): string {
  if (text === undefined || !text.startsWith('/') || text.length > 1_000) return fallback
  const url = URL.parse(text, publicUrl)
  if (url === null || url.origin !== publicUrl) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}

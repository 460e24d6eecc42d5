/** A URL path's segments, decoded, NFC, without empty ones; null where an escape is broken or hides a separator. */
export function pathSegments(path: string): readonly string[] | null {
  const segments = path.split('/').filter((segment) => segment !== '')
  if (!path.includes('%')) return segments
  try {
    const decoded = segments.map((segment) => decodeURIComponent(segment).normalize('NFC'))
    // NFC would make a plain `K` of the Kelvin sign, which no platform does.
    const isHidden = /%E2%84%AA/i.test(path) || decoded.some((segment) => /[/\\\p{Cc}]/u.test(segment))
    return isHidden ? null : decoded
  } catch {
    return null
  }
}

/** The first `count` segments when at most one of the account's own `tabs` follows them, else null. */
export function lead(
  segments: readonly string[],
  count: number,
  tabs: readonly string[] = [],
): readonly string[] | null {
  if (segments.length === count) return segments
  const tab = segments[count]
  if (segments.length !== count + 1 || tab === undefined) return null
  return tabs.includes(tab.toLowerCase()) ? segments.slice(0, count) : null
}

/** `acme` from `/@acme` or `/@acme/<tab>`; null for everything else. */
export function readAtHandle(segments: readonly string[], tabs?: readonly string[]): string | null {
  const first = lead(segments, 1, tabs)?.[0]
  return first?.startsWith('@') ? first.slice(1) : null
}

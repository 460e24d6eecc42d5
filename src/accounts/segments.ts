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

/** A query parameter that is there exactly once: of two, each reader would take another. */
export function queryValue(url: URL, name: string): string | null {
  const values = url.searchParams.getAll(name)
  return values.length === 1 ? (values[0] ?? null) : null
}

/** The one label before `domain`: `acme` of `acme.tumblr.com`; null at the domain itself and at its `www`. */
export function labelBefore(domain: string, url: URL): string | null {
  const host = url.hostname.replace(/^www\./, '')
  if (!host.endsWith(`.${domain}`)) return null
  const label = host.slice(0, -domain.length - 1)
  return label.includes('.') ? null : label
}

/** `app/id123` from `/es/app/any-words/id123`, where the country and the words may be missing. */
export function appleId(segments: readonly string[], kinds: readonly string[]): string | null {
  const own = /^[a-z]{2}$/i.test(segments[0] ?? '') ? segments.slice(1) : segments
  const kind = own[0]?.toLowerCase() ?? ''
  const id = own.length === 2 ? own[1] : own.length === 3 ? own[2] : undefined
  return kinds.includes(kind) && id !== undefined ? `${kind}/${id}` : null
}

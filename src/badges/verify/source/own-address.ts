import { readVariant } from '#badges/variant.ts'

/** The slug whose badge or page an address of this registry shows; null for any other address. */
export function slugAt(publicUrl: string, url: URL): string | null {
  if (url.origin !== publicUrl) return null
  const pathname = url.pathname.toLowerCase()
  const plain = /^\/badges\/([^/]+?)(?:(?:\.signed)?\.svg|\.(?:png|jwt|json))$/.exec(pathname)?.[1]
  const [, drawn, path = ''] = /^\/badges\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const page = /^\/b\/([^/]+)(?:\/badge)?\/?$/.exec(pathname)?.[1]
  const slug = plain ?? (isDrawing(path) ? drawn : undefined) ?? page
  return slug === undefined ? null : decoded(slug)
}

export function isOwnAddress(publicUrl: string, text: string): boolean {
  const url = URL.parse(text)
  return url !== null && slugAt(publicUrl, url) !== null
}

function isDrawing(path: string): boolean {
  return path === 'frame' || readVariant(path.replace(/(?:(?:\.signed)?\.svg|\.png)$/, '')) !== null
}

function decoded(slug: string): string | null {
  try {
    return decodeURIComponent(slug)
  } catch {
    return null
  }
}

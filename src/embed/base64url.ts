/** RFC 4648 §5, strictly: null for what only a lenient decoder reads, so that every value has one spelling. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  try {
    const binary = atob(standard)
    if (btoa(binary).replace(/=+$/, '') !== standard) return null
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** RFC 9162 §2.1.1: HASH(0x00 || d), SHA-256, 32 bytes. */
export async function leafHash(bytes: Uint8Array): Promise<Uint8Array> {
  const prefixed = new Uint8Array(bytes.length + 1)
  prefixed.set(bytes, 1)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', prefixed))
}

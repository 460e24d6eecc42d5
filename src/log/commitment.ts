import { base64urlnopad } from '@scure/base'

/** HMAC-SHA-256 of a value under its own 32-byte salt, base64url: binding, and hiding until the salt is known. */
export async function commitment(salt: Uint8Array, value: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(salt),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return base64urlnopad.encode(
    new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value))),
  )
}

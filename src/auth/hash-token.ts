import { hex } from '@scure/base'

/** SHA-256, hex: how everything that opens a door is stored. Tokens have 160 random bits, so no slow hash is needed. */
export async function hashToken(token: string): Promise<string> {
  return hex.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
}

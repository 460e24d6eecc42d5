import { hex } from '@scure/base'
import { randomText, type Random } from '#base/random.ts'

/** A key's words never expire together with its row: only the hash is kept. */
export type Scope = 'read' | 'write' | 'look'

export const scopes = ['read', 'write', 'look'] as const satisfies readonly Scope[]

/** What an organisation does for itself. `look`, a perspective for another registry, is the operator's to give. */
export const ownScopes = ['read', 'write'] as const satisfies readonly Scope[]

/** `vm_` and 160 random bits in base32. */
export function newKey(random: Random): string {
  return `vm_${randomText(random, 20)}`
}

export function looksLikeKey(text: string): boolean {
  return /^vm_[a-z2-7]{32}$/.test(text)
}

export async function hashKey(key: string): Promise<string> {
  return hex.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))))
}

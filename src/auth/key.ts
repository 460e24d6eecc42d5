import { hex } from '@scure/base'
import { randomText, type Random } from '#base/random.ts'

/** What a key allows: to read, to change, and to have looks made for another registry. */
export const scopes = ['read', 'write', 'look'] as const

export type Scope = (typeof scopes)[number]

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

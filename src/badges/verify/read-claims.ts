import { credentialShape, type BrandCredential } from '#badges/credential-shape.ts'
import type { Verification } from './ladder.ts'

/** What a badge states, once its signature was found good; null when that cannot be told as a badge's. */
export function readClaims({ credential }: Verification): BrandCredential | null {
  return credentialShape.safeParse(credential).data ?? null
}

/** What was proved, and what leads wherever a badge is told of. */
export function mainDomainOf({ credentialSubject }: BrandCredential): string {
  return new URL(credentialSubject.id).hostname
}

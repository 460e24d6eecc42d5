import { z } from 'zod'
import { failed, passed, type Rung } from './ladder.ts'

/** A P-256 public key and nothing private. */
export const publicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.never().optional(),
})

export type PublicKey = Pick<z.infer<typeof publicKey>, 'kty' | 'crv' | 'x' | 'y'>

const method = z.object({
  id: z.string(),
  type: z.enum(['JsonWebKey', 'JsonWebKey2020']),
  controller: z.string(),
  publicKeyJwk: z.unknown(),
  revoked: z.iso.datetime({ offset: true }).optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
})

const didDocument = z.object({
  id: z.string(),
  verificationMethod: z.array(z.unknown()).default([]),
  assertionMethod: z.array(z.unknown()).default([]),
})

/** The key of this id, if the document says that it is the issuer's own and meant for assertions. */
export function findKey(document: unknown, did: string, kid: string, now: number): Rung<PublicKey> {
  const parsed = didDocument.safeParse(document)
  if (!parsed.success) return failed('did_document_malformed')
  const { id, verificationMethod, assertionMethod } = parsed.data
  if (id !== did) return failed('did_document_of_another')
  const named = [...verificationMethod, ...assertionMethod]
    .flatMap((entry) => method.safeParse(entry).data ?? [])
    .find((entry) => absolute(entry.id, did) === kid)
  if (named === undefined) return failed('key_unknown')
  if (named.controller !== did) return failed('key_of_another')
  if (!assertionMethod.some((entry) => idOf(entry, did) === kid)) return failed('key_not_for_assertions')
  // Controlled Identifiers §2.2: from these moments on nothing it signed counts.
  const ended = [named.revoked, named.expires].some((at) => at !== undefined && Date.parse(at) <= now)
  if (ended) return failed('key_revoked')
  const key = publicKey.safeParse(named.publicKeyJwk)
  return key.success ? passed('key_resolved', key.data) : failed('key_malformed')
}

/** DID Core §5.3.1: a relationship names a method or holds it. */
function idOf(entry: unknown, did: string): string | null {
  const id = typeof entry === 'string' ? entry : method.safeParse(entry).data?.id
  return id === undefined ? null : absolute(id, did)
}

function absolute(id: string, did: string): string {
  return id.startsWith('#') ? `${did}${id}` : id
}

import { compactVerify, errors, importJWK } from 'jose'
import type { PublicKey } from './did-keys.ts'
import { failed, passed, type Rung } from './ladder.ts'

/** The algorithm is ours to name (RFC 8725 §3.1): whatever the header says, only ES256 is tried. */
export async function checkSignature(compact: string, { kty, crv, x, y }: PublicKey): Promise<Rung> {
  let key: Awaited<ReturnType<typeof importJWK>>
  try {
    key = await importJWK({ kty, crv, x, y }, 'ES256')
  } catch {
    return failed('key_malformed')
  }
  try {
    await compactVerify(compact, key, { algorithms: ['ES256'] })
    return passed('signature_matches')
  } catch (error) {
    if (error instanceof errors.JOSEError) return failed('signature_mismatch')
    throw error
  }
}

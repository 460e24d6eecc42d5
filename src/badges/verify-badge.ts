import { compactVerify, errors, importJWK } from 'jose'
import type { Deps } from '#base/deps.ts'
import { checkClaims, checkOrigin, checkTimes } from './check-claims.ts'
import { issuerOf } from './did.ts'
import type { PublicKey } from './did-keys.ts'
import { issuerKey } from './issuer-key.ts'
import { readHeader, readJws } from './jws.ts'
import { failed, passed, unknown, validity, type Rung, type Step, type StepName } from './ladder.ts'
import { checkStanding } from './standing.ts'

export type Verification = {
  readonly valid: boolean | null
  readonly steps: Step[]
  /** The payload, once its signature was found good. */
  readonly credential?: Record<string, unknown>
}

/**
 * The ladder of a badge: each step taken is shown, and the first that fails is the last. Without the issuer's key
 * nothing further is read, for it would be anybody's word. Throws only for faults of ours.
 */
export async function verifyBadge(
  deps: Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>,
  { badge, origin }: { readonly badge: string; readonly origin?: string },
): Promise<Verification> {
  const steps: Step[] = []
  const climb = <Value>(step: StepName, rung: Rung<Value>): Value | null => {
    steps.push({ step, outcome: rung.outcome, code: rung.code })
    return rung.outcome === 'passed' ? rung.value : null
  }
  const told = (credential?: Readonly<Record<string, unknown>>): Verification => {
    const valid = validity(steps)
    return credential === undefined ? { valid, steps } : { valid, steps, credential }
  }

  const jws = climb('format', readJws(badge))
  if (jws === null) return told()
  const name = climb('header', readHeader(jws))
  if (name === null) return told()
  const key = climb('issuer', await issuerKey(deps, name))
  if (key === null) return told()
  if (climb('signature', await checkSignature(jws.compact, key)) === null) return told()

  const isOwn = name.did === issuerOf(deps.site.publicUrl)
  const issuerUrl = isOwn ? deps.site.publicUrl : urlOf(name.did)
  const credential = climb('claims', checkClaims(jws.payload, name.did, issuerUrl))
  if (credential === null) return told(jws.payload)
  if (climb('validity', checkTimes(credential, deps.clock.now())) === null) return told(jws.payload)
  const standing = isOwn ? await checkStanding(deps, credential) : unknown('standing_not_known_here')
  climb('standing', standing)
  if (standing.outcome === 'failed' || origin === undefined) return told(jws.payload)
  climb('origin', checkOrigin(credential, origin))
  return told(jws.payload)
}

/** The algorithm is ours to name (RFC 8725 §3.1): whatever the header says, only ES256 is tried. */
async function checkSignature(compact: string, { kty, crv, x, y }: PublicKey): Promise<Rung> {
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

function urlOf(did: string): string {
  return `https://${decodeURIComponent(did.slice('did:web:'.length))}`
}

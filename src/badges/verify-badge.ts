import type { Deps } from '#base/deps.ts'
import { checkClaims, checkOrigin, checkTimes } from './check-claims.ts'
import { issuerOf } from './did.ts'
import { issuerKeys } from './issuer-key.ts'
import { readHeader, readJws } from './jws.ts'
import { unknown, validity, type Rung, type Step, type StepName } from './ladder.ts'
import { checkStatus } from './check-status.ts'
import { checkSignature } from './signature.ts'
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
  const keys = await issuerKeys(deps, name)
  const key = climb('issuer', keys.outcome === 'passed' ? keys.value(name) : keys)
  if (key === null || keys.outcome !== 'passed') return told()
  if (climb('signature', await checkSignature(jws.compact, key)) === null) return told()

  const isOwn = name.did === issuerOf(deps.site.publicUrl)
  const issuerUrl = isOwn ? deps.site.publicUrl : urlOf(name.did)
  const credential = climb('claims', checkClaims(jws.payload, name.did, issuerUrl))
  if (credential === null) return told(jws.payload)
  if (climb('validity', checkTimes(credential, deps.clock.now())) === null) return told(jws.payload)
  const status = await checkStatus(deps, credential, { url: issuerUrl, isOwn, keys: keys.value })
  climb('status', status)
  if (status.outcome === 'failed') return told(jws.payload)
  const standing = isOwn ? await checkStanding(deps, credential) : unknown('standing_not_known_here')
  climb('standing', standing)
  if (standing.outcome === 'failed' || origin === undefined) return told(jws.payload)
  climb('origin', checkOrigin(credential, origin))
  return told(jws.payload)
}

function urlOf(did: string): string {
  return `https://${decodeURIComponent(did.slice('did:web:'.length))}`
}

import { checkClaims, checkTimes } from './check-claims.ts'
import type { BrandCredential } from '#badges/credential-shape.ts'
import type { KeyFinder } from './issuer-key.ts'
import { readHeader, readJws, type KeyName } from './jws.ts'
import type { Ladder, Rung } from './ladder.ts'
import { checkSignature } from './signature.ts'

export type Signed = {
  readonly credential: BrandCredential
  readonly name: KeyName
  readonly keys: KeyFinder
}

/** What an issuer is known by: its keys, its registry's origin, and the moment in which it is asked. */
export type Issuers = {
  keys(name: KeyName): Promise<Rung<KeyFinder>>
  url(did: string): string
  readonly now: number
}

/**
 * The steps that need nothing of the registry but its keys, each shown; null when one of them ended the ladder.
 * Without the issuer's key nothing further is read, for it would be anybody's word.
 */
export async function readSigned(ladder: Ladder, badge: string, issuers: Issuers): Promise<Signed | null> {
  const jws = ladder.climb('format', readJws(badge))
  if (jws === null) return null
  const name = ladder.climb('header', readHeader(jws))
  if (name === null) return null
  const keys = await issuers.keys(name)
  const key = ladder.climb('issuer', keys.outcome === 'passed' ? keys.value(name) : keys)
  if (key === null || keys.outcome !== 'passed') return null
  if (ladder.climb('signature', await checkSignature(jws.compact, key)) === null) return null
  ladder.trust(jws.payload)
  const credential = ladder.climb('claims', checkClaims(jws.payload, name.did, issuers.url(name.did)))
  if (credential === null) return null
  const isCurrent = ladder.climb('validity', checkTimes(credential, issuers.now)) !== null
  return isCurrent ? { credential, name, keys: keys.value } : null
}

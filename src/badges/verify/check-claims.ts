import { minute, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { contextUrl } from '#badges/context.ts'
import {
  credentialShape,
  credentialsContext,
  credentialTypes,
  type BrandCredential,
} from '#badges/credential-shape.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'

const clockSkew = minute

/** The signed payload as one of our credentials, in which no two claims contradict each other. */
export function checkClaims(
  payload: Readonly<Record<string, unknown>>,
  did: string,
  issuerUrl: string,
): Rung<BrandCredential> {
  // VC-JOSE-COSE §3.1.3: the payload is the credential; `vc` and `vp` are of version 1, `nbf` would contradict.
  if (['vc', 'vp', 'nbf'].some((claim) => claim in payload)) return failed('claims_surplus')
  const parsed = credentialShape.safeParse(payload)
  if (!parsed.success) return failed('claims_malformed')
  const credential = parsed.data
  if (credential.iss !== did || credential.issuer !== did) return failed('issuer_mismatch')
  if (!credentialTypes.every((type) => credential.type.includes(type))) return failed('wrong_type')
  const [first, ...others] = credential['@context']
  if (first !== credentialsContext || !others.includes(contextUrl(issuerUrl))) return failed('wrong_context')
  return passed('claims_agree', credential)
}

/** In seconds, as JWT has them; the two ways of saying them agree. The end itself is too late. */
export function checkTimes(credential: BrandCredential, now: number): Rung {
  const { iat, exp, validFrom, validUntil } = credential
  const from = iat * second
  const until = exp * second
  if (Date.parse(validFrom) !== from || Date.parse(validUntil) !== until) return failed('times_disagree')
  if (until - from > lifetimes.domainProof || until <= from) return failed('lifetime_not_allowed')
  if (from > now + clockSkew) return failed('not_yet_valid')
  return now < until ? passed('current') : failed('expired')
}

/** Compared whole: another scheme, port, or host is another site. */
export function checkOrigin({ credentialSubject }: BrandCredential, origin: string): Rung {
  const url = URL.parse(origin)
  const isOrigin = url !== null && url.origin !== 'null' && url.href === `${url.origin}/`
  if (!isOrigin) return failed('origin_not_understood')
  return credentialSubject.origins.includes(url.origin) ? passed('this_site') : failed('not_for_this_site')
}

/**
 * Kept elsewhere a badge is no fraud, but then nothing is shown of the place: a squatter's address that answers with a
 * genuine badge must not be called genuine.
 */
export function checkPlace(credential: BrandCredential, foundAt: string): Rung {
  return checkOrigin(credential, foundAt).outcome === 'passed'
    ? passed('this_site')
    : unknown('found_elsewhere')
}

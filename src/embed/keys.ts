import { failed, passed, unknown, type Rung } from '#badges/verify/ladder.ts'
import { decodeBase64url } from './base64url.ts'
import { asList, asObject, objectsIn, readObject, type Unread } from './shape.ts'

/** Node's types and the browser's name it differently. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>
export type Keys = (kid: string) => Promise<Key | null>

/** The registry's own keys, out of its did.json: those meant for assertions and not revoked. */
export function readKeys(text: string, did: string, now: number): Rung<Keys> {
  const document = readObject(text)
  // Somebody else may be answering in the registry's place, a captive portal for one.
  if (document?.['id'] !== did) return unknown('did_document_not_understood')
  const methods = objectsIn(document['verificationMethod'])
  const forAssertions = asList(document['assertionMethod'])
  return passed('keys_read', async (kid) => {
    const named = methods.find(({ id, type, controller }) => {
      return id === kid && type === 'JsonWebKey' && controller === did && forAssertions.includes(id)
    })
    if (named === undefined || isOver(named, now)) return null
    const { x, y } = asObject(named['publicKeyJwk']) ?? {}
    if (typeof x !== 'string' || typeof y !== 'string') return null
    const jwk = { kty: 'EC', crv: 'P-256', x, y }
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    return await crypto.subtle.importKey('jwk', jwk, curve, false, ['verify']).catch(() => null)
  })
}

/** Controlled Identifiers §2.2: from these moments on nothing it signed counts; a moment not understood is past. */
function isOver({ revoked, expires }: Unread, now: number): boolean {
  return [revoked, expires].some(
    (at) => at !== undefined && !(typeof at === 'string' && Date.parse(at) > now),
  )
}

/** The payload of what one of these keys signed as badges and lists are signed (VC-JOSE-COSE §3.1). */
export async function openSigned(compact: string, did: string, keys: Keys): Promise<Rung<Unread>> {
  const parts = compact.trim().split('.')
  const [first = '', second = '', third = ''] = parts
  const header = readPart(first)
  const payload = readPart(second)
  const signature = decodeBase64url(third)
  if (parts.length !== 3 || header === null || payload === null || signature === null) {
    return failed('not_a_compact_jws')
  }
  const { alg, typ, cty, kid } = header
  // Exactly these four: what else a header may say (crit, jwk, jku, x5c) could move the trust elsewhere.
  const isOurs = alg === 'ES256' && typ === 'vc+jwt' && cty === 'vc' && Object.keys(header).length === 4
  if (!isOurs || typeof kid !== 'string' || !kid.startsWith(`${did}#`)) return failed('header_not_ours')
  const key = await keys(kid)
  if (key === null) return failed('key_unknown')
  const signed = new TextEncoder().encode(`${first}.${second}`)
  const isGood = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed)
  return isGood ? passed('signature_matches', payload) : failed('signature_mismatch')
}

function readPart(part: string): Unread | null {
  const bytes = decodeBase64url(part)
  if (bytes === null) return null
  try {
    return readObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

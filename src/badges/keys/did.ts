import type { JWK } from 'jose'
import { rfc3339, second } from '#base/clock.ts'
import type { SigningKeys } from '#base/signer.ts'

/** did:web method §2.5.1: the port's colon is percent-encoded. */
export function issuerOf(publicUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(publicUrl).host)}`
}

/** Who issued a credential and when, in seconds: as the JWT says it and as the credential does, which must agree. */
export function issuedBy(publicUrl: string, iat: number, exp: number) {
  const issuer = issuerOf(publicUrl)
  const [validFrom, validUntil] = [rfc3339(iat * second), rfc3339(exp * second)]
  return { issuer, iss: issuer, iat, exp, validFrom, validUntil }
}

/** The origin that a did:web of a whole host speaks for. Only at home, on the machine itself, is it without TLS. */
export function issuerUrl(did: string): string {
  const host = decodeURIComponent(did.slice('did:web:'.length))
  return `${/^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https'}://${host}`
}

/** The key's name in a badge's header, in did.json and in jwks.json. */
export function keyIdOf(publicUrl: string, thumbprint: string): string {
  return `${issuerOf(publicUrl)}#${thumbprint}`
}

/** What `/.well-known/did.json` serves: enough, alone, to verify a badge. */
export function didDocument({ publicKeys }: Pick<SigningKeys, 'publicKeys'>, publicUrl: string) {
  const did = issuerOf(publicUrl)
  // Controlled Identifiers §2.2.2 names JsonWebKey; many libraries know only its draft name. Ids must differ.
  const verificationMethod = publicKeys.flatMap((jwk) => {
    const { kty, crv, x, y, alg, kid } = jwk
    const publicKeyJwk = { kty, crv, x, y, alg, kid }
    const id = `${did}#${kid}`
    return [
      { id, type: 'JsonWebKey', controller: did, publicKeyJwk },
      { id: `${id}-2020`, type: 'JsonWebKey2020', controller: did, publicKeyJwk },
    ]
  })
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/jwk/v1',
      'https://w3id.org/security/suites/jws-2020/v1',
    ],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map((method) => method.id),
  }
}

/** What `/.well-known/jwks.json` serves; each `kid` is the one that badges carry. */
export function jwks({ publicKeys }: Pick<SigningKeys, 'publicKeys'>, publicUrl: string): { keys: JWK[] } {
  return { keys: publicKeys.map((jwk) => ({ ...jwk, kid: `${issuerOf(publicUrl)}#${jwk.kid}` })) }
}

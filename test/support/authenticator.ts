import { base64urlnopad } from '@scure/base'
import { publicUrl } from './house.ts'

const text = new TextEncoder()
const base64url = (bytes: Uint8Array) => base64urlnopad.encode(bytes)

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

/** CBOR (RFC 8949) of byte and text strings under 65,536 bytes. */
const byteString = (bytes: Uint8Array) => joined([0x59, bytes.length >> 8, bytes.length & 0xff], bytes)
const textString = (words: string) => joined([0x60 + words.length], text.encode(words))

/** RFC 3279 §2.2.3: WebAuthn wants ES256 signatures as DER, Web Crypto gives both numbers bare. */
function derOf(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const integer = (number: Uint8Array) => {
    const start = number.findIndex((byte) => byte !== 0)
    const bare = number.slice(start)
    const padded = (bare[0] ?? 0) > 0x7f ? joined([0], bare) : bare
    return joined([2, padded.length], padded)
  }
  const body = joined(integer(signature.slice(0, 32)), integer(signature.slice(32)))
  return joined([0x30, body.length], body)
}

export type Lies = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly userHandle?: string
  readonly counter?: number
  readonly type?: string
  /** Whether whoever sits there showed who they are. */
  readonly isVerified?: boolean
  readonly signature?: Uint8Array
}

/** An authenticator with one discoverable ES256 credential (WebAuthn Level 3 §6), which lies when told to. */
export async function createAuthenticator() {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey)
  const credentialId = crypto.getRandomValues(new Uint8Array(16))
  const id = base64url(credentialId)
  const coordinate = (encoded: string | undefined) => base64urlnopad.decode(encoded ?? '')
  // COSE_Key (RFC 9053 §7.1): kty EC2, alg ES256, crv P-256, x, y.
  const publicKey = joined(
    [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32],
    coordinate(jwk.x),
    [0x22, 0x58, 32],
    coordinate(jwk.y),
  )
  let counter = 0
  let userHandle = ''

  const clientData = (type: string, challenge: string, origin: string) =>
    text.encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = async (lies: Lies, flags: number, attested: Uint8Array) => {
    counter += 1
    const count = lies.counter ?? counter
    const verified = lies.isVerified === false ? 0 : 0x04
    return joined(
      await sha256(text.encode(lies.rpId ?? 'localhost')),
      [flags | 0x01 | verified, 0, 0, count >> 8, count & 0xff],
      attested,
    )
  }

  return {
    id,
    /** Answers what a page asks of it when somebody registers. */
    async register(
      options: { readonly challenge: string; readonly user: { readonly id: string } },
      lies: Lies = {},
    ) {
      userHandle = options.user.id
      const attested = joined(new Uint8Array(16), [0, credentialId.length], credentialId, publicKey)
      const data = await authenticatorData(lies, 0x40, attested)
      const attestation = joined(
        [0xa3],
        textString('fmt'),
        textString('none'),
        textString('attStmt'),
        [0xa0],
        textString('authData'),
        byteString(data),
      )
      const signed = clientData(
        lies.type ?? 'webauthn.create',
        lies.challenge ?? options.challenge,
        lies.origin ?? publicUrl,
      )
      const response = { clientDataJSON: base64url(signed), attestationObject: base64url(attestation) }
      return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
    },
    /** Answers what a page asks of it when somebody signs in. */
    async show(options: { readonly challenge: string }, lies: Lies = {}) {
      const data = await authenticatorData(lies, 0, new Uint8Array())
      const signed = clientData(
        lies.type ?? 'webauthn.get',
        lies.challenge ?? options.challenge,
        lies.origin ?? publicUrl,
      )
      const toSign = joined(data, await sha256(signed))
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
      const signature =
        lies.signature ?? new Uint8Array(await crypto.subtle.sign(algorithm, keys.privateKey, toSign))
      const response = {
        clientDataJSON: base64url(signed),
        authenticatorData: base64url(data),
        signature: base64url(derOf(signature)),
        userHandle: lies.userHandle ?? userHandle,
      }
      return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
    },
  }
}

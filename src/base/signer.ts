import type { JWK } from 'jose'

/** The signing keys as they were at one moment. */
export type SigningKeys = {
  /** RFC 7638 thumbprint of the key in use. */
  readonly kid: string
  /** Every key whose signatures count or will count, public halves only. */
  readonly publicKeys: readonly JWK[]
  /** Thumbprints of keys that nothing signed with counts any more. */
  readonly revokedKids: readonly string[]
  /** A compact JWS (RFC 7515) over the payload, under exactly this header, by the key in use. */
  sign(header: Readonly<Record<string, string>>, payload: Readonly<Record<string, unknown>>): Promise<string>
}

/** The port to the signing keys: a 0600 file, or a secret. */
export type Signer = SigningKeys & {
  /** The keys of this moment, so that what is signed names the key that signed it; a changed file is read anew. */
  current(): Promise<SigningKeys>
}

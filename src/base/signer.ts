import type { JWK } from 'jose'

/** The port to the signing key: a 0600 file, or a secret. */
export type Signer = {
  /** RFC 7638 thumbprint of the key in use. */
  readonly kid: string
  /** Every key whose signatures still count, public halves only. */
  readonly publicKeys: readonly JWK[]
  /** A compact JWS (RFC 7515) over the payload, under exactly this header. */
  sign(header: Readonly<Record<string, string>>, payload: Readonly<Record<string, unknown>>): Promise<string>
}

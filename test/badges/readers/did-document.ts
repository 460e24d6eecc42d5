import type { JWK } from 'jose'

/** What `/.well-known/did.json` of a registry holds, as far as a reader needs it. */
export type DidDocument = {
  readonly id: string
  readonly verificationMethod: {
    readonly id: string
    readonly type: string
    readonly controller: string
    readonly publicKeyJwk: JWK & { readonly kty: string }
  }[]
  readonly assertionMethod: string[]
}

declare module '@digitalbazaar/credentials-context' {
  import type { JsonLd } from 'jsonld/jsonld-spec.js'

  export const contexts: ReadonlyMap<string, JsonLd>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type Result = { readonly status: boolean; readonly credentialStatus: { readonly statusPurpose: string } }

  export function checkStatus(options: {
    readonly credential: object
    readonly documentLoader: (url: string) => Promise<{ readonly document: object }>
    readonly verifyBitstringStatusListCredential: boolean
  }): Promise<{ readonly verified: boolean; readonly results: readonly Result[]; readonly error?: Error }>
}

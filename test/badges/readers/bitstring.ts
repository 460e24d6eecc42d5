import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import type { JWTPayload } from 'jose'

/** `payload`: a verified badge's; `listAt`: fetches the JWT at an address and verifies it as a badge, gives its payload. */
export async function purposesSet(payload: JWTPayload, listAt: (url: string) => Promise<JWTPayload>) {
  const { verified, results, error } = await checkStatus({
    credential: payload,
    documentLoader: async (url) => ({ document: await listAt(url) }),
    // The JWT's signature was checked by `listAt`: there is no second one inside.
    verifyBitstringStatusListCredential: false,
  })
  if (!verified) throw error ?? new Error('A list could not be read')
  return results.filter(({ status }) => status).map(({ credentialStatus }) => credentialStatus.statusPurpose)
}

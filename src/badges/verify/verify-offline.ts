import { checkOrigin } from './check-claims.ts'
import { issuerUrl } from '#badges/keys/did.ts'
import { findKey } from './did-keys.ts'
import { failed, passed, startLadder, unknown, type Verification } from './ladder.ts'
import { readSigned } from './read-signed.ts'

/** did:web of a whole host, as in `issuer-key.ts`, but also of this machine: nobody is asked. */
const wholeHost = /^did:web:[a-z\d-]+(?:\.[a-z\d-]+)*(?:%3A\d{1,5})?$/i

/**
 * What a badge shows by itself and its issuer's did.json, without asking anybody. Whether it was taken back meanwhile
 * cannot be seen that way, so this is never "valid": false, or null.
 */
export async function verifyOffline(
  didDocument: unknown,
  badge: string,
  now: number,
  origin?: string,
): Promise<Verification> {
  const ladder = startLadder()
  const signed = await readSigned(ladder, badge, {
    keys: async ({ did }) =>
      wholeHost.test(did)
        ? passed('issuer_resolved', (name) => findKey(didDocument, did, name.kid, now))
        : failed('issuer_not_did_web'),
    url: issuerUrl,
    now,
  })
  if (signed === null) return ladder.told()
  ladder.climb('status', unknown('status_not_asked'))
  if (origin !== undefined) ladder.climb('origin', checkOrigin(signed.credential, origin))
  return ladder.told()
}

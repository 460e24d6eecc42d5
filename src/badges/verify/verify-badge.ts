import type { Deps } from '#base/deps.ts'
import { checkOrigin } from './check-claims.ts'
import { checkStatus } from './check-status.ts'
import { issuerOf, issuerUrl } from '#badges/keys/did.ts'
import { issuerKeys } from './issuer-key.ts'
import { startLadder, unknown, type Ladder, type Verification } from './ladder.ts'
import { readSigned } from './read-signed.ts'
import { checkStanding } from './standing.ts'

/**
 * The ladder of a badge: each step taken is shown, and the first that fails is the last. Throws only for faults of
 * ours.
 */
export async function verifyBadge(
  deps: Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>,
  { badge, origin }: { readonly badge: string; readonly origin?: string | undefined },
  ladder: Ladder = startLadder(),
): Promise<Verification> {
  const { publicUrl } = deps.site
  const isOurs = (did: string) => did === issuerOf(publicUrl)
  const urlOf = (did: string) => (isOurs(did) ? publicUrl : issuerUrl(did))
  const signed = await readSigned(ladder, badge, {
    keys: (name) => issuerKeys(deps, name),
    url: urlOf,
    now: deps.clock.now(),
  })
  if (signed === null) return ladder.told()
  const { credential, name, keys } = signed
  const isOwn = isOurs(name.did)
  const status = await checkStatus(deps, credential, { url: urlOf(name.did), isOwn, keys })
  ladder.climb('status', status)
  if (status.outcome === 'failed') return ladder.told()
  const standing = isOwn ? await checkStanding(deps, credential) : unknown('standing_not_known_here')
  ladder.climb('standing', standing)
  if (standing.outcome === 'failed' || origin === undefined) return ladder.told()
  ladder.climb('origin', checkOrigin(credential, origin))
  return ladder.told()
}

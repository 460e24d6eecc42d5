import type { Deps } from '#base/deps.ts'
import { checkStatus } from './check-status.ts'
import { checkOrigin, checkPlace } from './check-claims.ts'
import { issuerOf, issuerUrl } from '#badges/keys/did.ts'
import { issuerKeys } from './issuer-key.ts'
import { startLadder, unknown, type Ladder, type Verification } from './ladder.ts'
import { readSigned } from './read-signed.ts'
import { checkStanding } from './standing.ts'

type Asked = {
  readonly badge: string
  /** Of the site that the badge is said to be for. */
  readonly origin?: string | undefined
  /** Of the address where it was found, which need not be the site's: files may be kept elsewhere. */
  readonly foundAt?: string | undefined
}

/**
 * The ladder of a badge: each step taken is shown, and the first that fails is the last. Throws only for faults of
 * ours.
 */
export async function verifyBadge(
  deps: Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>,
  { badge, origin, foundAt }: Asked,
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
  if (standing.outcome === 'failed') return ladder.told()
  const site = origin === undefined ? null : checkOrigin(credential, origin)
  const place = foundAt === undefined || site?.outcome === 'failed' ? null : checkPlace(credential, foundAt)
  const rung = place?.outcome === 'unknown' ? place : (site ?? place)
  if (rung !== null) ladder.climb('origin', rung)
  return ladder.told()
}

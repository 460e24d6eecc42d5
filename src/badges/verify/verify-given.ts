import type { Deps } from '#base/deps.ts'
import { startLadder, type Verification } from './ladder.ts'
import { readCarrier } from './source/carrier.ts'
import { findBadge } from './source/find-badge.ts'
import { verifyBadge } from './verify-badge.ts'

/**
 * Verifies whatever carries a badge or leads to one: the JWT, an SVG or PNG, the address of a badge, of a brand's page
 * or of a page that shows one, which is then asked for that page's own site. Where the badge came from is a step of its
 * own, `source`, unless it was given as it is.
 */
export async function verifyGiven(
  deps: Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>,
  { given, origin }: { readonly given: string | Uint8Array; readonly origin?: string | undefined },
): Promise<Verification> {
  const carried = readCarrier(given)
  const ladder = startLadder()
  const found = await findBadge(deps, carried)
  if (found.code !== 'badge_given' && ladder.climb('source', found) === null) return ladder.told()
  if (found.outcome !== 'passed') return ladder.told()
  const { badge, origin: pageOrigin, foundAt } = found.value
  if (origin !== undefined) return await verifyBadge(deps, { badge, origin }, ladder)
  return await verifyBadge(deps, { badge, origin: pageOrigin, foundAt }, ladder)
}

import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { drawHopedFor, drawLooks } from '#jobs/budget.ts'
import type { GuardedGet } from '#net/net.ts'
import { PlatformSilent } from '#proofs/platform-silent.ts'
import type { Claim } from './claim.ts'
import { targetsOf } from './look-times.ts'

type Look = { readonly isManual: boolean; readonly postUrl: string | null }

/**
 * The same GET, which draws on the budget of every domain beside those whose looks were drawn before: a server's answer says where to ask next, and may say anybody's.
 */
export function payingGet(
  deps: Pick<Deps, 'db' | 'clock'>,
  get: GuardedGet,
  claim: Claim,
  { isManual, postUrl }: Look,
): GuardedGet {
  // The daily look has drawn for the account alone.
  const drawn = targetsOf(claim, isManual ? postUrl : null)
  return async (url, options) => {
    const target = registrable(new URL(url).hostname)
    if (!drawn.has(target)) {
      const wait = isManual
        ? await drawHopedFor(deps, claim.organisationId, target, 'manual', 1)
        : await drawLooks(deps, target, 'scheduled', 1)
      if (wait > 0) {
        const detail = `${target} is being looked at too often. Nothing was decided; we shall look again later.`
        throw new PlatformSilent('rate_limited', detail, { retryAfter: Math.ceil(wait / second) })
      }
    }
    return await get(url, options)
  }
}

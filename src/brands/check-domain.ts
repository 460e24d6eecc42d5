import type { Principal } from '#auth/authenticate.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { methodNames, type MethodName } from '#challenges/method.ts'
import { drawHopedFor } from '#jobs/budget.ts'
import { sendLater } from '#jobs/queue.ts'
import { adviseRetry, longestNegativeTtl } from '#challenges/retry-after.ts'
import { attemptOf, recordAttempts, type Attempt } from './attempt.ts'
import { newestChallenge, provingChallenge, type StoredChallenge } from './challenge.ts'
import { isFrozen, type Domain } from './domain.ts'
import { lookForToken, seenWith } from './look-for-token.ts'
import { reserveCheck } from './manual-check.ts'
import { ownedDomain, type DomainUnknown } from './owned.ts'
import { settleDomain } from './settle-domain.ts'

export type CheckDomainReason = DomainUnknown | 'checked_too_soon' | 'target_busy'

export type CheckedDomain = {
  readonly domain: Domain
  readonly attempts: readonly Attempt[]
  /** Seconds after which another look may tell more; null when this one told enough. */
  readonly retryAfter: number | null
}

/** Looks for what the owner has published, now, and decides the domain by what was found. */
export async function checkDomain(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'net' | 'site' | 'queue'>,
  principal: Principal,
  id: string,
  named?: MethodName,
): Promise<Result<CheckedDomain, CheckDomainReason>> {
  const owned = await ownedDomain(deps, principal, id)
  if (!owned.ok) return owned
  const domain = owned.value
  const wanted = named === undefined ? methodNames : [named]
  const wait = await reserveCheck(deps, domain.id, wanted)
  if (wait > 0) {
    return refuse(
      'checked_too_soon',
      `${domain.name} was looked at a moment ago. Ask again in ${wait} s.`,
      wait,
    )
  }
  const stored = await challengeToLookFor(deps, domain)
  if (stored === null) return ok(await refuseStale(deps, domain, wanted))
  const target = domain.registrableDomain
  const busy = await drawHopedFor(deps, domain.organisationId, target, 'manual', wanted.length)
  if (busy > 0) {
    // That it is ready has been heard: the schedule looks when there is room.
    await settleDomain(deps, domain.id, principal.pseudonym, { looks: [], isReady: true })
    return refuse(
      'target_busy',
      `${target} is being looked at too often. We shall look by ourselves when there is room.`,
      Math.ceil(busy / second),
    )
  }
  const looks = await lookForToken(deps, domain, stored, wanted)
  const attempts = looks.map((look) => attemptOf(look, deps.clock.now()))
  const settled = await settleDomain(deps, domain.id, principal.pseudonym, {
    looks: seenWith(stored, looks),
    evidence: recordAttempts(deps, domain.id, attempts),
    negativeTtl: longestNegativeTtl(looks),
    isReady: true,
  })
  if (settled.tryAt === null) return ok({ domain: settled, attempts, retryAfter: adviseRetry(looks) })
  await sendLater(deps, 'look-domain', domain.id)
  // Sooner than we look by ourselves nothing new can be learnt.
  const retryAfter = Math.ceil((settled.tryAt - deps.clock.now()) / second)
  return ok({ domain: settled, attempts, retryAfter })
}

/** The newest token; when that ran out unproved, the one which holds the proof; none for what needs a fresh one. */
async function challengeToLookFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  domain: Domain,
): Promise<StoredChallenge | null> {
  if (!['pending', 'proved', 'failing', 'contested'].includes(domain.state)) return null
  const newest = await newestChallenge(deps, domain.id)
  if (newest !== null && deps.clock.now() < newest.expiresAt) return newest
  return await provingChallenge(deps, domain)
}

async function refuseStale(
  deps: Pick<Deps, 'db' | 'clock'>,
  domain: Domain,
  wanted: readonly MethodName[],
): Promise<CheckedDomain> {
  const detail = isFrozen(domain)
    ? `${domain.name} is ${domain.state}, and no token proves it for now.`
    : `The token for ${domain.name} has ended and proves nothing any more. Ask for a fresh challenge and publish that.`
  const attempts = wanted.map((method): Attempt => {
    return {
      method,
      outcome: 'refused',
      reason: 'token_expired',
      detail,
      panel: null,
      perspectives: [],
      at: deps.clock.now(),
    }
  })
  await deps.db.write(recordAttempts(deps, domain.id, attempts))
  return { domain, attempts, retryAfter: null }
}

import { and, eq, gt } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { day, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { budget } from '#base/lifetimes.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { challenges } from '#db/schema.ts'
import { newChallenge, newestChallenge } from './challenge.ts'
import { isFrozen, noProof, type Domain } from './domain.ts'
import { ownedDomain, type DomainUnknown } from './owned.ts'
import { awaitingNothing } from './patience.ts'
import { whichIsFull } from './pending.ts'
import { decide, expireDomain } from './settle-domain.ts'
import { showDomain, type OwnedDomain } from './show-domain.ts'

export type RenewChallengeReason = DomainUnknown | 'too_many_challenges' | 'too_many_pending_domains'

/** Whoever can show a fresh token after the name was registered anew holds it now. A moderator's freeze stays. */
function mayStartAnew(domain: Domain): boolean {
  return domain.state === 'lapsed' || (domain.state === 'suspended' && !isFrozen(domain))
}

/** Gives a fresh token. A lapsed domain may be proved again with it; a standing proof keeps its own until then. */
export async function renewChallenge(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'site'>,
  principal: Principal,
  id: string,
): Promise<Result<OwnedDomain, RenewChallengeReason>> {
  const owned = await ownedDomain(deps, principal, id)
  if (!owned.ok) return owned
  const since = deps.clock.now() - day
  const recent = await deps.db.orm.$count(
    challenges,
    and(eq(challenges.domainId, id), gt(challenges.issuedAt, since)),
  )
  if (recent >= budget.challengesPerDay) {
    return refuse(
      'too_many_challenges',
      `${owned.value.name} has had ${recent} tokens within a day. Publish the newest of them, or ask tomorrow.`,
      day / second,
    )
  }
  const newest = await newestChallenge(deps, id)
  // A name whose token ran out waits no more; with a fresh one it would again.
  const full =
    newest !== null && newest.expiresAt > deps.clock.now() ? null : await whichIsFull(deps, owned.value)
  if (full !== null) return refuse('too_many_pending_domains', full)
  // A proof that is over has lapsed, even before its own job has said so.
  await expireDomain(deps, id)
  const challenge = newChallenge(deps, id)
  const domain = await decide(
    deps,
    id,
    principal.pseudonym,
    [deps.db.orm.insert(challenges).values(challenge)],
    (before) =>
      mayStartAnew(before)
        ? { ...before, ...noProof, state: 'pending', stateReason: null, updatedAt: deps.clock.now() }
        : awaitingNothing(before),
  )
  return ok(showDomain(deps, domain, challenge))
}

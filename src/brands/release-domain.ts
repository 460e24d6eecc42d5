import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import type { Domain } from './domain.ts'
import { ownedDomain, type DomainUnknown } from './owned.ts'
import { decide } from './settle-domain.ts'

/** Gives a domain up. Whoever contested it and stayed proved gets it; its tokens prove nothing any more. */
export async function releaseDomain(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<Domain, DomainUnknown>> {
  const owned = await ownedDomain(deps, principal, id)
  if (!owned.ok) return owned
  const released = await decide(deps, id, principal.pseudonym, [], (before) =>
    before.state === 'released' ? before : { ...before, state: 'released', updatedAt: deps.clock.now() },
  )
  return ok(released)
}

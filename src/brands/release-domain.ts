import type { Principal } from '#auth/authenticate.ts'
import { actsAlone, type LockReason } from '#auth/two-person-lock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { isFrozen, type Domain } from './domain.ts'
import { ownedBrand, ownedDomain, type DomainUnknown } from './owned.ts'
import { awaitingNothing } from './patience.ts'
import { decide } from './settle-domain.ts'

export type ReleaseDomainReason = DomainUnknown | LockReason | 'domain_frozen'

/** Gives a domain up. Whoever contested it and stayed proved gets it; its tokens prove nothing any more. */
export async function releaseDomain(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<Domain, ReleaseDomainReason>> {
  const owned = await ownedDomain(deps, principal, id)
  if (!owned.ok) return owned
  const alone = await actsAlone(deps, principal)
  if (!alone.ok) return alone
  if (isFrozen(owned.value)) {
    return refuse(
      'domain_frozen',
      `${owned.value.name} is ${owned.value.state}; releasing it would hide that.`,
    )
  }
  const brand = await ownedBrand(deps, principal, owned.value.brandId)
  if (brand.ok && brand.value.frozenAt !== null) {
    return refuse(
      'domain_frozen',
      `The accounts of ${owned.value.name}'s brand are frozen; releasing the domain would hide that.`,
    )
  }
  const released = await decide(deps, id, principal.pseudonym, [], (before) =>
    before.state === 'released' || isFrozen(before)
      ? before
      : { ...awaitingNothing(before), state: 'released', updatedAt: deps.clock.now() },
  )
  // Frozen in between: to be told so, not that it is free.
  return released.state === 'released' ? ok(released) : await releaseDomain(deps, principal, id)
}

import { day } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Domain, SeenProof } from './domain.ts'
import { awaitingNothing } from './patience.ts'

/**
 * What a proving look makes of a zone's name servers. Continuity, not possession: a public token outlives its
 * owner, so a zone that has moved must show a token that was issued since, within seven days.
 */
export function followNameServers(
  before: Pick<Domain, 'nameServers' | 'tokenDemandedAt'>,
  { nameServers, issuedAt }: Pick<SeenProof, 'nameServers' | 'issuedAt'>,
  now: number,
): Pick<Domain, 'nameServers' | 'tokenDemandedAt'> {
  const known = before.nameServers
  const hasMoved = known !== null && nameServers !== null && known.join() !== nameServers.join()
  const demandedAt = before.tokenDemandedAt ?? (hasMoved ? now : null)
  if (demandedAt !== null && issuedAt <= demandedAt)
    return { nameServers: known, tokenDemandedAt: demandedAt }
  return { nameServers: nameServers ?? known, tokenDemandedAt: null }
}

/** Until when the newer token must be seen; null when none is demanded. */
export function newTokenBy({ tokenDemandedAt }: Pick<Domain, 'tokenDemandedAt'>): number | null {
  return tokenDemandedAt === null ? null : tokenDemandedAt + lifetimes.newToken
}

/** Registries round, and correct by hours; nobody registers a name anew within a day of its end. */
const registrationSlack = day

/** A name registered anew since it was proved is somebody else's, whatever its records say: frozen at once. Pure. */
export function followRegistration(domain: Domain, registeredAt: number, now: number): Domain {
  const known = domain.registeredAt ?? domain.firstProvedAt
  if (known !== null && registeredAt > known + registrationSlack) {
    const frozen = { state: 'suspended', stateReason: 'registration_changed' } as const
    return { ...awaitingNothing(domain), ...frozen, registeredAt, updatedAt: now }
  }
  return domain.registeredAt === null ? { ...domain, registeredAt } : domain
}

import { day } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Domain } from './domain.ts'
import { settled } from './patience.ts'

/**
 * What a zone's name servers, as they are now, make of its proof. Continuity, not possession: a public token outlives
 * its owner, so a zone that has moved must show a token that was issued since, within seven days. Pure.
 */
export function followNameServers(domain: Domain, nameServers: readonly string[], now: number): Domain {
  const known = domain.nameServers
  if (known === null) return { ...domain, nameServers }
  if (domain.tokenDemandedAt !== null || known.join() === nameServers.join()) return domain
  const demanded = { ...domain, tokenDemandedAt: now, updatedAt: now }
  return { ...demanded, expiresAt: Math.min(domain.expiresAt ?? now, newTokenBy(demanded) ?? now) }
}

/** A proof by a token issued since the zone moved: it is then learnt anew where the zone is. */
export function renewed(
  { nameServers, tokenDemandedAt }: Pick<Domain, 'nameServers' | 'tokenDemandedAt'>,
  issuedAt: number,
): Pick<Domain, 'nameServers' | 'tokenDemandedAt'> {
  const isNewer = tokenDemandedAt !== null && issuedAt > tokenDemandedAt
  return isNewer ? { nameServers: null, tokenDemandedAt: null } : { nameServers, tokenDemandedAt }
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
    return { ...settled(domain), ...frozen, registeredAt, updatedAt: now }
  }
  return domain.registeredAt === null ? { ...domain, registeredAt } : domain
}

import { day } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Domain } from './domain.ts'
import { awaitingNothing } from './patience.ts'

type Zone = Pick<Domain, 'nameServers' | 'nameServersSeenAt' | 'tokenDemandedAt'>

/** Servers that a domain is remembered by: a zone may be with two providers at once, but not with everybody. */
const nameServersMax = 50

/**
 * What a zone's name servers, as they are now, make of its proof; null when they could not be learnt. Continuity, not
 * possession: a public token outlives its owner, so a zone that has moved must show a token that was issued since,
 * within seven days. So must one whose record is seen while its name servers will not be. Pure.
 */
export function followNameServers(
  domain: Domain,
  nameServers: readonly string[] | null,
  now: number,
): Domain {
  const { nameServers: known, nameServersSeenAt: seenAt, tokenDemandedAt, checkedAt } = domain
  if (nameServers === null) {
    const isHidden = seenAt !== null && checkedAt !== null && checkedAt - seenAt > lifetimes.nameServersHidden
    return isHidden && tokenDemandedAt === null ? demandToken(domain, now) : domain
  }
  if (seenAt === null || known === null) {
    const all = [...new Set([...nameServers, ...(known ?? [])])].slice(0, nameServersMax)
    return { ...domain, nameServers: all.toSorted(), nameServersSeenAt: now }
  }
  if (nameServers.every((server) => known.includes(server))) return { ...domain, nameServersSeenAt: now }
  return tokenDemandedAt === null ? demandToken(domain, now) : domain
}

function demandToken(domain: Domain, now: number): Domain {
  const demanded = { ...domain, tokenDemandedAt: now, updatedAt: now }
  return { ...demanded, expiresAt: Math.min(domain.expiresAt ?? now, newTokenBy(demanded) ?? now) }
}

/** A proof by a token issued since the zone moved: where the zone is now is one of its places from then on. */
export function renewed(zone: Zone, issuedAt: number): Zone {
  const { nameServers, nameServersSeenAt, tokenDemandedAt } = zone
  return tokenDemandedAt !== null && issuedAt > tokenDemandedAt
    ? { nameServers, nameServersSeenAt: null, tokenDemandedAt: null }
    : { nameServers, nameServersSeenAt, tokenDemandedAt }
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

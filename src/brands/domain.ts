import { lifetimes } from '#base/lifetimes.ts'
import type { Corroboration } from '#base/evidence.ts'
import type { Look } from '#challenges/look.ts'
import { methods } from '#challenges/methods/index.ts'
import type { domains } from '#db/schema.ts'
import { newTokenBy, renewed } from './continuity.ts'
import { awaitingNothing } from './patience.ts'

export { domainStates } from '#db/schema.ts'

export type Domain = typeof domains.$inferSelect

/** One method's corroborated look, made with one challenge's token. */
export type SeenProof = Pick<Look, 'method' | 'finding'> & {
  readonly challengeId: string
  /** When its token was issued. */
  readonly issuedAt: number
  readonly seenBy: Corroboration
}

/**
 * What a domain is after these looks at this time. Pure: the whole life of a domain is decided here and in `expire`.
 * A proving look moves only `pending` and `failing` to `proved`; what has lapsed, been released or been suspended
 * needs a fresh challenge. An outage moves nothing.
 */
export function settle(before: Domain, looks: readonly SeenProof[], now: number): Domain {
  const domain = expire(before, now)
  // What ended meanwhile needs a look of its own.
  if (domain.state !== before.state) return domain
  const proving = strongest(looks)
  if (proving !== null) return prove(domain, proving, now)
  const refused = looks.some(
    (look) =>
      look.finding.kind === 'refused' &&
      look.method === domain.method &&
      look.challengeId === domain.provingChallengeId,
  )
  return refused ? fail(domain, now) : domain
}

/** What the mere passing of time makes of a domain: proofs end on their date, grace on the earlier of its own. */
export function expire(domain: Domain, now: number): Domain {
  const end = endOf(domain)
  if (end === null || now < end) return domain
  switch (domain.state) {
    case 'proved':
    case 'failing':
      return { ...awaitingNothing(domain), state: 'lapsed', updatedAt: now }
    case 'contested':
      return { ...domain, ...proofless, state: 'pending', updatedAt: now }
    default:
      return domain
  }
}

/** When the proof is over if nobody looks again; null when there is none. */
export function endOf(domain: Pick<Domain, 'state' | 'expiresAt' | 'failingSince'>): number | null {
  if (domain.expiresAt === null) return null
  if (domain.state !== 'failing' || domain.failingSince === null) return domain.expiresAt
  return Math.min(domain.failingSince + lifetimes.grace, domain.expiresAt)
}

/** A proof that another organisation holds the name at this moment makes it contested. */
export function contest(domain: Domain, now: number): Domain {
  return { ...domain, state: 'contested', contestedSince: domain.contestedSince ?? now, publicFrom: null }
}

/** The incumbent's grace has ended and the contester stayed proved throughout: the name passes. */
export function pass(domain: Domain, now: number): Domain {
  if (domain.state !== 'contested' || domain.expiresAt === null || now >= domain.expiresAt) return domain
  return {
    ...domain,
    state: 'proved',
    contestedSince: null,
    publicFrom: publicFrom(domain, now),
    updatedAt: now,
  }
}

export function holdsName(domain: Domain): boolean {
  return domain.state === 'proved' || domain.state === 'failing'
}

export function isPublic(domain: Domain): boolean {
  return holdsName(domain) && domain.publicFrom !== null
}

/** Its proof is looked at daily. */
export function isLive(domain: Domain): boolean {
  return holdsName(domain) || domain.state === 'contested'
}

/** What a moderator froze; a name registered anew its former owner may let go, or prove again. */
export function isFrozen({ state, stateReason }: Domain): boolean {
  return ['held', 'revoked', 'suspended'].includes(state) && stateReason !== 'registration_changed'
}

/** What a domain is without a proof, whose zone is remembered all the same. */
export const proofless = {
  method: null,
  strength: null,
  provingChallengeId: null,
  firstProvedAt: null,
  checkedAt: null,
  seenBy: null,
  expiresAt: null,
  lookedAt: null,
  failingSince: null,
  contestedSince: null,
  publicFrom: null,
} as const

/** What a domain is before its first proof, and again when it starts anew. */
export const noProof = {
  ...proofless,
  nameServers: null,
  nameServersSeenAt: null,
  tokenDemandedAt: null,
  registeredAt: null,
} as const

function prove(domain: Domain, proving: SeenProof, now: number): Domain {
  const zone = renewed(domain, proving.issuedAt)
  // Too late for an older one: only a token that was issued since proves a zone that has moved.
  const end = newTokenBy(zone) ?? Infinity
  if (now >= end) return domain
  const fresh = {
    ...zone,
    method: proving.method,
    strength: methods[proving.method].strength,
    provingChallengeId: proving.challengeId,
    checkedAt: now,
    lookedAt: now,
    seenBy: proving.seenBy,
    expiresAt: Math.min(now + lifetimes.domainProof, end),
    failingSince: null,
    updatedAt: now,
  }
  switch (domain.state) {
    case 'pending':
    case 'failing':
    case 'proved': {
      const proved: Domain = {
        ...domain,
        ...fresh,
        state: 'proved',
        firstProvedAt: domain.firstProvedAt ?? now,
      }
      return { ...proved, publicFrom: publicFrom(proved, now) }
    }
    case 'contested':
      return { ...domain, ...fresh }
    default:
      return domain
  }
}

function fail(domain: Domain, now: number): Domain {
  switch (domain.state) {
    case 'proved':
      // What nobody has seen yet has no grace to lose: the looks that mature it must not be interrupted.
      return domain.publicFrom === null
        ? { ...domain, ...proofless, state: 'pending', updatedAt: now }
        : { ...domain, state: 'failing', failingSince: now, updatedAt: now }
    case 'contested':
      return { ...domain, ...proofless, state: 'pending', updatedAt: now }
    default:
      return domain
  }
}

/** A web proof of a mere host may be a taken-over subdomain, so it matures: looks must span 72 h. */
function publicFrom(domain: Domain, now: number): number | null {
  if (domain.publicFrom !== null) return domain.publicFrom
  const atApexOrWww =
    domain.name === domain.registrableDomain || domain.name === `www.${domain.registrableDomain}`
  const matured = domain.firstProvedAt !== null && now - domain.firstProvedAt >= lifetimes.webProofMaturing
  return domain.strength === 'dns' || atApexOrWww || matured ? now : null
}

/** A DNS proof before a web one; of several by the newest token, so that a fresh one takes over. */
function strongest(looks: readonly SeenProof[]): SeenProof | null {
  const rank = ({ method }: SeenProof) => (methods[method].strength === 'dns' ? 0 : 1)
  const proving = looks.filter((look) => look.finding.kind === 'proved')
  return proving.toSorted((one, other) => rank(one) - rank(other) || other.issuedAt - one.issuedAt)[0] ?? null
}

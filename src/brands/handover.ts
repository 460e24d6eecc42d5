import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { isCurrent } from '#auth/current-membership.ts'
import { hashToken } from '#auth/hash-token.ts'
import type { Deps } from '#base/deps.ts'
import { newId, randomText } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { domains, handovers, memberships, organisations, people } from '#db/schema.ts'
import { newestChallenge } from './challenge.ts'
import type { Domain } from './domain.ts'
import { ownedDomain, type DomainUnknown } from './owned.ts'

export type HandOverReason = DomainUnknown | 'challenge_over'

/** A link that stands, as its organisation sees it. The token in it is known to whoever has the link. */
export type Handover = {
  readonly id: string
  readonly email: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** What whoever has the link may know and ask for. */
export type HandedOver = {
  readonly domain: Domain
  /** Whose confirmed address asks. */
  readonly email: string
  readonly expiresAt: number
  /** The organisation, for looks at this one domain. */
  readonly principal: Principal
}

/** A link for whoever runs the zone or the site; it ends with the text that it tells to publish. */
export async function handOver(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  personId: string,
  domainId: string,
): Promise<Result<{ readonly token: string }, HandOverReason>> {
  const { db, clock, random } = deps
  const owned = await ownedDomain(deps, principal, domainId)
  if (!owned.ok) return owned
  const newest = await newestChallenge(deps, domainId)
  const now = clock.now()
  if (newest === null || newest.expiresAt <= now) {
    return refuse('challenge_over', `The text for ${owned.value.name} has ended. Ask for a fresh one first.`)
  }
  const token = randomText(random, 20)
  await db.orm.insert(handovers).values({
    id: newId(random, 'hov'),
    domainId,
    hash: await hashToken(token),
    personId,
    createdAt: now,
    expiresAt: newest.expiresAt,
  })
  return ok({ token })
}

/** The links to a domain that stand, newest first. */
export async function handoversOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  domainId: string,
): Promise<readonly Handover[]> {
  return await db.orm
    .select({
      id: handovers.id,
      email: people.email,
      createdAt: handovers.createdAt,
      expiresAt: handovers.expiresAt,
    })
    .from(handovers)
    .innerJoin(people, eq(people.id, handovers.personId))
    .where(
      and(
        eq(handovers.domainId, domainId),
        isNull(handovers.revokedAt),
        gt(handovers.expiresAt, clock.now()),
      ),
    )
    .orderBy(desc(handovers.createdAt), desc(handovers.id))
}

/** Ends a link at once; one that has ended, or is no link to this domain, stays as it is. */
export async function takeBack(
  deps: Pick<Deps, 'db' | 'clock'>,
  principal: Principal,
  domainId: string,
  id: string,
): Promise<Result<null, DomainUnknown>> {
  const owned = await ownedDomain(deps, principal, domainId)
  if (!owned.ok) return owned
  await deps.db.orm
    .update(handovers)
    .set({ revokedAt: deps.clock.now() })
    .where(and(eq(handovers.id, id), eq(handovers.domainId, domainId), isNull(handovers.revokedAt)))
  return ok(null)
}

/** Behind a link's token; null once the link is over or revoked, or whoever made it is no member any more, or only looks on. */
export async function handedOver(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string,
): Promise<HandedOver | null> {
  const now = clock.now()
  const [row] = await db.orm
    .select({
      domain: domains,
      email: people.email,
      expiresAt: handovers.expiresAt,
      pseudonym: organisations.pseudonym,
    })
    .from(handovers)
    .innerJoin(domains, eq(domains.id, handovers.domainId))
    .innerJoin(people, eq(people.id, handovers.personId))
    .innerJoin(organisations, eq(organisations.id, domains.organisationId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.organisationId, domains.organisationId),
        eq(memberships.personId, handovers.personId),
        ne(memberships.role, 'viewer'),
        isCurrent(now),
      ),
    )
    .where(
      and(
        eq(handovers.hash, await hashToken(token)),
        isNull(handovers.revokedAt),
        gt(handovers.expiresAt, now),
      ),
    )
  if (row === undefined || row.domain.state === 'released') return null
  const { domain, email, expiresAt, pseudonym } = row
  const { organisationId } = domain
  const scopes = ['read', 'write'] as const
  return {
    domain,
    email,
    expiresAt,
    principal: {
      organisationId,
      pseudonym,
      keyId: null,
      membershipId: null,
      role: null,
      scopes,
      expiresAt,
    },
  }
}

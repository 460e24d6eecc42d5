import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm'
import { isOpen as isOpenInvitation } from '#auth/members.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import { newChallenge } from '#brands/challenge.ts'
import { isFrozen, proofless, type Domain } from '#brands/domain.ts'
import { awaitingNothing } from '#brands/patience.ts'
import { decided } from '#brands/store-domain.ts'
import type { Statement } from '#db/open.ts'
import {
  apiKeys,
  brands,
  challenges,
  domains,
  handovers,
  invitations,
  protectedBrands,
  sessions,
} from '#db/schema.ts'
import { moveWatch } from '#lookalikes/keep-names.ts'
import { headOf, leafOf } from '#log/leaf.ts'
import { movedClaims } from './moved-claims.ts'
import type { Recovery } from './recovery.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/**
 * What passes with a brand, and what ends: it goes to who asked with its domains and claims. The main domain stands by
 * the new token alone; any other was never shown by who asks and waits for a fresh one. Of whoever had it nothing
 * reaches the brand any more, and when it was all that they had, their keys, sessions and invitations end too.
 */
export async function completion(seams: Seams, recovery: Recovery): Promise<Statement[]> {
  const { db, clock } = seams
  const { brandId, incumbentId, organisationId } = recovery
  const at = clock.now()
  const passing = and(
    eq(brands.id, brandId),
    eq(brands.organisationId, incumbentId),
    isNull(brands.deletedAt),
  )
  const decision = {
    act: 'brand.regained',
    subject: brandId,
    actor: 'system',
    at,
    values: { domain: recovery.domain },
  }
  return [
    // What was reviewed was another's name.
    db.orm
      .update(brands)
      .set({ organisationId, nameState: 'self_given', updatedAt: at })
      .where(and(passing, eq(brands.slug, recovery.domain))),
    ...(await leafOf(seams, decision, await headOf(db, brandId))),
    // A moderator chose whom to protect, not whoever would have the brand later.
    db.orm.delete(protectedBrands).where(eq(protectedBrands.brandId, brandId)),
    moveWatch(),
    ...(await movedDomains(seams, recovery)),
    ...(await movedClaims(seams, recovery)),
    ...(await endedAccess(seams, recovery)),
    issueBadgeLater(seams, brandId),
  ]
}

async function movedDomains(seams: Seams, recovery: Recovery): Promise<Statement[]> {
  const { db, clock } = seams
  const { brandId, organisationId, domainId } = recovery
  const actor = 'system'
  const live = notInArray(domains.state, ['released', 'revoked'])
  const passing = await db.orm
    .select()
    .from(domains)
    .where(and(eq(domains.brandId, brandId), eq(domains.organisationId, recovery.incumbentId), live))
  const names = passing.map(({ name }) => name)
  const own = await db.orm
    .select()
    .from(domains)
    .where(and(eq(domains.organisationId, organisationId), inArray(domains.name, names), live))
  const statements: Statement[] = []
  for (const before of passing) {
    const rival = own.find(({ name }) => name === before.name)
    // Of two rows of one name one goes: who asks keeps what they have proved, or what a moderator froze.
    const stays = rival !== undefined && before.id !== domainId && keepsOwn(rival)
    const gone = stays ? before : rival
    if (gone !== undefined) {
      const after: Domain = { ...awaitingNothing(gone), state: 'released', updatedAt: clock.now() }
      statements.push(
        ...(await decided(seams, { before: gone, after, actor, head: await headOf(db, gone.id) })),
      )
    }
    if (!stays) statements.push(...(await moved(seams, recovery, before)))
  }
  const ids = passing.map(({ id }) => id)
  statements.push(
    db.orm
      .update(handovers)
      .set({ revokedAt: clock.now() })
      .where(and(inArray(handovers.domainId, ids), isNull(handovers.revokedAt))),
  )
  return statements
}

function keepsOwn(rival: Domain): boolean {
  return isFrozen(rival) || rival.state === 'proved' || rival.state === 'failing'
}

async function moved(seams: Seams, recovery: Recovery, before: Domain): Promise<Statement[]> {
  const { db, clock, random } = seams
  const { organisationId, token, createdAt: issuedAt, expiresAt } = recovery
  const at = clock.now()
  // What a moderator froze stays frozen, whoever has it.
  if (isFrozen(before)) {
    const same = and(eq(domains.id, before.id), eq(domains.updatedAt, before.updatedAt))
    const move = {
      act: 'domain.moved',
      subject: before.id,
      actor: 'system',
      at,
      values: { domain: before.name },
    }
    return [
      db.orm.update(domains).set({ organisationId, updatedAt: at }).where(same),
      ...(await leafOf(seams, move, await headOf(db, before.id))),
    ]
  }
  const isMain = before.id === recovery.domainId
  const challenge = isMain
    ? { id: newId(random, 'ch'), domainId: before.id, token, issuedAt, expiresAt }
    : newChallenge(seams, before.id)
  const owned = { ...awaitingNothing(before), organisationId, updatedAt: at }
  const after: Domain = isMain
    ? {
        ...owned,
        state: 'proved',
        method: 'dns-txt',
        strength: 'dns',
        provingChallengeId: challenge.id,
        firstProvedAt: recovery.seenSince,
        checkedAt: at,
        lookedAt: at,
        expiresAt: at + lifetimes.domainProof,
        failingSince: null,
      }
    : { ...owned, ...proofless, state: 'pending', stateReason: null }
  return [
    ...(await decided(seams, { before, after, actor: 'system', head: await headOf(db, before.id) })),
    // A text of whoever had it proves nothing any more, were it ever put back.
    db.orm.delete(challenges).where(eq(challenges.domainId, before.id)),
    db.orm.insert(challenges).values(challenge),
  ]
}

/** Keys and members act for their organisation, so they reach no brand that is not its own; one left with none has ended. */
async function endedAccess(seams: Seams, { incumbentId, brandId }: Recovery): Promise<Statement[]> {
  const { db, clock } = seams
  const at = clock.now()
  const others = and(eq(brands.organisationId, incumbentId), isNull(brands.deletedAt), ne(brands.id, brandId))
  if ((await db.orm.$count(brands, others)) > 0) return []
  const standing = and(eq(apiKeys.organisationId, incumbentId), isNull(apiKeys.revokedAt))
  const keys = await db.orm.select({ id: apiKeys.id }).from(apiKeys).where(standing)
  const statements: Statement[] = []
  for (const { id } of keys) {
    const revoked = { act: 'key.revoked', subject: id, actor: 'system', at, values: {} }
    statements.push(
      db.orm
        .update(apiKeys)
        .set({ revokedAt: at })
        .where(and(eq(apiKeys.id, id), standing)),
      ...(await leafOf(seams, revoked, await headOf(db, id))),
    )
  }
  return [
    ...statements,
    db.orm
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(eq(sessions.organisationId, incumbentId), isNull(sessions.revokedAt))),
    db.orm
      .update(invitations)
      .set({ revokedAt: at })
      .where(and(eq(invitations.organisationId, incumbentId), isOpenInvitation(at))),
  ]
}

import { and, count, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes, recoveryQuota } from '#base/lifetimes.ts'
import { newId, randomText } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { parseDomainName, type DomainNameReason } from '#challenges/domain-name.ts'
import { memberships, recoveries } from '#db/schema.ts'
import { enqueue, sendLater } from '#jobs/queue.ts'
import { leafOf } from '#log/leaf.ts'
import { brandAt, historyOf, isFrozenOf } from './read-standing.ts'
import type { Recovery } from './recovery.ts'
import { whyNot, type GoneReason } from './standing.ts'
import { tellOf } from './tell.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>

export type StartRecoveryReason =
  | DomainNameReason
  | Exclude<GoneReason, 'brand_gone'>
  | 'owners_only'
  | 'brand_unknown'
  | 'recovery_of_own_brand'
  | 'recovery_open'
  | 'too_many_recoveries'

/**
 * Asks to regain, for another organisation, the brand at a main domain, and gives what to publish. Nothing passes by
 * it: whoever has the brand is told, may object, and looks must see the new token for three days.
 */
export async function startRecovery(
  deps: Seams,
  principal: Principal,
  text: string,
): Promise<Result<Recovery, StartRecoveryReason>> {
  const { db, clock, random, site } = deps
  if (principal.role !== null && principal.role !== 'owner') {
    return refuse('owners_only', 'Only owners ask to regain a brand. Ask one of your organisation.')
  }
  const named = parseDomainName(text, { acceptReserved: site.atHome })
  if (!named.ok) return named
  const { name } = named.value
  const found = await brandAt(deps, name)
  if (found === null) {
    return refuse(
      'brand_unknown',
      `No brand here has ${name} as its main domain, so there is nothing to regain. Register it, and prove the domain.`,
    )
  }
  const { brand, domain } = found
  const { organisationId } = principal
  if (brand.organisationId === organisationId) {
    return refuse(
      'recovery_of_own_brand',
      'This organisation has the brand already. Act for another one of yours to regain it.',
    )
  }
  const now = clock.now()
  const asked = {
    incumbentId: brand.organisationId,
    domain: name,
    nameServers: domain.nameServers ?? [],
    registeredAt: domain.registeredAt,
  }
  const gone = (await isFrozenOf(deps, organisationId, name))
    ? 'asker_frozen'
    : whyNot(asked, brand, domain, await historyOf(deps, domain.id), now)
  // The address that led here was taken from it in this moment.
  if (gone === 'brand_gone') return await startRecovery(deps, principal, text)
  if (gone !== null) return refuse(gone, whatStands[gone](name))
  const personId = await personOf(deps, principal)
  const wait = await waitOf(deps, organisationId, personId)
  if (wait > 0) {
    return refuse(
      'too_many_recoveries',
      `You have asked to regain brands ${recoveryQuota.perAsker} times within a year. Write to whoever runs this registry.`,
      Math.ceil(wait / second),
    )
  }
  const isTold = await maySayAgain(deps, brand.id)
  const recovery: Recovery = {
    id: newId(random, 'rec'),
    organisationId,
    ...asked,
    brandId: brand.id,
    domainId: domain.id,
    registrableDomain: domain.registrableDomain,
    personId,
    state: 'waiting',
    reason: null,
    token: randomText(random, 20),
    seenSince: null,
    lastSeenAt: null,
    lookedAt: null,
    warnedAt: isTold ? now : null,
    upheldAt: null,
    expiresAt: now + lifetimes.challenge,
    createdAt: now,
    updatedAt: now,
  }
  const decision = {
    act: 'recovery.asked',
    subject: recovery.id,
    actor: principal.pseudonym,
    at: now,
    values: { domain: name },
  }
  const { id: subject, registrableDomain: target } = recovery
  const telling = isTold ? await tellOf(deps, recovery, 'asked') : null
  const written = await db.write([
    db.orm.insert(recoveries).values(recovery),
    ...(await leafOf(deps, decision, null)),
    enqueue(deps, { kind: 'look-recovery', subject, target, dueAt: now }),
    ...(telling?.statements ?? []),
  ])
  if (written.written) {
    await telling?.hurry()
    await sendLater(deps, 'look-recovery', subject)
    return ok(recovery)
  }
  if (!written.violated.startsWith('recoveries.')) {
    throw new Error(`Asking for a recovery failed on ${written.violated}`)
  }
  return refuse('recovery_open', `You have asked to regain the brand at ${name} already, and that is open.`)
}

const whatStands: Readonly<Record<Exclude<GoneReason, 'brand_gone'>, (name: string) => string>> = {
  domain_not_proved: (name) =>
    `${name} is not proved at present, so nobody needs to be asked: register a brand, and prove the domain.`,
  proof_too_young: (name) =>
    `${name} has not been proved by DNS for 30 days without a break, and only such a domain regains its brand. Prove it: the name passes to you when the other proof ends.`,
  name_servers_changed: (name) =>
    `The name servers of ${name} have changed lately, or are not known. Ask again once they have stayed for 30 days.`,
  registration_changed: (name) =>
    `The registry says that ${name} was registered anew. Register a brand, and prove the domain: nothing of its former owner's passes.`,
  asker_frozen: (name) =>
    `Your organisation's ${name} was frozen by a moderator, and regaining it would undo that.`,
}

/** The owner behind a key or a session; null behind a key that the operator made. */
async function personOf({ db }: Seams, { membershipId }: Principal): Promise<string | null> {
  if (membershipId === null) return null
  const [row] = await db.orm
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
  return row?.personId ?? null
}

/** Until the next may be asked for. Organisations cost nothing, so people are counted, too. */
async function waitOf(
  { db, clock }: Seams,
  organisationId: string,
  personId: string | null,
): Promise<number> {
  const own = eq(recoveries.organisationId, organisationId)
  const asker = personId === null ? own : or(own, eq(recoveries.personId, personId))
  const recent = await db.orm
    .select({ createdAt: recoveries.createdAt })
    .from(recoveries)
    .where(and(asker, gt(recoveries.createdAt, clock.now() - recoveryQuota.within)))
    .orderBy(desc(recoveries.createdAt))
    .limit(recoveryQuota.perAsker)
  const last = recent[recoveryQuota.perAsker - 1]
  return last === undefined ? 0 : last.createdAt + recoveryQuota.within - clock.now()
}

/** Nobody is to be tired of warnings by those who ask and show nothing: a token that is seen is told of in any case. */
async function maySayAgain({ db, clock }: Seams, brandId: string): Promise<boolean> {
  const since = clock.now() - recoveryQuota.warningsWithin
  const asked = and(eq(recoveries.brandId, brandId), gt(recoveries.createdAt, since))
  const told = and(asked, isNotNull(recoveries.warnedAt), inArray(recoveries.state, ['waiting', 'ended']))
  const [row] = await db.orm.select({ told: count() }).from(recoveries).where(told)
  return (row?.told ?? 0) < recoveryQuota.warnings
}

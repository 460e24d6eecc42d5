import { and, eq } from 'drizzle-orm'
import { attemptOf, recordAttempts } from '#brands/attempt.ts'
import { askRegistry, type Registration } from '#brands/look-continuity.ts'
import { nextTry } from '#brands/patience.ts'
import { expireDomain } from '#brands/settle-domain.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { day } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lookAt, type Look } from '#challenges/look.ts'
import { dnsTxt } from '#challenges/methods/dns-txt.ts'
import { nameServersOf } from '#challenges/name-servers.ts'
import { longestNegativeTtl } from '#challenges/retry-after.ts'
import { brands, recoveries } from '#db/schema.ts'
import { drawHopedFor, drawLooks } from '#jobs/budget.ts'
import { finish, postpone, sendLater, type Job } from '#jobs/queue.ts'
import { headOf } from '#log/leaf.ts'
import { challengeFor } from './challenge-for.ts'
import { historyOf, isContestedByOthers, isFrozenOf } from './read-standing.ts'
import { isOpen, settleRecovery, type Recovery, type RecoveryFinding } from './recovery.ts'
import { whyNot } from './standing.ts'
import { storeRecovery } from './store-recovery.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'net' | 'queue' | 'site'>

/** Of those who come between, or meet in one brand. */
const triesMax = 10

/** A look at a recovery: its token, the zone it stands in, the registration, and whatever else it rests on. */
export async function lookRecovery(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const recovery = await find(deps, job.subject)
  if (recovery === null || !isOpen(recovery)) return
  const wait = await drawFor(deps, recovery)
  if (wait > 0) {
    await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError: 'target_busy' })])
    return
  }
  const domain = await expireDomain(deps, recovery.domainId)
  const [look, nameServers, registration] = await Promise.all([
    lookAt(deps, dnsTxt, challengeFor(deps, recovery)),
    nameServersOf(deps.net, domain),
    recovery.registeredAt === null ? null : askRegistry(deps, domain),
  ])
  const after = await settle(deps, job.subject, look, { nameServers, registration })
  if (!isOpen(after)) {
    await db.write([finish(deps, job)])
    return
  }
  await db.write([postpone(deps, job, { dueAt: nextLookAt(deps, after, look), lastError: null })])
  if (after.state === 'waiting') await sendLater(deps, 'look-recovery', after.id)
}

type Zone = {
  readonly nameServers: readonly string[] | null
  /** Null where it never was learnt. */
  readonly registration: Registration | null
}

async function settle(deps: Seams, id: string, look: Look, zone: Zone): Promise<Recovery> {
  const evidence = recordAttempts(deps, id, [attemptOf(look, deps.clock.now())])
  for (let tried = 0; tried < triesMax; tried += 1) {
    const head = await headOf(deps.db, id)
    const before = await find(deps, id)
    if (before === null || !isOpen(before)) throw new Error(`Recovery ${id} ended during its look`)
    const rest = await restOf(deps, before, zone)
    const after = settleRecovery(before, { token: look.finding.kind, rest }, deps.clock.now())
    const transition = { before, after, head, actor: 'system' }
    const outcome = await storeRecovery(deps, transition, evidence)
    if (outcome === 'stored') return after
    if (outcome === 'raced') continue
    // Two show a token for one brand, and no look tells whose it is: a person decides on the first, the other waits.
    if (look.finding.kind === 'proved') await disputeTheFirst(deps, before.brandId)
    const waits = { ...before, lookedAt: deps.clock.now() }
    if ((await storeRecovery(deps, { ...transition, after: waits }, evidence)) === 'stored') return waits
  }
  throw new Error(`Recovery ${id} could not be settled`)
}

async function disputeTheFirst(deps: Seams, brandId: string): Promise<void> {
  const shown = and(eq(recoveries.brandId, brandId), eq(recoveries.state, 'watching'))
  const [first] = await deps.db.orm.select().from(recoveries).where(shown)
  if (first === undefined || first.upheldAt !== null) return
  const head = await headOf(deps.db, first.id)
  const [before] = await deps.db.orm.select().from(recoveries).where(eq(recoveries.id, first.id))
  if (before?.state !== 'watching') return
  const after: Recovery = { ...before, state: 'disputed', reason: 'contested', updatedAt: deps.clock.now() }
  // Whoever came between has decided, or looks again within hours: so do we.
  await storeRecovery(deps, { before, after, head, actor: 'system' })
}

async function restOf(deps: Seams, recovery: Recovery, zone: Zone): Promise<RecoveryFinding['rest']> {
  const domain = await expireDomain(deps, recovery.domainId)
  const [brand] = await deps.db.orm.select().from(brands).where(eq(brands.id, recovery.brandId))
  if (brand === undefined) return { kind: 'gone', reason: 'brand_gone' }
  const history = await historyOf(deps, domain.id)
  const reason = (await isFrozenOf(deps, recovery.organisationId, recovery.domain))
    ? 'asker_frozen'
    : whyNot(recovery, brand, domain, history, deps.clock.now())
  if (reason !== null) return { kind: 'gone', reason }
  const { nameServers, registration } = zone
  if (nameServers?.some((server) => !recovery.nameServers.includes(server)) === true) {
    return { kind: 'gone', reason: 'name_servers_changed' }
  }
  if (registration !== null && 'date' in registration && isNewer(registration.date, recovery.registeredAt)) {
    return { kind: 'gone', reason: 'registration_changed' }
  }
  if (nameServers === null || (registration !== null && 'unlearnt' in registration))
    return { kind: 'unlearnt' }
  const parties = [recovery.organisationId, recovery.incumbentId]
  return { kind: 'stands', isContested: await isContestedByOthers(deps, recovery.domain, parties) }
}

/** Registries correct by hours; nobody registers a name anew within a day. */
function isNewer(date: number, known: number | null): boolean {
  return known !== null && date > known + day
}

async function find({ db }: Pick<Deps, 'db'>, id: string): Promise<Recovery | null> {
  const [recovery] = await db.orm.select().from(recoveries).where(eq(recoveries.id, id))
  return recovery ?? null
}

/** Who has shown the token has a budget that no crowd of hopes can use up. */
async function drawFor(deps: Seams, recovery: Recovery): Promise<number> {
  const { organisationId, registrableDomain: target } = recovery
  return recovery.seenSince === null
    ? await drawHopedFor(deps, organisationId, target, 'awaited', 1)
    : await drawLooks(deps, target, 'scheduled', 1)
}

/** At times that nobody can foretell once it counts; before that as for any token that somebody says is there. */
function nextLookAt({ clock, random }: Seams, recovery: Recovery, look: Look): number {
  const now = clock.now()
  if (recovery.seenSince === null) {
    return nextTry(recovery.createdAt, now, longestNegativeTtl([look]) ?? 0)
  }
  const early = ((random.bytes(1)[0] ?? 0) / 256) * lifetimes.recoveryLookSpread
  return Math.floor(now + lifetimes.betweenRecoveryLooks - early)
}

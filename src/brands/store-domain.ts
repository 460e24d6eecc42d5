import { and, eq, inArray, like, ne, or, sql } from 'drizzle-orm'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import type { Db, Statement } from '#db/open.ts'
import { brands, domains } from '#db/schema.ts'
import { enqueue, forget, hurry } from '#jobs/queue.ts'
import { keepDomainName, keepNamesOfHolders } from '#lookalikes/keep-names.ts'
import { leafOf, raced, type Head } from '#log/leaf.ts'
import { issueBadgeLater } from './badge-due.ts'
import { endOf, holdsName, isLive, isPublic, type Domain } from './domain.ts'
import { dailyLookAt } from './patience.ts'
import { tell } from './notice.ts'

export type Transition = {
  readonly before: Domain
  readonly after: Domain
  /** The before's newest leaf, read before the row was. */
  readonly head: Head | null
  readonly actor: string
}

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/**
 * Stores a decision with its leaf, address, next look and notices, or does none of it. Where nothing was decided there
 * is no leaf, and the evidence follows once the row has been refreshed.
 */
export async function storeDomain(
  seams: Seams,
  transition: Transition,
  also: readonly Statement[] = [],
): Promise<'stored' | 'raced' | 'name_taken'> {
  const { db } = seams
  const { before, after } = transition
  const update = updateOf(seams, transition)
  // Evidence alone must not put the daily look off.
  const next = after === before ? [] : [nextLook(seams, after)]
  if (!isDecision(before, after)) {
    // No leaf stands behind this update to undo the batch, so what belongs to it comes once it has taken effect.
    const refreshed = await db.write([update])
    if (!refreshed.written) throw new Error(`Refreshing a domain failed on ${refreshed.violated}`)
    if (refreshed.changed === 0) return 'raced'
    if (next.length + also.length > 0) await db.write([...next, ...also])
    return 'stored'
  }
  const written = await db.write([...(await decided(seams, transition)), ...also])
  if (written.written) return 'stored'
  if (raced(written.violated)) return 'raced'
  if (written.violated === 'domains.name') return 'name_taken'
  throw new Error(`Storing a domain failed on ${written.violated}`)
}

/** The statements of a decision, for a batch that decides more than this: all or none take effect. */
export async function decided(seams: Seams, transition: Transition): Promise<Statement[]> {
  return [
    updateOf(seams, transition),
    ...(await consequences(seams, transition)),
    nextLook(seams, transition.after),
  ]
}

function updateOf({ db }: Pick<Deps, 'db'>, { before, after }: Transition): Statement {
  const unchanged = and(
    eq(domains.id, before.id),
    eq(domains.state, before.state),
    eq(domains.updatedAt, before.updatedAt),
  )
  return db.orm.update(domains).set(changes(before, after)).where(unchanged)
}

/** Only what differs, so that of two who change different things neither undoes the other. */
function changes(before: Domain, after: Domain): Partial<Domain> {
  const entries = Object.entries(after)
  const old = new Map<string, unknown>(Object.entries(before))
  return {
    state: after.state,
    ...Object.fromEntries(entries.filter(([key, value]) => old.get(key) !== value)),
  }
}

/** A look that found what was known is kept as evidence, but decides nothing. */
function isDecision(before: Domain, after: Domain): boolean {
  return (
    before.state !== after.state ||
    before.publicFrom !== after.publicFrom ||
    before.method !== after.method ||
    before.tokenDemandedAt !== after.tokenDemandedAt ||
    before.provingChallengeId !== after.provingChallengeId
  )
}

async function consequences(seams: Seams, { before, after, head, actor }: Transition): Promise<Statement[]> {
  const { clock } = seams
  const at = clock.now()
  const values = { domain: after.name, ...(after.method === null ? {} : { method: after.method }) }
  const leaf = await leafOf(seams, { act: actOf(before, after), subject: after.id, actor, at, values }, head)
  return [
    ...leaf,
    ...address(seams.db, before, after),
    ...keepDomainName(after),
    ...keepNamesOfHolders(after.name),
    ...tell(seams, before, after, actor),
    ...continuity(seams, before, after),
    ...reading(seams, before, after),
    ...hurryWebProofs(seams, before, after),
    ...(holdsName(before) && !holdsName(after)
      ? [enqueue(seams, { kind: 'pass-domain', subject: after.name, target: null, dueAt: at })]
      : []),
    issueBadgeLater(seams, after.brandId),
    ...(await formersBadge(seams, before, after)),
  ]
}

/** Whoever had the address before, lapsed or suspended, has badges of it that must be taken back for good. */
async function formersBadge(seams: Seams, before: Domain, after: Domain): Promise<Statement[]> {
  const { db, clock } = seams
  if (!isPublic(after) || isPublic(before)) return []
  const formers = await db.orm
    .select({ id: brands.id })
    .from(brands)
    .where(and(eq(brands.slug, after.name), ne(brands.id, after.brandId)))
  const dueAt = clock.now()
  return formers.map(({ id }) => enqueue(seams, { kind: 'issue-badge', subject: id, target: null, dueAt }))
}

const pendingAgain: Partial<Record<Domain['state'], string>> = {
  contested: 'domain.contest_ended',
  proved: 'domain.maturing_ended',
}

function actOf(before: Domain, after: Domain): string {
  if (before.state === after.state) {
    if (before.tokenDemandedAt === null && after.tokenDemandedAt !== null) return 'domain.new_token_demanded'
    if (before.organisationId !== after.organisationId) return 'domain.regained'
    return before.publicFrom === after.publicFrom ? 'domain.proved_anew' : 'domain.matured'
  }
  if (after.state === 'proved' && before.organisationId !== after.organisationId) return 'domain.regained'
  if (after.state === 'proved' && before.state === 'failing') return 'domain.recovered'
  if (after.state === 'proved' && before.state === 'contested') return 'domain.passed'
  if (after.state === 'pending') return pendingAgain[before.state] ?? 'domain.reopened'
  return `domain.${after.state}`
}

/** A brand's address is its main proved domain. It outlives a lapse and a freeze, until another brand proves the name. */
function address(db: Pick<Db, 'orm'>, before: Domain, after: Domain): Statement[] {
  const { brandId, name } = after
  if (isPublic(after) && !isPublic(before)) {
    const addressLess = sql`(${brands.slug} is null or ${brands.slug} not in (
      select name from domains where brand_id = ${brandId} and state in ('proved', 'failing') and public_from is not null))`
    return [
      db.orm
        .update(brands)
        .set({ slug: null })
        .where(and(eq(brands.slug, name), ne(brands.id, brandId))),
      db.orm
        .update(brands)
        .set({ slug: name })
        .where(and(eq(brands.id, brandId), addressLess)),
    ]
  }
  if (!isPublic(before) || isPublic(after)) return []
  const next = sql`(select name from domains where brand_id = ${brandId} and state in ('proved', 'failing')
    and public_from is not null order by first_proved_at limit 1)`
  const otherwise = after.state === 'lapsed' || after.state === 'suspended' ? name : null
  return [
    db.orm
      .update(brands)
      .set({ slug: sql`coalesce(${next}, ${otherwise})` })
      .where(and(eq(brands.id, brandId), eq(brands.slug, name))),
  ]
}

/** Whose it is is looked at as long as it is proved: at once, and at once when its zone is to be learnt anew. */
function continuity(seams: Seams, before: Domain, after: Domain): Statement[] {
  const isRenewed = before.tokenDemandedAt !== null && after.tokenDemandedAt === null
  if (isLive(before) === isLive(after) && !isRenewed) return []
  const { id: subject, registrableDomain: target } = after
  return isLive(after)
    ? [enqueue(seams, { kind: 'look-continuity', subject, target, dueAt: seams.clock.now() })]
    : [forget(seams, 'look-continuity', subject)]
}

/** Its site is read from when the public sees it; once more when that ends, to forget what it listed. */
function reading(seams: Seams, before: Domain, after: Domain): Statement[] {
  if (isPublic(before) === isPublic(after)) return []
  const { id: subject, registrableDomain: target } = after
  return [enqueue(seams, { kind: 'look-site', subject, target, dueAt: seams.clock.now() })]
}

/** Others' web proofs of this name and below yield to its DNS proof: when it begins or ends they are looked at now. */
function hurryWebProofs(seams: Seams, before: Domain, after: Domain): Statement[] {
  const ranks = (domain: Domain) => isLive(domain) && domain.strength === 'dns'
  if (ranks(before) === ranks(after)) return []
  const yielding = and(
    eq(domains.registrableDomain, after.registrableDomain),
    eq(domains.strength, 'web'),
    ne(domains.organisationId, after.organisationId),
    inArray(domains.state, ['proved', 'failing', 'contested']),
    or(eq(domains.name, after.name), like(domains.name, `%.${after.name}`)),
  )
  return [
    seams.db.orm.update(domains).set({ lookedAt: null }).where(yielding),
    hurry(seams, 'look-domain', seams.db.orm.select({ id: domains.id }).from(domains).where(yielding)),
  ]
}

function nextLook(seams: Seams, after: Domain): Statement {
  const dueAt = nextLookAt(seams, after)
  if (dueAt === null) return forget(seams, 'look-domain', after.id)
  const { id: subject, registrableDomain: target } = after
  return enqueue(seams, { kind: 'look-domain', subject, target, dueAt })
}

/** Daily, spread so that looks do not bunch; sooner when the proof ends or a token is awaited sooner. */
export function nextLookAt(
  { clock, random }: Pick<Seams, 'clock' | 'random'>,
  domain: Domain,
): number | null {
  const early = ((random.bytes(1)[0] ?? 0) / 256) * lifetimes.dailyLookSpread
  const daily = Math.max(clock.now(), Math.floor(dailyLookAt(domain) - early))
  const times = [
    ...(isLive(domain) ? [daily, endOf(domain) ?? Infinity] : []),
    ...(domain.tryAt === null ? [] : [domain.tryAt]),
  ]
  return times.length === 0 ? null : Math.min(...times)
}

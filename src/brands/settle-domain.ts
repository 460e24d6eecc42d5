import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Statement } from '#db/open.ts'
import { domains } from '#db/schema.ts'
import { headOf } from '#log/leaf.ts'
import { newestChallenge, type StoredChallenge } from './challenge.ts'
import { contest, expire, pass, settle, type Domain, type SeenProof } from './domain.ts'
import { awaiting, awaitingNothing } from './patience.ts'
import { storeDomain } from './store-domain.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** What was looked for and seen. */
export type Seen = {
  readonly looks: readonly SeenProof[]
  /** Belongs to the looks, and is stored with what they decide. */
  readonly evidence?: readonly Statement[]
  /** Seconds for which resolvers keep their "no". */
  readonly negativeTtl?: number | null
  /** The proof itself was looked at. */
  readonly isDaily?: boolean
  /** The owner says that the newest token is published, so we look on by ourselves until it is seen. */
  readonly isReady?: boolean
}

/** Decides what looks make of a domain and stores it with their evidence; gives the domain as it is then. */
export async function settleDomain(
  seams: Seams,
  id: string,
  actor: string,
  { looks, evidence = [], negativeTtl = null, isDaily = false, isReady = false }: Seen,
): Promise<Domain> {
  return await decide(seams, id, actor, evidence, async (before) => {
    const now = seams.clock.now()
    const readyAt = isReady ? now : before.readyAt
    const held = before.state === 'pending' ? null : before.provingChallengeId
    const isHeld = (look: SeenProof) => look.challengeId === held
    const newest = readyAt === null && looks.every(isHeld) ? null : await newestChallenge(seams, id)
    // A look that began before a fresh challenge was issued must not revive what that one replaced.
    const current = looks.filter((look) => isHeld(look) || look.challengeId === newest?.id)
    const decided = settle(before, current, now)
    const after = isDaily ? { ...decided, lookedAt: lookedAt(looks, now) } : decided
    if (before.state === 'pending' && after.state === 'proved') await clearTheName(seams, after.name)
    if (readyAt === null || newest === null || !isAwaited(after, newest)) return awaitingNothing(after)
    // The token that holds the proof may be put back whenever the proof stands.
    const end = newest.id === after.provingChallengeId ? Infinity : newest.expiresAt
    return awaiting(after, readyAt, now, negativeTtl ?? 0, end)
  })
}

/** Silence is no look at the proof: it is made again within two hours, and not only after a day. */
function lookedAt(looks: readonly SeenProof[], now: number): number {
  const isSilent = looks.every(({ finding }) => finding.kind === 'unreachable')
  return isSilent ? now - lifetimes.betweenDailyLooks + lifetimes.afterSilence : now
}

/** Whether the newest token could still do something that it has not done. */
function isAwaited({ state, provingChallengeId }: Domain, newest: StoredChallenge): boolean {
  if (state === 'pending' || state === 'failing') return true
  return (state === 'proved' || state === 'contested') && provingChallengeId !== newest.id
}

/** Lets time act on a domain, without a look. */
export async function expireDomain(seams: Seams, id: string): Promise<Domain> {
  return await decide(seams, id, 'system', [], (before) => expire(before, seams.clock.now()))
}

/** The name passes to whoever has contested it longest and is still proved; to nobody when nobody is. */
export async function passDomain(seams: Seams, name: string): Promise<void> {
  // Else each of many contesters would store all the others anew.
  if ((await holdersOf(seams, name)).length > 0) return
  const contesters = await seams.db.orm
    .select()
    .from(domains)
    .where(and(eq(domains.name, name), eq(domains.state, 'contested')))
    .orderBy(asc(domains.contestedSince), asc(domains.id))
  for (const contester of contesters) {
    const after = await decide(seams, contester.id, 'system', [], (before) =>
      pass(expire(before, seams.clock.now()), seams.clock.now()),
    )
    if (after.state === 'proved') return
  }
}

/** Loads, decides and stores until nobody came between. A name taken in that moment makes the taker a contester. */
export async function decide(
  seams: Seams,
  id: string,
  actor: string,
  also: readonly Statement[],
  decision: (before: Domain) => Domain | Promise<Domain>,
): Promise<Domain> {
  for (;;) {
    const head = await headOf(seams.db, id)
    const [before] = await seams.db.orm.select().from(domains).where(eq(domains.id, id))
    if (before === undefined) throw new Error(`Domain ${id} is gone`)
    let after = await decision(before)
    if (after === before && also.length === 0) return before
    let outcome = await storeDomain(seams, { before, after, head, actor }, also)
    if (outcome === 'name_taken') {
      after = contest({ ...after, contestedSince: before.contestedSince }, seams.clock.now())
      outcome = await storeDomain(seams, { before, after, head, actor }, also)
    }
    if (outcome === 'stored') return after
  }
}

/** A proof that is over holds no name, and whoever waited for it comes first, even before their jobs have said so. */
async function clearTheName(seams: Seams, name: string): Promise<void> {
  for (const holder of await holdersOf(seams, name)) await expireDomain(seams, holder.id)
  await passDomain(seams, name)
}

async function holdersOf({ db }: Seams, name: string): Promise<readonly { id: string }[]> {
  return await db.orm
    .select({ id: domains.id })
    .from(domains)
    .where(and(eq(domains.name, name), inArray(domains.state, ['proved', 'failing'])))
}

import { and, asc, eq, inArray, isNull, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { hour, minute, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import type { Statement } from '#db/open.ts'
import { jobs } from '#db/schema.ts'

export const jobKinds = [
  'look-domain',
  'look-continuity',
  'look-claim',
  'look-site',
  'look-recovery',
  'pass-domain',
  'issue-badge',
  'draw-badge',
  'reissue-badges',
  'send-mail',
  'sweep-sign-ins',
  'fill-names',
] as const
export type JobKind = (typeof jobKinds)[number]

/** What must happen later. One row a kind and subject: asking twice moves its time, nothing more. */
export type Later = {
  readonly kind: JobKind
  readonly subject: string
  /** Registrable domain a look goes to; null for work inside the house. */
  readonly target: string | null
  readonly dueAt: number
}

export type Job = Later & { readonly id: string; readonly leaseId: string; readonly attempts: number }

/** Belongs in the batch of the decision that makes the work necessary. Whoever held the job loses his lease. */
export function enqueue(
  { db, clock, random }: Pick<Deps, 'db' | 'clock' | 'random'>,
  later: Later,
): Statement {
  const free = {
    dueAt: later.dueAt,
    leaseId: null,
    leasedUntil: 0,
    queuedUntil: 0,
    attempts: 0,
    lastError: null,
  }
  return db.orm
    .insert(jobs)
    .values({ id: newId(random, 'job'), ...later, ...free, createdAt: clock.now() })
    .onConflictDoUpdate({ target: [jobs.kind, jobs.subject], set: free })
}

/** As `enqueue`, but leaves what is there as it is. */
export function ensure(deps: Pick<Deps, 'db' | 'clock' | 'random'>, later: Later): Statement {
  const { db, clock, random } = deps
  const free = { leasedUntil: 0, queuedUntil: 0, attempts: 0 }
  return db.orm
    .insert(jobs)
    .values({ id: newId(random, 'job'), ...later, ...free, createdAt: clock.now() })
    .onConflictDoNothing()
}

/** Which jobs to take: what is due, a due one, or a subject's whenever it is due. */
export type Take =
  | { readonly limit: number }
  | { readonly id: string }
  | { readonly kind: JobKind; readonly subject: string }

/** Takes free jobs for `lifetimes.jobLease`. Two takers never get the same job. */
export async function lease(
  { db, clock, random }: Pick<Deps, 'db' | 'clock' | 'random'>,
  take: Take,
): Promise<readonly Job[]> {
  const now = clock.now()
  const rows = await db.orm
    .update(jobs)
    .set({
      leaseId: newId(random, 'job'),
      leasedUntil: now + lifetimes.jobLease,
      attempts: sql`${jobs.attempts} + 1`,
    })
    .where(and(lte(jobs.leasedUntil, now), chosen({ db }, take, now)))
    .returning()
  return rows.flatMap((row) => {
    const kind = jobKinds.find((known) => known === row.kind)
    if (kind === undefined || row.leaseId === null) return []
    return { ...row, kind, leaseId: row.leaseId }
  })
}

function chosen({ db }: Pick<Deps, 'db'>, take: Take, now: number): SQL | undefined {
  if ('subject' in take) return and(eq(jobs.kind, take.kind), eq(jobs.subject, take.subject))
  if ('id' in take) return and(eq(jobs.id, take.id), lte(jobs.dueAt, now))
  const due = and(lte(jobs.dueAt, now), lte(jobs.leasedUntil, now))
  return inArray(
    jobs.id,
    db.orm.select({ id: jobs.id }).from(jobs).where(due).orderBy(asc(jobs.dueAt)).limit(take.limit),
  )
}

/** What is lost on its way is sent again after this. */
const queuedFor = 10 * minute

/** Ids of due jobs for a queue to carry, oldest first; what is on its way already is not sent twice. */
export async function takeForQueue(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  limit: number,
): Promise<readonly string[]> {
  const now = clock.now()
  const due = and(lte(jobs.dueAt, now), lte(jobs.leasedUntil, now), lte(jobs.queuedUntil, now))
  const chosen = db.orm.select({ id: jobs.id }).from(jobs).where(due).orderBy(asc(jobs.dueAt)).limit(limit)
  const rows = await db.orm
    .update(jobs)
    .set({ queuedUntil: now + queuedFor })
    .where(inArray(jobs.id, chosen))
    .returning({ id: jobs.id })
  return rows.map((row) => row.id)
}

/** A queue's longest delay (Cloudflare Queues: 12 hours). */
const delayMax = 12 * hour

/** Has a job sent through the queue for the moment it is due, where there is a queue: cron comes by the minute. */
export async function sendLater(
  { db, clock, queue }: Pick<Deps, 'db' | 'clock' | 'queue'>,
  kind: JobKind,
  subject: string,
): Promise<void> {
  if (queue === null) return
  const now = clock.now()
  const [job] = await db.orm
    .update(jobs)
    .set({ queuedUntil: sql`${jobs.dueAt} + ${queuedFor}` })
    .where(and(eq(jobs.kind, kind), eq(jobs.subject, subject), lte(jobs.dueAt, now + delayMax)))
    .returning({ id: jobs.id, dueAt: jobs.dueAt })
  if (job !== undefined) await queue.send(job.id, Math.ceil(Math.max(0, job.dueAt - now) / second))
}

/** Belongs in the batch of the job's effect; does nothing when the lease was lost meanwhile. */
export function finish({ db }: Pick<Deps, 'db'>, job: Job): Statement {
  return db.orm.delete(jobs).where(and(eq(jobs.id, job.id), eq(jobs.leaseId, job.leaseId)))
}

export function postpone(
  { db }: Pick<Deps, 'db'>,
  job: Job,
  later: { readonly dueAt: number; readonly lastError: string | null },
): Statement {
  return db.orm
    .update(jobs)
    .set({ ...later, leaseId: null, leasedUntil: 0, queuedUntil: 0 })
    .where(and(eq(jobs.id, job.id), eq(jobs.leaseId, job.leaseId)))
}

/** Makes these subjects' jobs due now; one that is being done is left to its doer. */
export function hurry(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  kind: JobKind,
  subjects: SQLWrapper,
): Statement {
  return db.orm
    .update(jobs)
    .set({ dueAt: clock.now(), queuedUntil: 0 })
    .where(and(eq(jobs.kind, kind), inArray(jobs.subject, subjects), isNull(jobs.leaseId)))
}

/** When it will be tried; null when nobody asked for it. */
export async function awaitedAt(
  { db }: Pick<Deps, 'db'>,
  kind: JobKind,
  subject: string,
): Promise<number | null> {
  const [job] = await db.orm
    .select({ dueAt: jobs.dueAt })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), eq(jobs.subject, subject)))
  return job?.dueAt ?? null
}

export function forget({ db }: Pick<Deps, 'db'>, kind: JobKind, subject: string): Statement {
  return db.orm.delete(jobs).where(and(eq(jobs.kind, kind), eq(jobs.subject, subject)))
}

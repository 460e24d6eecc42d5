import { and, eq, sql, type SQL } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Statement } from '#db/open.ts'
import { badges } from '#db/schema.ts'
import { enqueue, finish, lease, postpone, type Job } from '#jobs/queue.ts'
import { findBrand } from '#registry/find-brand.ts'
import { credentialOf } from './credential.ts'
import { keyIdOf } from './did.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'random'>

/**
 * Signs what the registry says of a brand now and stores it with its renewal, or does neither. The surface calls it
 * directly after a decision, so that the badge is there with the answer; without a job it takes the brand's own.
 */
export async function issueBadge(deps: Seams, brandId: string, job?: Job): Promise<void> {
  const held = job ?? (await take(deps, brandId))
  // Whoever has it took it after we were called, so he reads what we would read.
  if (held === null) return
  const written = await deps.db.write(await issuing(deps, brandId, held))
  if (!written.written) throw new Error(`A badge could not be stored: ${written.violated}`)
}

/** The brand's job, taken from anyone who began before this moment: he may have read what is no longer so. */
async function take(deps: Seams, brandId: string): Promise<Job | null> {
  const what = { kind: 'issue-badge', subject: brandId } as const
  const [free] = await lease(deps, what)
  if (free !== undefined) return free
  await deps.db.write([enqueue(deps, { ...what, target: null, dueAt: deps.clock.now() })])
  return (await lease(deps, what))[0] ?? null
}

async function issuing(deps: Seams, brandId: string, job: Job): Promise<Statement[]> {
  const { db, site } = deps
  const brand = await findBrand(deps, brandId)
  const now = brand?.asOf ?? deps.clock.now()
  const credential = brand === null ? null : credentialOf(brand, site.publicUrl, now)
  if (brand === null || credential === null) {
    const remove = db.orm.delete(badges).where(and(eq(badges.brandId, brandId), stillHeld(job)))
    return [remove, finish(deps, job)]
  }
  const signer = await deps.signer.current()
  const kid = keyIdOf(site.publicUrl, signer.kid)
  const jwt = await signer.sign({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid }, credential)
  const row = {
    slug: brand.slug,
    jwt,
    kid: signer.kid,
    issuedAt: credential.iat * second,
    expiresAt: credential.exp * second,
  }
  const values = sql`select ${brandId}, ${row.slug}, ${row.jwt}, ${row.kid}, ${row.issuedAt}, ${row.expiresAt}, null, null
    where ${stillHeld(job)}`
  return [
    db.orm.insert(badges).select(values).onConflictDoUpdate({ target: badges.brandId, set: row }),
    postpone(deps, job, { dueAt: renewal(row.expiresAt, now), lastError: null }),
  ]
}

/** A later decision takes the lease away, and with it the right to store what was read before. */
function stillHeld(job: Job): SQL {
  return sql`exists (select 1 from jobs where jobs.id = ${job.id} and jobs.lease_id = ${job.leaseId})`
}

/** Some days before the end. When the proofs themselves end sooner, daily, as the looks are; at the end at last. */
function renewal(expiresAt: number, now: number): number {
  const due = Math.max(expiresAt - lifetimes.credentialRenewal, now + lifetimes.betweenDailyLooks)
  return Math.min(due, expiresAt)
}

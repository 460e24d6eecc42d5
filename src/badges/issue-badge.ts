import { and, eq, sql, type SQL } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { SigningKeys } from '#base/signer.ts'
import type { Statement } from '#db/open.ts'
import { badges, statusEntries } from '#db/schema.ts'
import { enqueue, finish, lease, postpone, sendLater, type Job } from '#jobs/queue.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { findBrand } from '#registry/find-brand.ts'
import { credentialOf } from './credential.ts'
import type { BrandCredential } from './credential-shape.ts'
import { isPaused, isPlaceTaken, revokeOthers, saysTheSame, signBadge } from './sign-badge.ts'
import { drawPlaces } from './status/status-place.ts'

const placesTried = 5

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'random' | 'queue'>

/**
 * Signs what the registry says of a brand now and stores it with its renewal, or does neither. The surface calls it
 * directly after a decision, so that the badge is there with the answer; without a job it takes the brand's own.
 */
export async function issueBadge(deps: Seams, brandId: string, job?: Job): Promise<void> {
  const held = job ?? (await take(deps, brandId))
  // Whoever has it took it after we were called, so he reads what we would read.
  if (held === null) return
  for (let tries = 1; ; tries += 1) {
    const written = await deps.db.write(await issuing(deps, brandId, held))
    if (written.written) return await sendLater(deps, 'draw-badge', brandId)
    if (!isPlaceTaken(written.violated) || tries === placesTried) {
      throw new Error(`A badge could not be stored: ${written.violated}`)
    }
  }
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
  // Whatever is decided may change the picture; the job itself sees whether it did.
  const drawing = enqueue(deps, { kind: 'draw-badge', subject: brandId, target: null, dueAt: now })
  const credential = brand === null ? null : credentialOf(brand, site.publicUrl, now)
  const revoking = isPaused(brand) ? [] : [revokeOthers(deps, [brandId], replaced(job))]
  if (brand === null || credential === null) {
    const remove = db.orm.delete(badges).where(and(eq(badges.brandId, brandId), stillHeld(job)))
    return [remove, ...revoking, drawing, finish(deps, job)]
  }
  const expiresAt = credential.exp * second
  const renewing = postpone(deps, job, { dueAt: renewal(expiresAt, now), lastError: null })
  const keys = await deps.signer.current()
  if (await stands(deps, brand, credential, keys)) return [...revoking, drawing, renewing]
  const [place] = await drawPlaces(deps, 1)
  if (place === undefined) throw new Error('No place in a status list was drawn')
  const { badge, entry } = await signBadge(keys, site.publicUrl, {
    brandId,
    slug: brand.slug,
    credential,
    place,
  })
  const row = sql`select ${brandId}, ${badge.slug}, ${badge.jwt}, ${badge.pictureJwt}, ${badge.kid},
    ${badge.issuedAt}, ${expiresAt}, ${place.list}, ${place.index} where ${stillHeld(job)}`
  const placed = sql`select ${place.list}, ${place.index}, ${brandId}, ${entry.statement}, ${expiresAt}, null
    where ${stillHeld(job)}`
  return [
    db.orm.insert(badges).select(row).onConflictDoUpdate({ target: badges.brandId, set: badge }),
    db.orm.insert(statusEntries).select(placed),
    ...revoking,
    drawing,
    renewing,
  ]
}

/** A badge that says the same until the same moment is kept: to replace it would revoke what people hold. */
async function stands(
  { db }: Seams,
  brand: PublicBrand,
  credential: BrandCredential,
  { kid }: SigningKeys,
): Promise<boolean> {
  const [held] = await db.orm.select().from(badges).where(eq(badges.brandId, brand.id))
  return (
    held !== undefined &&
    held.kid === kid &&
    held.statusList !== null &&
    held.pictureJwt !== null &&
    held.expiresAt === credential.exp * second &&
    saysTheSame(held.jwt, credential)
  )
}

function replaced(job: Job) {
  return { which: 'other statements', only: stillHeld(job) } as const
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

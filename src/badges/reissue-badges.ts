import { and, eq, notInArray } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { SigningKeys } from '#base/signer.ts'
import type { Statement } from '#db/open.ts'
import { badges, statusEntries } from '#db/schema.ts'
import { enqueue, postpone, sendLater, type Job } from '#jobs/queue.ts'
import { findBrand } from '#registry/find-brand.ts'
import { credentialOf } from './credential.ts'
import { isPaused, revokeOthers, signBadge } from './sign-badge.ts'
import { drawPlaces, type Place } from './status-place.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'random' | 'queue'>
type Held = Pick<typeof badges.$inferSelect, 'brandId' | 'jwt'>

/** Badges of one part: few enough for one turn of a Worker, and that nobody waits long for the database. */
const partSize = 250
const subject = 'all'

/** Has every badge issued anew whose key counts no more, if there is any. */
export async function seeToKeys(deps: Seams): Promise<void> {
  const [one] = await unfounded(deps, await deps.signer.current(), 1)
  if (one !== undefined) await reissueLater(deps)
}

/** The same, by a decision that tells every process of the house that something has changed. */
export async function reissueLater(deps: Seams): Promise<void> {
  await deps.db.write([
    enqueue(deps, { kind: 'reissue-badges', subject, target: null, dueAt: deps.clock.now() }),
  ])
  await sendLater(deps, 'reissue-badges', subject)
}

/** Issues one part of them, and has the next part done until none is left. */
export async function reissueBadges(deps: Seams, job: Job): Promise<void> {
  const keys = await deps.signer.current()
  const part = await unfounded(deps, keys, partSize)
  if (part.length === 0) return
  const places = await drawPlaces(deps, part.length)
  const done = await Promise.all(part.map(async (held, at) => await reissuing(deps, keys, held, places[at])))
  const entries = done.flatMap(({ entry }) => entry ?? [])
  const written = await deps.db.write([
    ...done.flatMap(({ statements }) => statements),
    ...(entries.length === 0 ? [] : [deps.db.orm.insert(statusEntries).values(entries)]),
    revokeOthers(
      deps,
      done.flatMap(({ paused, brandId }) => (paused ? [] : brandId)),
    ),
    postpone(deps, job, { dueAt: deps.clock.now(), lastError: null }),
  ])
  if (!written.written) throw new Error(`Badges could not be issued anew: ${written.violated}`)
  await sendLater(deps, 'reissue-badges', subject)
}

async function unfounded(
  { db }: Seams,
  { publicKeys }: SigningKeys,
  limit: number,
): Promise<readonly Held[]> {
  const kids = publicKeys.flatMap(({ kid }) => kid ?? [])
  return await db.orm
    .select({ brandId: badges.brandId, jwt: badges.jwt })
    .from(badges)
    .where(notInArray(badges.kid, kids))
    .limit(limit)
}

type Reissued = {
  readonly brandId: string
  readonly paused: boolean
  readonly statements: readonly Statement[]
  readonly entry?: typeof statusEntries.$inferInsert
}

/** Only in place of the badge that was found: a decision made meanwhile has issued, or will issue, its own. */
async function reissuing(
  deps: Seams,
  keys: SigningKeys,
  { brandId, jwt }: Held,
  place: Place | undefined,
): Promise<Reissued> {
  const { db, site } = deps
  const isHeld = and(eq(badges.brandId, brandId), eq(badges.jwt, jwt))
  const remove = db.orm.delete(badges).where(isHeld)
  try {
    const brand = await findBrand(deps, brandId)
    const paused = isPaused(brand)
    const credential = brand === null ? null : credentialOf(brand, site.publicUrl, brand.asOf)
    if (brand === null || credential === null || place === undefined) {
      return { brandId, paused, statements: [remove] }
    }
    const row = await signBadge(keys, site.publicUrl, { slug: brand.slug, credential, place })
    const entry = { ...place, brandId, expiresAt: row.expiresAt }
    return { brandId, paused, statements: [db.orm.update(badges).set(row).where(isHeld)], entry }
  } catch {
    // One brand's fault delays nobody else: its badge, worthless by now, goes, and its own job tells of the fault.
    const later = enqueue(deps, {
      kind: 'issue-badge',
      subject: brandId,
      target: null,
      dueAt: deps.clock.now(),
    })
    return { brandId, paused: false, statements: [remove, later] }
  }
}

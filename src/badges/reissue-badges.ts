import { and, eq, ne, not, notInArray, sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { rfc3339, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { SigningKeys } from '#base/signer.ts'
import type { Statement } from '#db/open.ts'
import { badges, statusEntries } from '#db/schema.ts'
import { enqueue, postpone, sendLater, type Job } from '#jobs/queue.ts'
import { credentialShape } from './credential-shape.ts'
import { payloadOf, revokeOthers, signBadge } from './sign-badge.ts'
import { isSet } from './status/status-list.ts'
import { drawPlaces, type Place } from './status/status-place.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'random' | 'queue'>
type Held = Pick<typeof badges.$inferSelect, 'brandId' | 'slug' | 'jwt' | 'kid'>

/** Badges of one part: few enough for one turn of a Worker, and that nobody waits long for the database. */
const partSize = 500
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

/**
 * Signs one part of them anew, and has the next part done until none is left. What they state stands: every decision
 * replaces its brand's badge, so only the signature, the beginning and the place in the status lists are new.
 */
export async function reissueBadges(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const keys = await deps.signer.current()
  const part = await unfounded(deps, keys, partSize)
  if (part.length === 0) return
  const places = await drawPlaces(deps, part.length)
  const signed = await Promise.all(part.map(async (held, at) => await resign(deps, keys, held, places[at])))
  const readable = signed.filter((each) => each !== null)
  const rows = readable.map(({ was, badge }) => ({ was, ...badge }))
  const entries = readable.map(({ entry }) => entry)
  const done = new Set(rows.map(({ brandId }) => brandId))
  const unreadable = part.flatMap(({ brandId }) => (done.has(brandId) ? [] : brandId))
  const written = await db.write([
    replacing(rows),
    ...(entries.length === 0 ? [] : [db.orm.insert(statusEntries).values(entries)]),
    // What has ended or cannot be read goes; its brand's own job sees to what is due instead.
    ...unreadable.flatMap((brandId) => [
      db.orm.delete(badges).where(and(eq(badges.brandId, brandId), ne(badges.kid, keys.kid))),
      enqueue(deps, { kind: 'issue-badge', subject: brandId, target: null, dueAt: clock.now() }),
    ]),
    revokeOthers(
      deps,
      part.map(({ brandId }) => brandId),
      { which: 'all', only: not(isSet('suspension')) },
    ),
    postpone(deps, job, { dueAt: clock.now(), lastError: null }),
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
  // By row id, so that the index on the key is all that is searched.
  const found = sql`select rowid from ${badges} where ${notInArray(badges.kid, kids)} limit ${limit}`
  return await db.orm
    .select({ brandId: badges.brandId, slug: badges.slug, jwt: badges.jwt, kid: badges.kid })
    .from(badges)
    .where(sql`rowid in (${found})`)
}

async function resign(
  { clock, site }: Seams,
  keys: SigningKeys,
  { brandId, slug, jwt, kid }: Held,
  place: Place | undefined,
) {
  const held = credentialShape.safeParse(payloadOf(jwt))
  const iat = Math.floor(clock.now() / second)
  if (!held.success || place === undefined || held.data.exp <= iat) return null
  const id = `${site.publicUrl}/badges/${slug}.jwt#${iat}`
  const credential = { ...held.data, id, iat, validFrom: rfc3339(iat * second) }
  return { was: kid, ...(await signBadge(keys, site.publicUrl, { brandId, slug, credential, place })) }
}

/** In one statement; a badge that a decision has replaced meanwhile has another key, and is left alone. */
function replacing(rows: readonly object[]): Statement {
  const dialect = new SQLiteSyncDialect()
  const query = sql`update badges set jwt = new.value ->> 'jwt', picture_jwt = new.value ->> 'pictureJwt', kid = new.value ->> 'kid',
    issued_at = new.value ->> 'issuedAt', status_list = new.value ->> 'statusList',
    status_index = new.value ->> 'statusIndex'
    from json_each(${JSON.stringify(rows)}) as new
    where badges.brand_id = new.value ->> 'brandId' and badges.kid = new.value ->> 'was'`
  return { toSQL: () => dialect.sqlToQuery(query) }
}

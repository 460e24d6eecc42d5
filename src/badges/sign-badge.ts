import { createHash } from 'node:crypto'
import { base64urlnopad } from '@scure/base'
import { and, isNull, sql, type SQL } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { SigningKeys } from '#base/signer.ts'
import type { Statement } from '#db/open.ts'
import { badges, statusEntries } from '#db/schema.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { pictureCredentialOf } from './credential.ts'
import type { BrandCredential } from './credential-shape.ts'
import { keyIdOf } from './keys/did.ts'
import { statusEntriesOf, type Place } from './status/status-place.ts'

type Entry = typeof statusEntries.$inferInsert

/** A badge to store, and its entry in the status lists. */
type Signed = {
  readonly badge: typeof badges.$inferInsert & { readonly pictureJwt: string }
  readonly entry: Entry & { readonly statement: string }
}

type ToSign = {
  readonly brandId: string
  readonly slug: string
  readonly credential: BrandCredential
  readonly place: Place
}

/** Signs what a brand's credential says, whole and as pictures carry it, for one place in the status lists. */
export async function signBadge(
  keys: SigningKeys,
  publicUrl: string,
  { brandId, slug, credential, place }: ToSign,
): Promise<Signed> {
  const header = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: keyIdOf(publicUrl, keys.kid) }
  const credentialStatus = statusEntriesOf(publicUrl, place)
  const sign = async (stated: BrandCredential) => await keys.sign(header, { ...stated, credentialStatus })
  const [jwt, pictureJwt] = await Promise.all([sign(credential), sign(pictureCredentialOf(credential))])
  const { list, index } = place
  const expiresAt = credential.exp * second
  const times = { issuedAt: credential.iat * second, expiresAt }
  return {
    badge: { brandId, slug, jwt, pictureJwt, kid: keys.kid, ...times, statusList: list, statusIndex: index },
    entry: { list, index, brandId, statement: statementOf(credential), expiresAt, revokedAt: null },
  }
}

/** Of all that a badge states but when it was seen: a renewed badge takes nothing back of the one before it. */
function statementOf({ credentialSubject }: BrandCredential): string {
  const stated = JSON.stringify(credentialSubject, (key, value: unknown) =>
    key === 'verifiedAt' ? undefined : value,
  )
  return createHash('sha256').update(stated).digest('base64url')
}

/** While it lasts, nothing is revoked, which is final: the lists say "suspended" of all that the brand has. */
export function isPaused(brand: PublicBrand | null): boolean {
  return brand !== null && (brand.frozenAt !== null || brand.verdict === 'suspended')
}

/**
 * Belongs behind what changes these brands' badges: those that state what their newest does not are revoked for good,
 * or `all` but the newest, whatever they state.
 */
export function revokeOthers(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  brandIds: readonly string[],
  { which, only }: { readonly which: 'all' | 'other statements'; readonly only?: SQL },
): Statement {
  const isNewest = sql`(${statusEntries.list} = newest.list and ${statusEntries.index} = newest."index")`
  const isSame =
    which === 'all' ? isNewest : sql`(${isNewest} or ${statusEntries.statement} = newest.statement)`
  const isKept = sql`exists (select 1 from ${badges} join status_entries as newest
    on newest.list = ${badges.statusList} and newest."index" = ${badges.statusIndex}
    where ${badges.brandId} = ${statusEntries.brandId} and ${isSame})`
  const ofThem = sql`${statusEntries.brandId} in (select value from json_each(${JSON.stringify(brandIds)}))`
  return db.orm
    .update(statusEntries)
    .set({ revokedAt: clock.now() })
    .where(and(ofThem, isNull(statusEntries.revokedAt), sql`not ${isKept}`, only))
}

/** Somebody stored the same place at the same moment: both were drawn at random, and one has to draw again. */
export function isPlaceTaken(violated: string): boolean {
  return violated.startsWith('status_entries.')
}

/** Whether a stored badge says of its subject what this credential says. */
export function saysTheSame(jwt: string, { credentialSubject }: BrandCredential): boolean {
  const held = payloadOf(jwt)
  return (
    typeof held === 'object' &&
    held !== null &&
    'credentialSubject' in held &&
    JSON.stringify(held.credentialSubject) === JSON.stringify(credentialSubject)
  )
}

/** Of a badge that this house stored; null when it cannot be read. */
export function payloadOf(jwt: string): unknown {
  try {
    const [, payload = ''] = jwt.split('.')
    return JSON.parse(new TextDecoder().decode(base64urlnopad.decode(payload)))
  } catch {
    return null
  }
}

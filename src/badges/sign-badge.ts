import { base64urlnopad } from '@scure/base'
import { and, isNull, sql, type SQL } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { SigningKeys } from '#base/signer.ts'
import type { Statement } from '#db/open.ts'
import { badges, statusEntries } from '#db/schema.ts'
import type { PublicBrand } from '#registry/answer.ts'
import type { BrandCredential } from './credential-shape.ts'
import { keyIdOf } from './did.ts'
import { statusEntriesOf, type Place } from './status-place.ts'

type BadgeRow = Omit<typeof badges.$inferInsert, 'brandId' | 'statusList' | 'statusIndex'> & {
  readonly statusList: number
  readonly statusIndex: number
}

/** The badge to store of what a brand's credential says, at its place in the status lists. */
export async function signBadge(
  keys: SigningKeys,
  publicUrl: string,
  { slug, credential, place }: { slug: string; credential: BrandCredential; place: Place },
): Promise<BadgeRow> {
  const kid = keyIdOf(publicUrl, keys.kid)
  const jwt = await keys.sign(
    { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid },
    { ...credential, credentialStatus: statusEntriesOf(publicUrl, place) },
  )
  return {
    slug,
    jwt,
    kid: keys.kid,
    issuedAt: credential.iat * second,
    expiresAt: credential.exp * second,
    statusList: place.list,
    statusIndex: place.index,
  }
}

/** While it lasts, nothing is revoked, which is final: the lists say "suspended" of all that the brand has. */
export function isPaused(brand: PublicBrand | null): boolean {
  return brand !== null && (brand.frozenAt !== null || brand.verdict === 'suspended')
}

/** Belongs behind what changes these brands' badges: what is not their newest is revoked for good. */
export function revokeOthers(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  brandIds: readonly string[],
  only?: SQL,
): Statement {
  const isNewest = sql`exists (select 1 from ${badges} where ${badges.brandId} = ${statusEntries.brandId}
    and ${badges.statusList} = ${statusEntries.list} and ${badges.statusIndex} = ${statusEntries.index})`
  const ofThem = sql`${statusEntries.brandId} in (select value from json_each(${JSON.stringify(brandIds)}))`
  return db.orm
    .update(statusEntries)
    .set({ revokedAt: clock.now() })
    .where(and(ofThem, isNull(statusEntries.revokedAt), sql`not ${isNewest}`, only))
}

/** Somebody stored the same place at the same moment: both were drawn at random, and one has to draw again. */
export function isPlaceTaken(violated: string): boolean {
  return violated.startsWith('status_entries.')
}

/** Whether a stored badge says of its subject what this credential says. */
export function sameStatement(jwt: string, { credentialSubject }: BrandCredential): boolean {
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

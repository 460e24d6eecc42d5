import { desc, eq, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { newId, randomText } from '#base/random.ts'
import type { Challenge } from '#challenges/method.ts'
import { challenges } from '#db/schema.ts'
import type { Domain } from './domain.ts'

export type StoredChallenge = typeof challenges.$inferSelect

/** A fresh token of 160 bit, drawn after the request and never issued twice. */
export function newChallenge(
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  domainId: string,
): StoredChallenge {
  const issuedAt = clock.now()
  const expiresAt = issuedAt + lifetimes.challenge
  return { id: newId(random, 'ch'), domainId, token: randomText(random, 20), issuedAt, expiresAt }
}

/** The challenge to publish: a domain's newest, of several in one moment the last that was stored. */
export async function newestChallenge(
  { db }: Pick<Deps, 'db'>,
  domainId: string,
): Promise<StoredChallenge | null> {
  const [newest] = await db.orm
    .select()
    .from(challenges)
    .where(eq(challenges.domainId, domainId))
    .orderBy(desc(challenges.issuedAt), sql`rowid desc`)
    .limit(1)
  return newest ?? null
}

/** The challenge that holds a domain's proof, however many came after it. */
export async function provingChallenge(
  { db }: Pick<Deps, 'db'>,
  { provingChallengeId }: Pick<Domain, 'provingChallengeId'>,
): Promise<StoredChallenge | null> {
  if (provingChallengeId === null) return null
  const [proving] = await db.orm.select().from(challenges).where(eq(challenges.id, provingChallengeId))
  return proving ?? null
}

/** What methods need to know: the token with the domain and organisation that it is bound to. */
export function bind(
  { site }: Pick<Deps, 'site'>,
  domain: Pick<Domain, 'id' | 'name' | 'registrableDomain' | 'organisationId'>,
  stored: Pick<StoredChallenge, 'id' | 'token' | 'expiresAt'>,
): Challenge {
  const { hostname } = new URL(site.publicUrl)
  return {
    id: stored.id,
    domain: domain.name,
    registrableDomain: domain.registrableDomain,
    organisationId: domain.organisationId,
    domainId: domain.id,
    token: stored.token,
    expiresAt: stored.expiresAt,
    issuerHost: /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname,
  }
}

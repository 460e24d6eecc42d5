import { desc, eq } from 'drizzle-orm'
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

/** A domain's challenges, newest first: the first is the one to publish, another may still hold the proof. */
export async function challengesOf(
  { db }: Pick<Deps, 'db'>,
  domainId: string,
): Promise<readonly StoredChallenge[]> {
  return await db.orm
    .select()
    .from(challenges)
    .where(eq(challenges.domainId, domainId))
    .orderBy(desc(challenges.issuedAt), desc(challenges.id))
    .limit(20)
}

/** What methods need to know: the token with the domain and organisation that it is bound to. */
export function bind({ site }: Pick<Deps, 'site'>, domain: Domain, stored: StoredChallenge): Challenge {
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

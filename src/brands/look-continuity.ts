import { eq } from 'drizzle-orm'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { nameServersOf } from '#challenges/name-servers.ts'
import { rdapServerOf, registeredAt } from '#challenges/registration.ts'
import { domains } from '#db/schema.ts'
import { drawLooks } from '#jobs/budget.ts'
import { postpone, type Job } from '#jobs/queue.ts'
import { followNameServers, followRegistration } from './continuity.ts'
import { isLive, type Domain } from './domain.ts'
import { decide } from './settle-domain.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'net'>

/**
 * The daily look at whether a proved name is still whose it was: its zone's name servers, and its registry's date.
 * What cannot be learnt changes nothing.
 */
export async function lookContinuity(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const [domain] = await db.orm.select().from(domains).where(eq(domains.id, job.subject))
  if (domain === undefined || !isLive(domain)) return
  const wait = await drawLooks(deps, domain.registrableDomain, 'scheduled', 1)
  if (wait > 0) {
    await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError: 'target_busy' })])
    return
  }
  const [nameServers, registration] = await Promise.all([
    nameServersOf(deps.net, domain),
    askRegistry(deps, domain),
  ])
  const after = await decide(deps, domain.id, 'system', [], (before) => {
    if (!isLive(before)) return before
    const moved = followNameServers(before, nameServers, clock.now())
    return 'date' in registration ? followRegistration(moved, registration.date, clock.now()) : moved
  })
  if (!isLive(after)) return
  const dueAt = clock.now() + lifetimes.betweenDailyLooks
  const lastError = 'unlearnt' in registration ? registration.unlearnt : null
  await db.write([postpone(deps, job, { dueAt, lastError })])
}

export type Registration = { readonly date: number } | { readonly unlearnt: string }

/** A date that would freeze a brand is asked for twice. */
export async function askRegistry(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'net'>,
  domain: Domain,
): Promise<Registration> {
  const server = await rdapServerOf(deps, domain.registrableDomain)
  if (server === null) return { unlearnt: 'no_rdap_server' }
  if ((await drawLooks(deps, registrable(server.hostname), 'registry', 2)) > 0) {
    return { unlearnt: 'rdap_server_busy' }
  }
  const date = await registeredAt(deps, server, domain.registrableDomain)
  if (date === null) return { unlearnt: 'registration_not_learnt' }
  const isSurprise = followRegistration(domain, date, deps.clock.now()).state === 'suspended'
  if (isSurprise && (await registeredAt(deps, server, domain.registrableDomain, 'second')) !== date) {
    return { unlearnt: 'registration_not_confirmed' }
  }
  return { date }
}

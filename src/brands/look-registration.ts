import { eq } from 'drizzle-orm'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { rdapServerOf, registeredAt } from '#challenges/registration.ts'
import { domains } from '#db/schema.ts'
import { drawLooks } from '#jobs/budget.ts'
import { postpone, type Job } from '#jobs/queue.ts'
import { followRegistration } from './continuity.ts'
import { decide } from './settle-domain.ts'
import { isLive } from './store-domain.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'net'>

/** The daily question to the registry: a name registered anew is frozen at once. What cannot be learnt changes nothing. */
export async function lookRegistration(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const [domain] = await db.orm.select().from(domains).where(eq(domains.id, job.subject))
  if (domain === undefined || !isLive(domain)) return
  const dueAt = clock.now() + lifetimes.betweenDailyLooks
  const later = async (at: number, lastError: string | null) =>
    void (await db.write([postpone(deps, job, { dueAt: at, lastError })]))

  const server = await rdapServerOf(deps, domain.registrableDomain)
  if (server === null) return await later(dueAt, 'no_rdap_server')
  // Two looks: a date that would freeze a brand is asked for twice.
  const wait = await drawLooks(deps, registrable(server.hostname), 'scheduled', 2)
  if (wait > 0) return await later(clock.now() + wait, 'target_busy')
  const registered = await registeredAt(deps, server, domain.registrableDomain)
  if (registered === null) return await later(dueAt, 'registration_not_learnt')
  const isSurprise = followRegistration(domain, registered, clock.now()).state === 'suspended'
  if (isSurprise && (await registeredAt(deps, server, domain.registrableDomain, 'second')) !== registered) {
    return await later(dueAt, 'registration_not_confirmed')
  }
  const after = await decide(deps, domain.id, 'system', [], (before) =>
    isLive(before) ? followRegistration(before, registered, clock.now()) : before,
  )
  if (isLive(after)) await later(dueAt, null)
}

import type { Deps } from '#base/deps.ts'
import type { MethodName } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import { drawLooks } from '#jobs/budget.ts'
import { postpone, type Job } from '#jobs/queue.ts'
import { attemptOf, recordAttempts } from './attempt.ts'
import { provingChallenge } from './challenge.ts'
import { lookWith } from './check-domain.ts'
import { expireDomain, settleDomain } from './settle-domain.ts'
import { nextLookAt } from './store-domain.ts'

/** The daily look at a domain that is proved, failing or contested. A proof may move to another method unharmed. */
export async function lookDomain(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'net' | 'site'>,
  job: Job,
): Promise<void> {
  const { db, clock } = deps
  const domain = await expireDomain(deps, job.subject)
  const { method } = domain
  const stored = await provingChallenge(deps, domain)
  if (method === null || stored === null || !['proved', 'failing', 'contested'].includes(domain.state)) return
  const others = (Object.keys(methods) as MethodName[]).filter((name) => name !== method)
  const wait = await drawLooks(deps, domain.registrableDomain, 'scheduled', 1 + others.length)
  if (wait > 0) {
    await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError: 'target_busy' })])
    return
  }
  const held = await lookWith(deps, domain, stored, [method])
  const looks = held.some((look) => look.finding.kind === 'refused')
    ? [...held, ...(await lookWith(deps, domain, stored, others))]
    : held
  const settled = await settleDomain(
    deps,
    domain.id,
    'system',
    looks.map((look) => ({ ...look, challengeId: stored.id })),
    recordAttempts(
      deps,
      domain.id,
      looks.map((look) => attemptOf(look, clock.now())),
    ),
  )
  // A change has moved the job already and taken our lease, so this is for the look that changed nothing.
  await db.write([postpone(deps, job, { dueAt: nextLookAt(deps, settled), lastError: null })])
}

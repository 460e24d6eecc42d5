import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Look } from '#challenges/look.ts'
import { methodNames } from '#challenges/method.ts'
import { longestNegativeTtl } from '#challenges/retry-after.ts'
import { drawHopedFor, drawLooks } from '#jobs/budget.ts'
import { postpone, sendLater, type Job } from '#jobs/queue.ts'
import { attemptOf, recordAttempts } from './attempt.ts'
import { newestChallenge, provingChallenge, type StoredChallenge } from './challenge.ts'
import { isLive, type Domain } from './domain.ts'
import { lookForToken, seenWith } from './look-for-token.ts'
import { dailyLookAt } from './patience.ts'
import { expireDomain, settleDomain } from './settle-domain.ts'
import { nextLookAt } from './store-domain.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'net' | 'site' | 'queue'>

/** A look by schedule: daily for what is proved, and sooner for a token whose owner says that it is published. */
export async function lookDomain(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const domain = await expireDomain(deps, job.subject)
  const target = domain.registrableDomain
  const proving = await tokenHeld(deps, domain)
  const awaited = await tokenAwaited(deps, domain)
  // Refused by its own method, a proof is looked for by all the others.
  const wait = proving === null ? 0 : await drawLooks(deps, target, 'scheduled', methodNames.length)
  if (wait > 0) {
    await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError: 'target_busy' })])
    return
  }
  const held = proving === null ? [] : await lookForProof(deps, domain, proving)
  // The same token has been looked for by now, by every method if its own refused.
  const again = awaited === null || awaited.id === proving?.id
  // Whoever hopes has a budget of his own, so that no crowd of them starves the proofs that stand.
  const isCrowded =
    again || (await drawHopedFor(deps, domain.organisationId, target, 'awaited', methodNames.length)) > 0
  const hoped = isCrowded ? [] : await lookForToken(deps, domain, awaited, methodNames)
  const at = clock.now()
  const settled = await settleDomain(deps, domain.id, 'system', {
    looks: [
      ...(proving === null ? [] : seenWith(proving, held)),
      ...(awaited === null ? [] : seenWith(awaited, hoped)),
    ],
    evidence: recordAttempts(deps, domain.id, [
      ...held.map((look) => attemptOf(look, at)),
      ...hoped.map((look) => attemptOf(look.finding.kind === 'proved' ? look : withoutEvidence(look), at)),
    ]),
    negativeTtl: longestNegativeTtl(hoped),
    isDaily: proving !== null,
  })
  const dueAt = nextLookAt(deps, settled)
  // A change has moved the job already and taken our lease, so this is for the look that changed nothing.
  if (dueAt !== null) await db.write([postpone(deps, job, { dueAt, lastError: null })])
  if (settled.tryAt !== null) await sendLater(deps, 'look-domain', domain.id)
}

/** The token that holds the proof, when its daily look is due. */
async function tokenHeld(deps: Seams, domain: Domain): Promise<StoredChallenge | null> {
  const isDue = deps.clock.now() >= dailyLookAt(domain) - lifetimes.dailyLookSpread
  return isLive(domain) && isDue ? await provingChallenge(deps, domain) : null
}

/** The newest token, when its owner said that it is published and nobody has seen it yet. */
async function tokenAwaited(deps: Seams, domain: Domain): Promise<StoredChallenge | null> {
  if (domain.readyAt === null) return null
  const newest = await newestChallenge(deps, domain.id)
  if (newest === null) return null
  return newest.id === domain.provingChallengeId || deps.clock.now() < newest.expiresAt ? newest : null
}

/** A proof may move to another method unharmed. */
async function lookForProof(deps: Seams, domain: Domain, proving: StoredChallenge): Promise<readonly Look[]> {
  const { method } = domain
  if (method === null) return []
  const own = await lookForToken(deps, domain, proving, [method])
  if (!own.some((look) => look.finding.kind === 'refused')) return own
  const others = methodNames.filter((name) => name !== method)
  return [...own, ...(await lookForToken(deps, domain, proving, others))]
}

/** Looks that come every few seconds and see nothing yet need no more than their outcome kept. */
function withoutEvidence(look: Look): Look {
  return { ...look, perspectives: look.perspectives.map((one) => ({ ...one, evidence: null })) }
}

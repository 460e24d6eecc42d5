import { minute, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { recordAttempts } from '#brands/attempt.ts'
import { provedNames } from '#brands/proved-names.ts'
import { drawLooks } from '#jobs/budget.ts'
import { giveTurnBack, leaveAlone, takeTurn } from '#jobs/manners.ts'
import { postpone, type Job } from '#jobs/queue.ts'
import { accountMethodNames } from '#proofs/method.ts'
import { hostOfAccount } from '#proofs/look-account.ts'
import { proofEnd } from '#registry/judge.ts'
import type { ClaimFile } from './claim-file.ts'
import { decideClaim } from './decide-claim.ts'
import { lookForProofs, type LookSeams, type SeenAccounts } from './look-at-account.ts'
import { nextAccountLookAt } from './look-times.ts'
import { spent } from './post-code.ts'
import { noteLook, type Told } from './platform-health.ts'
import { expireClaim, settleClaim } from './settle-claim.ts'

/** A host that fails is left alone for this long when it does not say for how long. */
const restAfterLimit = 15 * minute

/** The daily look at an account's standing proofs. Polite: one look at a time and host, none where rest is wanted. */
export async function lookClaim(deps: LookSeams, job: Job): Promise<void> {
  const { db, clock } = deps
  const { file } = await decideClaim(
    deps,
    job.subject,
    'system',
    () => [],
    (before) => expireClaim(before, clock.now()),
  )
  const { claim } = file
  const methods = accountMethodNames.filter((name) =>
    file.proofs.some((proof) => proof.method === name && clock.now() < proofEnd(proof)),
  )
  if (claim.state !== 'open' || methods.length === 0) return
  const later = async (wait: number, lastError: string) =>
    void (await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError })]))
  // Without a proved domain there is nothing that the account could name; its proofs go on ageing.
  const domains = await provedNames(deps, claim.brandId)
  if (domains.length === 0) return await later(lifetimes.betweenDailyLooks, 'domain_not_proved')
  const host = hostOfAccount(claim.platform, claim.handle)
  if (host === null) return await later(lifetimes.betweenDailyLooks, 'not_checkable')
  const wait = await takeTurn(deps, host)
  if (wait > 0) return await later(wait + spread(deps, wait), 'host_busy')
  try {
    const busy = await drawLooks(deps, job.target ?? host, 'scheduled', methods.length)
    if (busy > 0) return await later(busy, 'target_busy')
    const seen = await lookForProofs(deps, file, domains, methods)
    if (seen.rest !== null) await leaveAlone(deps, host, seen.rest * second || restAfterLimit)
    await settleSeen(deps, job, file, seen)
  } finally {
    await giveTurnBack(deps, host)
  }
}

async function settleSeen(deps: LookSeams, job: Job, file: ClaimFile, seen: SeenAccounts): Promise<void> {
  const { db, clock } = deps
  const forgiveSince = await noteLook(deps, file.claim, toldBy(seen))
  const believed = forgiveSince === null ? seen : withoutRefusals(seen)
  const evidence = [
    ...recordAttempts(deps, job.subject, believed.attempts),
    ...believed.looks.flatMap((look) => spent(deps, look)),
  ]
  const decided = await decideClaim(
    deps,
    job.subject,
    'system',
    () => evidence,
    (before) => settleClaim(before, { ...believed, isManual: false, forgiveSince }, clock.now()),
  )
  const dueAt = nextAccountLookAt(deps, decided.file)
  // A change has moved the job already and taken our lease, so this is for the look that changed nothing.
  if (dueAt !== null) await db.write([postpone(deps, job, { dueAt, lastError: null })])
}

/** So that a crowd which waits for one host does not come back as one. */
function spread({ random }: LookSeams, wait: number): number {
  return Math.floor(((random.bytes(1)[0] ?? 0) / 256) * (wait + 20 * second))
}

function toldBy({ looks }: SeenAccounts): Told {
  if (looks.some(({ finding }) => finding.kind === 'proved')) return 'proved'
  return looks.some(({ finding }) => finding.kind === 'refused') ? 'refused' : 'unreachable'
}

/** What a suspect platform refuses was not learnt. That a handle has another id is positively seen all the same. */
function withoutRefusals(seen: SeenAccounts): SeenAccounts {
  const detail = 'The platform refuses many accounts at once, so its answers have probably changed.'
  const isDoubted = (outcome: string, reason: string | null) =>
    outcome === 'refused' && reason !== 'handle_reassigned'
  return {
    ...seen,
    looks: seen.looks.map((look) =>
      look.finding.kind === 'refused' && isDoubted('refused', look.finding.reason)
        ? {
            ...look,
            finding: {
              kind: 'unreachable',
              reason: 'platform_suspect',
              detail,
              retryAfter: null,
              host: null,
            },
          }
        : look,
    ),
    attempts: seen.attempts.map((attempt) =>
      isDoubted(attempt.outcome, attempt.reason)
        ? { ...attempt, outcome: 'unreachable', reason: 'platform_suspect', detail }
        : attempt,
    ),
  }
}

import type { Principal } from '#auth/authenticate.ts'
import { second } from '#base/clock.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { recordAttempts, type Attempt } from '#brands/attempt.ts'
import { reserveCheck } from '#brands/manual-check.ts'
import { provedNames } from '#brands/proved-names.ts'
import { drawHopedFor } from '#jobs/budget.ts'
import { leaveAlone, wantsRest } from '#jobs/manners.ts'
import { accountMethodNames, type AccountMethodName, type ProvedName } from '#proofs/method.ts'
import { notCheckableAtAll } from '#proofs/not-checkable.ts'
import { hostOfAccount, instructAccount } from '#proofs/look-account.ts'
import { profileOf } from '#registry/judge.ts'
import { claimFile, type ClaimFile } from './claim-file.ts'
import { ownedClaim, type Claim, type ClaimUnknown } from './claim.ts'
import { decideClaim } from './decide-claim.ts'
import { lookAtHolders } from './holders.ts'
import { lookForProofs, type LookSeams } from './look-at-account.ts'
import { targetsOf } from './look-times.ts'
import { noDomain, spent } from './post-code.ts'
import { settleClaim } from './settle-claim.ts'

export type CheckClaimReason =
  | ClaimUnknown
  | 'domain_not_proved'
  | 'claim_frozen'
  | 'checked_too_soon'
  | 'target_busy'

export type CheckedClaim = {
  readonly claim: Claim
  readonly attempts: readonly Attempt[]
  readonly retryAfter: number | null
}

/** Looks now whether the account points back, by one method or all that could tell, and decides the claim by it. */
export async function checkClaim(
  deps: LookSeams,
  principal: Principal,
  id: string,
  asked: { readonly method?: AccountMethodName | undefined; readonly postUrl?: string | undefined },
): Promise<Result<CheckedClaim, CheckClaimReason>> {
  const owned = await ownedClaim(deps, principal, id)
  if (!owned.ok) return owned
  const { platform, handle, state, stateReason } = owned.value
  if (state === 'held' || stateReason === 'moderator') {
    return refuse('claim_frozen', `This claim is ${state} by a moderator, and no look changes that.`)
  }
  const file = await claimFile(deps, id)
  const domains = await provedNames(deps, file.claim.brandId)
  if (domains.length === 0) return refuse('domain_not_proved', noDomain)
  const methods = asked.method === undefined ? methodsFor(deps, file, domains, asked.postUrl) : [asked.method]
  const wait = await reserveCheck(deps, id, methods.length === 0 ? ['none'] : methods)
  if (wait > 0) {
    const detail = `${profileOf(platform, handle)} was looked at a moment ago. Ask again in ${wait} s.`
    return refuse('checked_too_soon', detail, wait)
  }
  const host = hostOfAccount(platform, handle)
  if (host === null || methods.length === 0) return ok(await notCheckable(deps, file))
  const targets = targetsOf(file.claim, asked.postUrl ?? null)
  const busy = (await wantsRest(deps, host)) || (await drawAll(deps, principal, targets, methods.length))
  if (busy > 0) {
    const detail = `${host} wants to be left alone for a while. Nothing was changed; ask again later.`
    return refuse('target_busy', detail, Math.ceil(busy / second))
  }
  const seen = await lookForProofs(deps, file, domains, methods, { postUrl: asked.postUrl ?? null })
  if (seen.rest !== null) await leaveAlone(deps, host, seen.rest * second)
  const { file: decided, isTaken } = await decideClaim(
    deps,
    id,
    principal.pseudonym,
    (taken) => [
      ...recordAttempts(
        deps,
        id,
        seen.attempts.map((attempt) => (taken ? asTaken(attempt) : attempt)),
      ),
      ...(taken ? [lookAtHolders(deps, file.claim)] : seen.looks.flatMap((look) => spent(deps, look))),
    ],
    (before) => settleClaim(before, { ...seen, isManual: true }, deps.clock.now()),
  )
  return ok({
    claim: decided.claim,
    attempts: isTaken ? seen.attempts.map(asTaken) : seen.attempts,
    retryAfter: seen.retryAfter,
  })
}

/** Gives 0 when every target grants the looks, else the milliseconds until the first that did not may. */
async function drawAll(
  deps: LookSeams,
  { organisationId }: Principal,
  targets: ReadonlySet<string>,
  looks: number,
): Promise<number> {
  for (const target of targets) {
    const wait = await drawHopedFor(deps, organisationId, target, 'manual', looks)
    if (wait > 0) return wait
  }
  return 0
}

/** All that could tell of this account; a post only where one is named or stands. */
function methodsFor(
  deps: LookSeams,
  { claim, proofs }: ClaimFile,
  domains: readonly ProvedName[],
  postUrl: string | undefined,
): readonly AccountMethodName[] {
  if (postUrl !== undefined) return ['post']
  const { platform, handle, platformId } = claim
  const account = { platform, handle, platformId }
  const instructed = instructAccount({ account, domains, codes: [] }, deps.credentials)
  const possible = instructed.map(({ method }) => method)
  const hasPost = proofs.some(({ method }) => method === 'post')
  const telling = accountMethodNames.filter((name) => possible.includes(name) && (name !== 'post' || hasPost))
  // Where a post is the only way, its look says that its address is wanted.
  return telling.length === 0 && possible.includes('post') ? ['post'] : telling
}

async function notCheckable(deps: LookSeams, { claim }: ClaimFile): Promise<CheckedClaim> {
  const attempt: Attempt = {
    method: 'profile-link',
    outcome: 'unreachable',
    reason: 'not_checkable',
    detail: notCheckableAtAll(claim.platform),
    panel: null,
    perspectives: [],
    at: deps.clock.now(),
  }
  await deps.db.write(recordAttempts(deps, claim.id, [attempt]))
  return { claim, attempts: [attempt], retryAfter: null }
}

/** The account agrees, but it has agreed with another brand before, and one account speaks for one brand. */
function asTaken(attempt: Attempt): Attempt {
  if (attempt.outcome !== 'proved') return attempt
  return {
    ...attempt,
    outcome: 'refused',
    reason: 'account_taken',
    detail:
      'The account points to your domain, but another claim holds its proof. If that is a claim of yours on the same account by another name, withdraw this one. Else the other is being looked at again: check once more in a few minutes, or open a dispute.',
  }
}

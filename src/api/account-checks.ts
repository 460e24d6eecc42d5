import { z } from '@hono/zod-openapi'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { rfc3339 } from '#base/clock.ts'
import { ok } from '#base/result.ts'
import { accountStates, claimStates } from '#claims/claim.ts'
import { checkClaim } from '#claims/check-claim.ts'
import { renewCode } from '#claims/post-code.ts'
import { showClaim } from '#claims/show-claims.ts'
import { accountMethodNames } from '#proofs/method.ts'
import { attempt, attemptOnWire } from './attempt-wire.ts'
import { endpoint, type Api } from './endpoint.ts'
import { accountVerdict, id, time } from './schemas.ts'

const check = z
  .strictObject({
    method: z.enum(accountMethodNames).optional(),
    post_url: z
      .url({
        protocol: /^https$/,
        error: 'expected is the whole address of the post, which begins with https://',
      })
      .max(2_048)
      .optional()
      .openapi({ description: 'Where you have posted the code.' }),
  })
  .openapi('AccountCheck')

/** Whether an account agrees that it is the brand's. */
export function accountChecksApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/claims/{id}/check',
      tag: 'Accounts',
      summary: 'Look now whether the account points back',
      access: 'write',
      params: id,
      body: check,
      bodyOptional: true,
      status: 200,
      answer: z.object({
        state: z.enum(claimStates),
        account_state: z.enum(accountStates),
        verdict: accountVerdict,
        attempts: z.array(attempt),
        retry_after: z.number().int().nullable().openapi({ description: 'Seconds; advice.' }),
      }),
      refuses: ['claim_unknown', 'claim_frozen', 'domain_not_proved', 'checked_too_soon', 'target_busy'],
    },
    async ({ params, body, principal }) => {
      const asked = { method: body?.method, postUrl: body?.post_url }
      const checked = await checkClaim(deps, principal, params.id, asked)
      if (!checked.ok) return checked
      const { claim, attempts, retryAfter } = checked.value
      await issueBadge(deps, claim.brandId)
      const shown = await showClaim(deps, claim.id)
      return ok({
        state: claim.state,
        account_state: claim.accountState,
        verdict: shown?.verdict ?? 'unregistered',
        attempts: attempts.map(attemptOnWire),
        retry_after: retryAfter,
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/claims/{id}/codes',
      tag: 'Accounts',
      summary: 'A fresh code to post from the account',
      access: 'write',
      params: id,
      status: 201,
      answer: z.object({ code: z.string(), domain: z.string(), expires_at: time }),
      refuses: ['claim_unknown', 'domain_not_proved', 'too_many_codes'],
    },
    async ({ params, principal }) => {
      const renewed = await renewCode(deps, principal, params.id)
      if (!renewed.ok) return renewed
      const { code, domain, expiresAt } = renewed.value
      return ok({ code, domain, expires_at: rfc3339(expiresAt) })
    },
  )
}

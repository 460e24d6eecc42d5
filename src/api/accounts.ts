import { z } from '@hono/zod-openapi'
import { accountReasons } from '#accounts/parse-account.ts'
import { rfc3339 } from '#base/clock.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { attemptsOf } from '#brands/attempt.ts'
import { ownedBrand } from '#brands/owned.ts'
import { ownedClaim as findOwned } from '#claims/claim.ts'
import { formerHandlesOf } from '#claims/former-handles.ts'
import { changeClaim } from '#claims/change-claim.ts'
import { openClaim } from '#claims/open-claim.ts'
import { showClaim, showClaimsOfBrand } from '#claims/show-claims.ts'
import { withdrawClaim } from '#claims/withdraw-claim.ts'
import { keptAttempt, keptAttemptOnWire } from './attempt-wire.ts'
import { endpoint, type Api } from './endpoint.ts'
import { claimOnWire, ownedClaim } from './owned-wire.ts'
import { country, id, languageTag, listOf, relation, time } from './schemas.ts'

const newClaim = z
  .strictObject({
    account: z
      .string()
      .max(20_000)
      .openapi({ example: 'https://twitter.com/Acme', description: 'Any pasted form.' }),
    relation: relation.default('official'),
    country: country.nullable().default(null),
    language: languageTag.nullable().default(null),
    ended_on: z.iso.date().optional().openapi({ description: 'Of an account that has ended: its last day.' }),
  })
  .openapi('NewClaim')

const claimChange = z
  .strictObject({
    relation: relation.optional(),
    country: country.nullable().optional(),
    language: languageTag.nullable().optional(),
  })
  .openapi('ClaimChange')

export function accountsApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/accounts',
      tag: 'Accounts',
      summary: "Say that an account is the brand's",
      access: 'write',
      params: id,
      body: newClaim,
      status: 201,
      answer: ownedClaim,
      refuses: [
        ...accountReasons,
        'brand_unknown',
        'account_disavowed',
        'platform_absent',
        'already_claimed',
        'account_taken',
        'brand_frozen',
        'platform_closed',
      ],
    },
    async ({ params, body, principal }) => {
      const opened = await openClaim(deps, principal, params.id, {
        account: body.account,
        relation: body.relation,
        country: body.country,
        language: body.language,
        endedOn: body.ended_on,
      })
      if (!opened.ok) return opened
      const shown = await showClaim(deps, opened.value.id)
      if (shown === null) throw new Error(`Claim ${opened.value.id} is gone`)
      return ok(claimOnWire(shown))
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/accounts',
      tag: 'Accounts',
      summary: "A brand's claims",
      access: 'read',
      params: id,
      status: 200,
      answer: listOf(ownedClaim),
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const brand = await ownedBrand(deps, principal, params.id)
      if (!brand.ok) return brand
      const shown = await showClaimsOfBrand(deps, brand.value.id)
      return ok({ items: shown.map(claimOnWire), next_cursor: null })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/claims/{id}',
      tag: 'Accounts',
      summary: 'A claim of yours',
      access: 'read',
      params: id,
      status: 200,
      answer: ownedClaim.extend({
        former_handles: z.array(z.object({ handle: z.string(), left_at: time })),
        attempts: z.array(keptAttempt),
      }),
      refuses: ['claim_unknown'],
    },
    async ({ params, principal }) => {
      const owned = await findOwned(deps, principal, params.id)
      if (!owned.ok) return owned
      const shown = await showClaim(deps, owned.value.id)
      if (shown === null) return refuse('claim_unknown', 'It was withdrawn a moment ago.')
      const attempts = await attemptsOf(deps, params.id)
      const former = (await formerHandlesOf(deps, params.id)).map(({ handle, leftAt }) => {
        return { handle, left_at: rfc3339(leftAt) }
      })
      return ok({
        ...claimOnWire(shown),
        former_handles: former,
        attempts: attempts.map(keptAttemptOnWire),
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'patch',
      path: '/v1/claims/{id}',
      tag: 'Accounts',
      summary: 'Say anew what an account is for, and for whom; null takes a country or a language back',
      access: 'write',
      params: id,
      body: claimChange,
      status: 200,
      answer: ownedClaim,
      refuses: ['claim_unknown', 'claim_frozen', 'platform_closed'],
    },
    async ({ params, body, principal }) => {
      const changed = await changeClaim(deps, principal, params.id, body)
      if (!changed.ok) return changed
      await issueBadge(deps, changed.value.brandId)
      const shown = await showClaim(deps, params.id)
      if (shown === null) return refuse('claim_unknown', 'It was withdrawn a moment ago.')
      return ok(claimOnWire(shown))
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/claims/{id}',
      tag: 'Accounts',
      summary: 'Withdraw a claim',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['claim_unknown', 'second_person_needed', 'claim_frozen'],
    },
    async ({ params, principal }) => {
      const withdrawn = await withdrawClaim(deps, principal, params.id)
      if (!withdrawn.ok) return withdrawn
      await issueBadge(deps, withdrawn.value.brandId)
      return ok(null)
    },
  )
}

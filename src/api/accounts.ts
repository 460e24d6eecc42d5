import { z } from '@hono/zod-openapi'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { ownedBrand } from '#brands/owned.ts'
import { ownedClaim as findOwned } from '#claims/claim.ts'
import { openClaim } from '#claims/open-claim.ts'
import { showClaim, showClaimsOfBrand } from '#claims/show-claims.ts'
import { withdrawClaim } from '#claims/withdraw-claim.ts'
import { endpoint, type Api } from './endpoint.ts'
import { claimOnWire, ownedClaim } from './owned-wire.ts'
import { id, listOf, relation } from './schemas.ts'

const newClaim = z
  .strictObject({
    account: z
      .string()
      .max(20_000)
      .openapi({ example: 'https://twitter.com/Acme', description: 'Any pasted form.' }),
    relation: relation.default('official'),
  })
  .openapi('NewClaim')

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
        'account_not_understood',
        'unknown_platform',
        'not_an_account',
        'platform_mismatch',
        'brand_unknown',
        'already_claimed',
        'account_taken',
      ],
    },
    async ({ params, body, principal }) => {
      const opened = await openClaim(deps, principal, params.id, body)
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
      answer: ownedClaim,
      refuses: ['claim_unknown'],
    },
    async ({ params, principal }) => {
      const owned = await findOwned(deps, principal, params.id)
      if (!owned.ok) return owned
      const shown = await showClaim(deps, owned.value.id)
      return shown === null
        ? refuse('claim_unknown', 'It was withdrawn a moment ago.')
        : ok(claimOnWire(shown))
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
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['claim_unknown', 'claim_frozen'],
    },
    async ({ params, principal }) => {
      const withdrawn = await withdrawClaim(deps, principal, params.id)
      if (!withdrawn.ok) return withdrawn
      await issueBadge(deps, withdrawn.value.brandId)
      return ok(null)
    },
  )
}

import { z } from '@hono/zod-openapi'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { rfc3339 } from '#base/clock.ts'
import { ok } from '#base/result.ts'
import { freezeBrand } from '#claims/freeze-brand.ts'
import { endpoint, type Api } from './endpoint.ts'
import { id, time } from './schemas.ts'

/** All accounts of a hacked brand at once. A key freezes; only a person thaws. */
export function freezesApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/freeze',
      tag: 'Brands',
      summary:
        "Suspend all of a brand's accounts at once, because it was hacked. No key lifts that: a person does",
      access: 'write',
      keyOnly: true,
      params: id,
      status: 200,
      answer: z.object({ id: z.string(), frozen_since: time }),
      refuses: ['brand_unknown', 'brand_frozen'],
    },
    async ({ params, principal }) => {
      const frozen = await freezeBrand(deps, principal, params.id)
      if (!frozen.ok) return frozen
      await issueBadge(deps, params.id)
      return ok({ id: params.id, frozen_since: rfc3339(frozen.value.frozenAt ?? deps.clock.now()) })
    },
  )
}

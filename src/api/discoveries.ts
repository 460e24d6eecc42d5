import { z } from '@hono/zod-openapi'
import type { Principal } from '#auth/authenticate.ts'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { discoveriesOf, type Discoveries } from '#claims/discoveries.ts'
import { readSites } from '#claims/read-sites.ts'
import { siteSources } from '#listings/read-site.ts'
import { endpoint, type Api } from './endpoint.ts'
import { id, relation, shortAccount, time, timeOrNull } from './schemas.ts'

const discoveries = z
  .object({
    items: z.array(
      z.object({
        account: shortAccount,
        sources: z.array(z.enum(siteSources)),
        seen_at: time,
        domain: z.string().openapi({ description: 'The proved domain whose site lists it.' }),
        claim_id: z.string().nullable().openapi({ description: 'Null for what is only offered.' }),
        lacks: z.string().openapi({ description: 'What is still to be done.' }),
      }),
    ),
    unlisted: z
      .array(z.object({ claim_id: z.string(), account: shortAccount, relation }))
      .openapi({ description: 'Claimed accounts that no site of the brand lists.' }),
    readings: z.array(
      z.object({
        domain: z.string(),
        read_at: time.nullable(),
        outcome: z
          .enum(['read', 'unreachable'])
          .nullable()
          .openapi({ description: 'Null while nobody has read it.' }),
        reason: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    next_cursor: z.string().nullable(),
  })
  .openapi('Discoveries')

/** What the brand's own sites list, offered for claiming, and what they do not. Nothing is claimed by itself. */
export function discoveriesApi(api: Api, deps: Deps): void {
  const shown = async (principal: Principal, brandId: string) => {
    const found = await discoveriesOf(deps, principal, brandId)
    return found.ok ? ok(onWire(found.value)) : found
  }
  const common = {
    path: '/v1/brands/{id}/discoveries',
    tag: 'Accounts',
    params: id,
    answer: discoveries,
  } as const
  endpoint(
    api,
    deps,
    {
      ...common,
      method: 'get',
      summary: "Accounts that the sites of the brand's proved domains list, and claims that they do not",
      access: 'read',
      status: 200,
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => await shown(principal, params.id),
  )
  endpoint(
    api,
    deps,
    {
      ...common,
      method: 'post',
      summary: "Read the sites of the brand's proved domains now",
      access: 'write',
      status: 200,
      refuses: ['brand_unknown', 'domain_not_proved', 'checked_too_soon', 'target_busy'],
    },
    async ({ params, principal }) => {
      const read = await readSites(deps, principal, params.id)
      return read.ok ? await shown(principal, params.id) : read
    },
  )
}

function onWire({ found, unlisted, readings }: Discoveries) {
  return {
    items: found.map(({ account, sources, seenAt, domain, claimId, lacks }) => {
      return { account, sources: [...sources], seen_at: rfc3339(seenAt), domain, claim_id: claimId, lacks }
    }),
    unlisted: unlisted.map(({ claim: { id: claimId, platform, handle, relation }, url }) => {
      return { claim_id: claimId, account: { platform, handle, url }, relation }
    }),
    readings: readings.map(({ domain, seen }) => ({
      domain,
      read_at: timeOrNull(seen?.readAt ?? null),
      outcome: seen?.outcome ?? null,
      reason: seen?.reason ?? null,
      detail: seen?.detail ?? null,
    })),
    next_cursor: null,
  }
}

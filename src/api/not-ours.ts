import { z } from '@hono/zod-openapi'
import { accountReasons } from '#accounts/parse-account.ts'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { disavowAccount } from '#claims/disavow-account.ts'
import { listDisavowals, type Disavowal } from '#claims/disavowal.ts'
import { listAbsences, setAbsences, type Absence } from '#claims/set-absences.ts'
import { withdrawDisavowal } from '#claims/withdraw-disavowal.ts'
import { profileOf } from '#registry/judge.ts'
import { endpoint, type Api } from './endpoint.ts'
import { disavowed, id, listOf, time } from './schemas.ts'

const account = z.string().max(20_000)

const absence = z.object({ platform: z.string(), created_at: time }).openapi('Absence')

const newDisavowal = z
  .strictObject({
    account: account.openapi({ example: 'https://x.com/acme_giveaway', description: 'Any pasted form.' }),
  })
  .openapi('NewDisavowal')

const absentFrom = z
  .strictObject({
    platforms: z
      .array(z.string().max(60))
      .max(200)
      .openapi({ example: ['tiktok'], description: 'The whole list, by the keys of `GET /v1/platforms`.' }),
  })
  .openapi('AbsentFrom')

/** What a brand says is not the brand's: accounts, and platforms it is not on. */
export function notOursApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/not-ours',
      tag: 'Not ours',
      summary: 'Accounts that the brand says are not its own',
      access: 'read',
      params: id,
      status: 200,
      answer: listOf(disavowed),
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const listed = await listDisavowals(deps, principal, params.id)
      return listed.ok ? ok({ items: listed.value.map(disavowalOnWire), next_cursor: null }) : listed
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/not-ours',
      tag: 'Not ours',
      summary: "Say that an account is not the brand's",
      access: 'write',
      params: id,
      body: newDisavowal,
      status: 201,
      answer: disavowed,
      refuses: [
        ...accountReasons,
        'brand_unknown',
        'account_claimed',
        'already_disavowed',
        'too_many_disavowals',
      ],
    },
    async ({ params, body, principal }) => {
      const written = await disavowAccount(deps, principal, params.id, body.account)
      return written.ok ? ok(disavowalOnWire(written.value)) : written
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/brands/{id}/not-ours',
      tag: 'Not ours',
      summary: 'Take an account off that list',
      access: 'write',
      params: id,
      // A handle may hold `@` and `/`, which proxies rewrite in a path: in the query they are safe.
      query: z.object({
        account: account.openapi({
          example: 'https://x.com/acme_giveaway',
          description: 'Any form of it, percent-encoded.',
        }),
      }),
      status: 204,
      answer: z.null(),
      refuses: [
        ...accountReasons,
        'brand_unknown',
        'brand_frozen',
        'decided_by_dispute',
        'disavowal_unknown',
      ],
    },
    async ({ params, query, principal }) =>
      await withdrawDisavowal(deps, principal, params.id, query.account),
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/absences',
      tag: 'Not ours',
      summary: 'Platforms that the brand says it has no account on',
      access: 'read',
      params: id,
      status: 200,
      answer: listOf(absence),
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const listed = await listAbsences(deps, principal, params.id)
      return listed.ok ? ok({ items: listed.value.map(absenceOnWire), next_cursor: null }) : listed
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/absences',
      tag: 'Not ours',
      summary: 'Set the whole list of platforms that the brand is not on',
      access: 'write',
      params: id,
      body: absentFrom,
      status: 200,
      answer: listOf(absence),
      refuses: ['unknown_platform', 'brand_unknown', 'platform_claimed', 'brand_frozen'],
    },
    async ({ params, body, principal }) => {
      const set = await setAbsences(deps, principal, params.id, body.platforms)
      return set.ok ? ok({ items: set.value.map(absenceOnWire), next_cursor: null }) : set
    },
  )
}

function disavowalOnWire({ platform, handle, decidedBy, createdAt }: Disavowal) {
  const url = profileOf(platform, handle)
  return { platform, handle, url, decided_by: decidedBy, created_at: rfc3339(createdAt) }
}

function absenceOnWire({ platform, createdAt }: Absence) {
  return { platform, created_at: rfc3339(createdAt) }
}

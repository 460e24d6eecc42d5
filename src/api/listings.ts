import { z } from '@hono/zod-openapi'
import { parseAccount } from '#accounts/parse-account.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import type { Told } from '#base/told.ts'
import { ownedBrand } from '#brands/owned.ts'
import { exportClaims } from '#claims/export-claims.ts'
import { openClaims, wantedOf, type Opened } from '#claims/open-claims.ts'
import { writeTable } from '#listings/account-table.ts'
import { entriesMax, listingFormats, readListing } from '#listings/read-listing.ts'
import { endpoint, type Api } from './endpoint.ts'
import { accountVerdict, audience, country, id, languageTag, relation, shortAccount } from './schemas.ts'

const bulkMax = 100
const textCharactersMax = 65_536

const claimed = z.object({
  account: shortAccount.nullable().openapi({ description: 'Null where none was understood.' }),
  claim_id: z.string().nullable(),
  outcome: z.enum(['claimed', 'claimable', 'already_claimed', 'refused']),
  problem: z.object({ reason: z.string(), detail: z.string() }).nullable(),
})

const bulk = z
  .strictObject({
    accounts: z
      .array(
        z.strictObject({
          account: z
            .string()
            .max(20_000)
            .openapi({ example: 'https://twitter.com/Acme', description: 'Any pasted form.' }),
          relation: relation.default('official'),
          country: country.nullable().default(null),
          language: languageTag.nullable().default(null),
        }),
      )
      .min(1)
      .max(bulkMax),
  })
  .openapi('NewClaims')

const pastedList = z
  .strictObject({
    format: z.enum(listingFormats),
    text: z
      .string()
      .max(textCharactersMax)
      .openapi({
        example: 'social=https://x.com/acme',
        description: `The file's own text, with ${entriesMax} entries at most.`,
      }),
    dry_run: z
      .boolean()
      .default(false)
      .openapi({ description: 'Say what would become of each, and claim nothing.' }),
  })
  .openapi('PastedList')

const exported = z.object({
  platform: z.string(),
  handle: z.string(),
  platform_id: z.string().nullable(),
  url: z.url(),
  relation,
  ...audience,
  verdict: accountVerdict,
  published: z.boolean().nullable(),
})

/** Many accounts at once: claimed, brought in from lists that others write, and taken out again. */
export function listingsApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/accounts/bulk',
      tag: 'Accounts',
      summary: `Say of up to ${bulkMax} accounts that they are the brand's, each for itself`,
      access: 'write',
      params: id,
      body: bulk,
      status: 200,
      answer: z.object({ items: z.array(claimed) }),
      refuses: ['brand_unknown'],
    },
    async ({ params, body, principal, tell }) => {
      const wanted = body.accounts.map((one) => ({
        account: parseAccount(one.account),
        relation: ok(one.relation),
        country: one.country,
        language: one.language,
      }))
      const opened = await openClaims(deps, principal, params.id, wanted)
      return opened.ok ? ok({ items: opened.value.map((one) => openedOnWire(one, tell)) }) : opened
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/import',
      tag: 'Accounts',
      summary: 'Claim the accounts of a trust.txt, an XPOC manifest or a CSV table',
      access: 'write',
      params: id,
      body: pastedList,
      status: 200,
      answer: z.object({
        items: z.array(
          claimed.extend({
            line: z.number().int().nullable().openapi({ description: 'From 1; null in a manifest.' }),
            written: z.string().openapi({ description: 'What the list has there, cut.' }),
          }),
        ),
      }),
      refuses: ['brand_unknown', 'invalid_request'],
    },
    async ({ params, body, principal, tell }) => {
      const owned = await ownedBrand(deps, principal, params.id)
      if (!owned.ok) return owned
      const read = readListing(body.format, body.text)
      if (!read.ok) return read
      const trial = { isTrial: body.dry_run }
      const opened = await openClaims(deps, principal, params.id, read.value.map(wantedOf), trial)
      if (!opened.ok) return opened
      return ok({
        items: read.value.flatMap(({ line, written }, at) => {
          const one = opened.value[at]
          return one === undefined ? [] : [{ ...openedOnWire(one, tell), line, written }]
        }),
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/export.json',
      tag: 'Accounts',
      summary: "A brand's accounts, to take away",
      access: 'read',
      params: id,
      status: 200,
      answer: z.object({ items: z.array(exported) }),
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const rows = await exportClaims(deps, principal, params.id)
      if (!rows.ok) return rows
      return ok({ items: rows.value.map(({ platformId, ...row }) => ({ ...row, platform_id: platformId })) })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/export.csv',
      tag: 'Accounts',
      summary: "A brand's accounts as a CSV table, which can be imported again",
      access: 'read',
      params: id,
      status: 200,
      answer: z.string(),
      text: 'text/csv; charset=utf-8',
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const rows = await exportClaims(deps, principal, params.id)
      return rows.ok ? ok(writeTable(rows.value)) : rows
    },
  )
}

function openedOnWire({ account, claimId, outcome, problem }: Opened, tell: (told: Told) => string) {
  return {
    account,
    claim_id: claimId,
    outcome,
    problem: problem === null ? null : { reason: problem.reason, detail: tell(problem.detail) },
  }
}

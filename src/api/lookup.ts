import { z } from '@hono/zod-openapi'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { reasons, tiers } from '#lookalikes/alike.ts'
import { keepLookups } from '#registry/kept-lookup.ts'
import { lookUp } from '#registry/lookup.ts'
import { namesIn } from '#registry/names-in.ts'
import { endpoint, type Api } from './endpoint.ts'
import { account, accountVerdict, brandMark, domainVerdict, proof, time, verdict } from './schemas.ts'
import { answerOnWire } from './wire.ts'

const query = z.object({
  input: z.string(),
  kind: z.enum(['account', 'domain', 'name']),
  platform: z.string().nullable(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  domain: z.string().nullable(),
})

const compared = z.object({
  text: z.string(),
  differs: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .openapi({ description: 'Ranges of code points; `end` is behind the last.' }),
})

const lookalike = z
  .object({
    brand: brandMark,
    account: account.optional(),
    domain: z.string().optional(),
    verdict: z.union([accountVerdict, domainVerdict]),
    tier: z.enum(tiers),
    reason: z.enum(reasons),
    difference: z.object({ asked: compared, registered: compared }),
  })
  .openapi('Lookalike', { description: 'Either an account or a domain of the brand.' })

const answer = z
  .object({
    query,
    verdict: verdict.nullable(),
    disputed: z.boolean(),
    brand: brandMark.nullable(),
    account: account.nullable(),
    claimed_by: z.array(brandMark),
    matched_domain: z.string().nullable(),
    proofs: z.array(proof).openapi({ description: 'What the control of `matched_domain` rests on.' }),
    absent_from: z
      .array(z.string())
      .openapi({ description: 'Platforms that the brand which holds the domain says it has no account on.' }),
    frozen_since: time.nullable().openapi({
      description:
        'Since when the people of `brand` warn of all its accounts, as brands do when they were hacked.',
    }),
    candidates: z.array(
      z.object({
        brand: brandMark,
        account: account.optional(),
        verdict: z.union([accountVerdict, domainVerdict]),
        absent_from: z.array(z.string()),
      }),
    ),
    lookalikes: z.array(lookalike).openapi({
      description:
        'What stands proved and may be meant, the strongest first. Looking like another proves nothing, nor does not being registered.',
    }),
    log: z.object({ index: z.number().int() }).nullable(),
    stale: z.boolean(),
    as_of: time,
  })
  .openapi('Answer')

const notUnderstood = z.object({
  query: z.object({ input: z.string() }),
  verdict: z.null(),
  problem: z.object({ reason: z.string(), detail: z.string() }),
})

/** Longer input is refused in words by the lookup itself; this bound only keeps the schema honest. */
const inputMax = 20_000
const bulkMax = 100

export function lookupApi(api: Api, deps: Pick<Deps, 'db' | 'clock' | 'site'>): void {
  const { publicUrl } = deps.site
  const look = keepLookups(deps)
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/lookup',
      tag: 'Lookup',
      summary: 'Whose is this account, link or domain? Who goes by this name?',
      access: 'public',
      query: z.object({ q: z.string().openapi({ example: 'https://twitter.com/Acme' }) }),
      status: 200,
      answer,
      refuses: ['query_not_understood', 'not_an_account'],
      maxAge: 30,
    },
    async ({ query: { q }, name }) => {
      const found = await lookUp(deps, q)
      if (found.ok) namesIn(found.value).forEach(name)
      return found.ok ? ok(answerOnWire(publicUrl, found.value)) : found
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/lookup',
      tag: 'Lookup',
      summary: `Up to ${bulkMax} questions at once, answered in order`,
      access: 'public',
      body: z.strictObject({ queries: z.array(z.string().max(inputMax)).min(1).max(bulkMax) }),
      status: 200,
      answer: z.object({ items: z.array(z.union([answer, notUnderstood])) }),
      refuses: [],
    },
    async ({ body: { queries }, name, tell }) => {
      const items = await Promise.all(
        queries.map(async (input) => {
          const found = await look(input)
          if (found.ok) {
            namesIn(found.value).forEach(name)
            return answerOnWire(publicUrl, found.value)
          }
          const { reason, detail } = found.refusal
          return {
            query: { input: input.slice(0, 2_048) },
            verdict: null,
            problem: { reason, detail: tell(detail) },
          }
        }),
      )
      return ok({ items })
    },
  )
}

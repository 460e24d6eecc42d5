import { z } from '@hono/zod-openapi'
import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { directoryOrders, listBrands } from '#registry/directory.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { endpoint, type Api } from './endpoint.ts'
import { brandMark, domainVerdict, languageTag, listOf, page } from './schemas.ts'
import { listedOnWire } from './wire.ts'

export const listedBrand = brandMark
  .extend({
    aliases: z.array(z.string()),
    category: z.string().nullable(),
    country: z.string().nullable(),
    languages: z.array(z.string()).openapi({ description: 'In which it says it speaks, BCP 47.' }),
    verdict: domainVerdict,
  })
  .openapi('ListedBrand')

const platform = z
  .object({
    platform: z.string(),
    name: z.string(),
    hosts: z.array(z.string()),
    closed_on: z.string().nullable().openapi({
      description: 'The day on which the service ended; null for one that lives',
      format: 'date',
    }),
    examples: z.record(z.string(), z.string()).openapi({ description: 'Pasted form → handle' }),
  })
  .openapi('Platform')

export function directoryApi(api: Api, deps: Pick<Deps, 'db' | 'clock' | 'site'>): void {
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands',
      tag: 'Directory',
      summary: 'Brands with a proved domain, by address',
      access: 'public',
      query: z.object({
        search: z.string().max(200).optional(),
        category: z.string().max(60).optional(),
        country: z.string().max(2).optional(),
        platform: z.string().max(40).optional(),
        language: languageTag.optional().openapi({
          description: 'Of the brand’s own saying, or of an account of its; `pt` finds `pt-BR` too.',
        }),
        order: z.enum(directoryOrders).optional().openapi({ description: 'By address when absent.' }),
        ...page,
      }),
      status: 200,
      answer: listOf(listedBrand).extend({
        near: z
          .boolean()
          .openapi({ description: 'Nothing was called so: these are called something near it.' }),
      }),
      refuses: ['invalid_request'],
      maxAge: 30,
    },
    async ({ query: { cursor, country, ...query } }) => {
      const after = readCursor(cursor)
      if (!after.ok) return after
      const filter = { ...query, country: country?.toUpperCase(), after: after.value }
      const { items, isNear, next } = await listBrands(deps, filter)
      return ok({
        items: items.map((brand) => listedOnWire(deps.site.publicUrl, brand)),
        next_cursor: next === null ? null : writeCursor(next),
        near: isNear,
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/platforms',
      tag: 'Directory',
      summary: 'The platforms whose accounts are recognised',
      access: 'public',
      status: 200,
      answer: listOf(platform),
      refuses: [],
      maxAge: 30,
    },
    async () => {
      const all: [string, Platform][] = Object.entries(platforms)
      const items = all.map(([key, { name, hosts, closedOn = null, examples }]) => {
        return {
          platform: key,
          name,
          hosts: [...hosts],
          closed_on: closedOn,
          examples: { ...examples.accepts },
        }
      })
      return ok({ items, next_cursor: null })
    },
  )
}

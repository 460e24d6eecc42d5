import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { findBrand } from '#registry/find-brand.ts'
import { listEvents, toldActs } from '#registry/history.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { endpoint, type Api } from './endpoint.ts'
import { id, listOf, page, time } from './schemas.ts'

const event = z
  .object({
    log: z.object({ index: z.number().int() }),
    at: time,
    act: z.enum(toldActs),
    slug: z.string(),
    about: z.string().nullable().openapi({
      description:
        'The domain, or the address of the account; null of the whole brand, and once it was erased.',
    }),
  })
  .openapi('Event')

export function historyApi(api: Api, deps: Pick<Deps, 'db' | 'clock' | 'site'>): void {
  const spec = {
    method: 'get',
    tag: 'Directory',
    access: 'public',
    query: z.object(page),
    status: 200,
    answer: listOf(event),
    maxAge: 30,
  } as const
  const list = async (query: { cursor?: string | undefined; limit: number }, brandId?: string) => {
    const cursor = readCursor(query.cursor)
    if (!cursor.ok) return cursor
    if (cursor.value !== undefined && !/^\d{1,15}$/.test(cursor.value)) {
      return refuse('invalid_request', 'cursor: not one of ours.')
    }
    const { items, next } = await listEvents(deps, {
      ...(brandId === undefined ? {} : { brandId }),
      before: cursor.value === undefined ? undefined : Number(cursor.value),
      limit: query.limit,
    })
    return ok({
      items: items.map(({ logIndex, at, ...said }) => ({
        log: { index: logIndex },
        at: rfc3339(at),
        ...said,
      })),
      next_cursor: next === null ? null : writeCursor(String(next)),
    })
  }
  endpoint(
    api,
    deps,
    {
      ...spec,
      path: '/v1/changes',
      summary: 'What was decided about public brands, newest first',
      refuses: ['invalid_request'],
    },
    async ({ query }) => await list(query),
  )
  endpoint(
    api,
    deps,
    {
      ...spec,
      path: '/v1/brands/{id}/history',
      summary: 'What was decided about a brand, newest first',
      params: id,
      refuses: ['invalid_request', 'brand_unknown'],
    },
    async ({ params, query }) => {
      const brand = await findBrand(deps, params.id)
      if (brand === null) return refuse('brand_unknown', 'No public brand has this address or id.')
      return await list(query, brand.id)
    },
  )
}

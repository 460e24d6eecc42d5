import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { badgeJson } from '#badges/badge-json.ts'
import { contextDocument } from '#badges/context.ts'
import { didDocument, jwks } from '#badges/did.ts'
import { drawPicture, pictureOf } from '#badges/picture.ts'
import { readBadge } from '#badges/read-badge.ts'
import { verifyBadge } from '#badges/verify-badge.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { findBrand } from '#registry/find-brand.ts'
import { cacheControl, endpoint, type Api, type Env } from './endpoint.ts'
import { answerProblem } from './problem.ts'

const verification = z
  .object({
    valid: z.boolean().nullable().openapi({ description: 'Null when something could not be learnt.' }),
    steps: z.array(
      z.object({ step: z.string(), outcome: z.enum(['passed', 'failed', 'unknown']), code: z.string() }),
    ),
    credential: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Verification')

export function badgesApi(api: Api, deps: Deps): void {
  const { publicUrl } = deps.site
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/badges/verify',
      tag: 'Badges',
      summary: 'Is this badge genuine, current, and for this site?',
      access: 'public',
      body: z.strictObject({
        badge: z.string().max(65_536).openapi({ description: 'The compact JWT.' }),
        origin: z.string().max(300).optional().openapi({ example: 'https://acme.com' }),
      }),
      status: 200,
      answer: verification,
      refuses: [],
    },
    async ({ body }) => {
      const { badge, origin } = body
      return ok(await verifyBadge(deps, origin === undefined ? { badge } : { badge, origin }))
    },
  )
  const cached = { 'Cache-Control': cacheControl(30) }
  const published = (path: string, type: string, document: () => object) => {
    api.get(path, (c) => c.body(JSON.stringify(document()), 200, { ...cached, 'Content-Type': type }))
  }
  published('/.well-known/did.json', 'application/did+json', () => didDocument(deps.signer, publicUrl))
  published('/.well-known/jwks.json', 'application/jwk-set+json', () => jwks(deps.signer, publicUrl))
  published('/ns/brand/v1', 'application/ld+json', () => contextDocument(publicUrl))

  api.get('/badges/:file{.+\\.svg}', async (c) => {
    const slug = slugOf(c, '.svg')
    const brand = await findBrand(deps, slug)
    const known = brand !== null && brand.slug === slug
    const picture = drawPicture(pictureOf(known ? brand : null, slug))
    return c.body(picture, known ? 200 : 404, { ...cached, 'Content-Type': 'image/svg+xml' })
  })
  api.get('/badges/:file{.+\\.jwt}', async (c) => {
    const jwt = await readBadge(deps, slugOf(c, '.jwt'))
    if (jwt === null) return noBadge(c)
    return c.body(jwt, 200, { ...cached, 'Content-Type': 'application/vc+jwt' })
  })
  api.get('/badges/:file{.+\\.json}', async (c) => {
    const badge = await badgeJson(deps, slugOf(c, '.json'))
    return badge === null ? noBadge(c) : c.json(badge, 200, cached)
  })
}

function slugOf(c: Context<Env>, ending: string): string {
  return (c.req.param('file') ?? '').slice(0, -ending.length).toLowerCase()
}

function noBadge(c: Context<Env>): Response {
  const detail =
    'No brand has this address with a standing proof. A badge exists from the first proved domain.'
  return answerProblem(c, { reason: 'badge_unknown', detail })
}

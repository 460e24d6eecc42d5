import { z } from '@hono/zod-openapi'
import { verifyGiven } from '#badges/verify/verify-given.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { endpoint, type Api } from './endpoint.ts'

const given =
  'The compact JWT; or the text of a signed SVG; or the address of a badge, of a brand’s page here, or of any https ' +
  'page that shows a badge of this registry, which is then checked for that page’s own site.'

const verification = z
  .object({
    valid: z.boolean().nullable().openapi({ description: 'Null when something could not be learnt.' }),
    steps: z.array(
      z.object({
        step: z.string().openapi({
          description:
            '`source` (unless the JWT itself was given), `format`, `header`, `issuer`, `signature`, `claims`, ' +
            '`validity`, `status`, `standing`, `origin` (when one was asked for). The first that fails is the last.',
        }),
        outcome: z.enum(['passed', 'failed', 'unknown']),
        code: z.string().openapi({ description: 'Permanent.' }),
      }),
    ),
    credential: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Verification')

export function verifyApi(api: Api, deps: Deps): void {
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
        badge: z.string().max(65_536).openapi({ description: given }),
        origin: z.string().max(300).optional().openapi({ example: 'https://acme.com' }),
      }),
      status: 200,
      answer: verification,
      refuses: [],
    },
    async ({ body: { badge, origin } }) => ok(await verifyGiven(deps, { given: badge, origin })),
  )
}

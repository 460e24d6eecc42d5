import type { Context } from 'hono'
import { badgeJson } from '#badges/badge-json.ts'
import { contextText } from '#badges/context.ts'
import { didDocument, jwks } from '#badges/keys/did.ts'
import { noBadge, readBadge } from '#badges/read-badge.ts'
import { statusList } from '#badges/status/status-list.ts'
import { plainVariant } from '#badges/variant.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { SigningKeys } from '#base/signer.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { badgePicturesApi, pictureForms } from './badge-pictures.ts'
import { cacheControl, type Api, type Env } from './endpoint.ts'
import { answerProblem } from './problem.ts'

const unknown = { reason: 'badge_unknown', detail: noBadge } as const

export function badgesApi(api: Api, deps: Deps): void {
  const { publicUrl } = deps.site
  const cached = { 'Cache-Control': cacheControl(30) }
  const keys = (path: string, type: string, document: (keys: SigningKeys) => object) => {
    api.get(path, async (c) => {
      // A key that is revoked meanwhile must not be told of from memory.
      c.set('isOfNow', true)
      const said = JSON.stringify(document(await deps.signer.current()))
      return c.body(said, 200, { ...cached, 'Content-Type': type })
    })
  }
  keys('/.well-known/did.json', 'application/did+json', (held) => didDocument(held, publicUrl))
  keys('/.well-known/jwks.json', 'application/jwk-set+json', (held) => jwks(held, publicUrl))
  const context = contextText(publicUrl)
  api.get('/ns/brand/v1', (c) => c.body(context, 200, { ...cached, 'Content-Type': 'application/ld+json' }))

  api.get('/status/:n', async (c) => {
    const n = c.req.param('n')
    const list = /^[1-9]\d{0,8}$/.test(n) ? await statusList(deps, Number(n)) : null
    if (list === null) return await c.notFound()
    return c.body(list, 200, {
      'Cache-Control': cacheControl(lifetimes.statusListKept / second),
      'Content-Type': 'application/vc+jwt',
    })
  })

  const token = async (c: Context<Env>, slug: string) => {
    const jwt = await readBadge(deps, slug)
    return jwt === null
      ? answerProblem(c, unknown)
      : c.body(jwt, 200, { ...cached, 'Content-Type': 'application/vc+jwt' })
  }
  const view = async (c: Context<Env>, slug: string) => {
    const badge = await badgeJson(deps, slug)
    return badge === null ? answerProblem(c, unknown) : c.json(badge, 200, cached)
  }
  const pictures = pictureForms(deps)
  const forms = { ...pictures, '.jwt': token, '.json': view }
  // One route, not five: patterns that overlap would cost every request the faster router.
  api.get('/badges/:file', async (c) => {
    const file = c.req.param('file').toLowerCase()
    const form = Object.entries(forms).find(([ending]) => file.endsWith(ending))
    if (form === undefined) return await c.notFound()
    return await form[1](c, file.slice(0, -form[0].length), plainVariant)
  })
  badgePicturesApi(api, pictures)
}

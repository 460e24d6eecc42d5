import { refuse } from '#base/result.ts'
import type { Context } from 'hono'
import { findPicture, findPng, findSignedPicture } from '#badges/picture/find-picture.ts'
import { readVariant, type Variant } from '#badges/variant.ts'
import type { Deps } from '#base/deps.ts'
import { cacheControl, type Api, type Env } from './endpoint.ts'
import { answerProblem } from './problem.ts'

type Form = (c: Context<Env>, slug: string, variant: Variant) => Promise<Response>
type PictureForms = Readonly<Record<'.signed.svg' | '.svg' | '.png', Form>>

const cached = { 'Cache-Control': cacheControl(30) }
const asSvg = { ...cached, 'Content-Type': 'image/svg+xml' }

/** The pictures of a badge by the ending of their addresses; the longer one is tried first. */
export function pictureForms(deps: Deps): PictureForms {
  return {
    async '.signed.svg'(c, slug, variant) {
      const signed = await findSignedPicture(deps, slug, variant)
      return signed.ok ? c.body(signed.value, 200, asSvg) : answerProblem(c, signed.refusal)
    },
    async '.svg'(c, slug, variant) {
      const { known, svg } = await findPicture(deps, slug, variant)
      return c.body(svg, known ? 200 : 404, asSvg)
    },
    async '.png'(c, slug, variant) {
      if (variant.theme === 'auto') {
        return pictureUnknown(c, 'A PNG cannot follow the page it is shown on. Take its light or dark one.')
      }
      const found = await findPng(deps, slug, variant)
      if (!found.ok) return answerProblem(c, found.refusal)
      const { png, etag } = found.value
      const said = { ...cached, ETag: etag }
      if (knows(c, etag)) return c.body(null, 304, said)
      return c.body(png, 200, { ...said, 'Content-Type': 'image/png' })
    },
  }
}

export function badgePicturesApi(api: Api, pictures: PictureForms): void {
  const forms = Object.entries(pictures)
  api.get('/badges/:slug/:language/:file', async (c) => {
    const { slug, language, file } = c.req.param()
    const path = `${language}/${file}`.toLowerCase()
    const [ending = '', form] = forms.find(([each]) => path.endsWith(each)) ?? []
    const variant = readVariant(path.slice(0, path.length - ending.length))
    if (form !== undefined && variant !== null) return await form(c, slug.toLowerCase(), variant)
    return pictureUnknown(
      c,
      'Pictures are at /badges/DOMAIN/LANGUAGE/STYLE-THEME.svg, .signed.svg or .png: en, es or pl; flat, card or mark; light, dark or auto.',
    )
  })
}

function pictureUnknown(c: Context<Env>, detail: string): Response {
  return answerProblem(c, refuse('picture_unknown', detail).refusal)
}

/** RFC 9110 §13.1.2: compared weakly, since proxies may have weakened what they were given. */
function knows(c: Context<Env>, etag: string): boolean {
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  return tags.some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()))
}

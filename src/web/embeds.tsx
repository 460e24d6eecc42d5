import type { Context, Hono } from 'hono'
import { originsOf } from '#badges/credential.ts'
import { plaqueOf, plaqueOfNobody } from '#badges/plaque/brand-plaque.ts'
import type { Plaque } from '#badges/plaque/plaque.ts'
import { brandAt } from '#badges/read-badge.ts'
import { plainVariant, styles, themes, type Variant } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'
import type { Deps } from '#base/deps.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { atBrand } from './at-brand.ts'
import { brief, fresh, immutable, serveVersioned, sheet } from './caching.ts'
import { render } from './layout.tsx'
import { pageOf } from './page.ts'
import { BadgeBuilderPage } from './pages/badge-builder.tsx'
import { FramePage, framePolicy } from './pages/frame.tsx'
import { notFoundPage } from './pages/problem.tsx'
import { builderScript } from './scripts/builder.ts'
import { embedScript } from './scripts/embed.ts'
import { builderSheet, builderStyleVersion } from './style/index.ts'

/** A repair of what says whom to trust is on every page within five minutes. */
const soon = 'public, max-age=300'
const script = 'text/javascript; charset=utf-8'

/** What other sites embed, and the page on which they choose how. */
export function embedRoutes(web: Hono, deps: Pick<Deps, 'db' | 'clock' | 'site'>): void {
  const { publicUrl } = deps.site

  web.get('/embed.js', (c) => {
    return c.body(embedScript.source, 200, { 'content-type': script, 'cache-control': soon })
  })
  web.get('/embed/:file', async (c) => {
    if (c.req.param('file') !== `${embedScript.version}.js`) return await c.notFound()
    return c.body(embedScript.source, 200, { 'content-type': script, 'cache-control': immutable })
  })
  const { version, source } = builderScript
  serveVersioned(web, '/builder.js', { type: script, version, body: source })
  serveVersioned(web, '/builder.css', { type: sheet, version: builderStyleVersion, body: builderSheet })

  web.get('/badges/:slug/frame', async (c) => {
    const slug = c.req.param('slug').toLowerCase()
    const brand = await brandAt(deps, slug)
    const show = (plaque: Plaque, ancestor: string | null, status: 200 | 404) =>
      c.html(
        render(<FramePage plaque={plaque} variant={variantIn(c, 'lang')} publicUrl={publicUrl} />, pageOf(c)),
        status,
        {
          'cache-control': status === 200 ? brief : fresh,
          'content-security-policy': framePolicy(ancestor),
        },
      )
    if (brand === null) return show(plaqueOfNobody(slug), null, 404)
    const host = c.req.query('host')?.toLowerCase() ?? brand.slug
    const ancestor = originsOf(brand).find((origin) => origin === `https://${host}`)
    if (ancestor === undefined) return show({ state: 'elsewhere', domain: brand.slug }, null, 404)
    return show(plaqueOf(brand), ancestor, 200)
  })

  web.get('/b/:slug/badge', async (c) => {
    const missing = () => c.html(notFoundPage(pageOf(c), 'noBadge'), 404, { 'cache-control': fresh })
    const show = (brand: PublicBrand) => {
      const origins = originsOf(brand)
      const origin = origins.find((each) => each === c.req.query('site')) ?? `https://${brand.slug}`
      const page = (
        <BadgeBuilderPage
          brand={brand}
          choice={{ variant: variantIn(c, 'language'), origin }}
          publicUrl={publicUrl}
        />
      )
      return c.html(render(page, pageOf(c)), 200, { 'cache-control': brief })
    }
    return await atBrand(c, deps, { rest: '/badge', missing, show })
  })
}

/**
 * What the query chooses of a badge's looks; whatever it does not is plain. A page that is spoken in one language by
 * `lang` names the badge's otherwise, and offers its own first.
 */
function variantIn(c: Context, name: 'lang' | 'language'): Variant {
  const otherwise = name === 'lang' ? plainVariant.language : c.get('language')
  return {
    language: languages.find((each) => each === c.req.query(name)) ?? otherwise,
    style: styles.find((each) => each === c.req.query('style')) ?? plainVariant.style,
    theme: themes.find((each) => each === c.req.query('theme')) ?? plainVariant.theme,
  }
}

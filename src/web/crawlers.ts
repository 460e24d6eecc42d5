import { Hono } from 'hono'
import { day, rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { escapeMarkup } from '#base/markup.ts'
import { languages } from '#i18n/languages.ts'
import { countBrands, listSlugs } from '#registry/slugs.ts'

const daily = 'public, max-age=86400'
const hourly = 'public, max-age=3600'
const xml = 'application/xml; charset=utf-8'

/** sitemaps.org allows 50,000 addresses a file. */
const addressesAFile = 10_000

const pages = [
  '/',
  '/brands',
  '/changes',
  '/verify',
  '/what-a-badge-says',
  '/docs',
  '/docs/guides',
  '/terms',
  '/privacy',
  '/abuse',
]

/** RFC 9116 §2.5.5 wants an end within a year; it moves by the month, so that caches agree. */
const securityFor = 180 * day
const month = 30 * day

/** What robots, researchers and the curious ask for. */
export function crawlerRoutes(deps: Pick<Deps, 'db' | 'clock' | 'site'>): Hono {
  const { publicUrl, atHome } = deps.site
  const web = new Hono()

  // Answers to single questions mark themselves noindex, which a crawler must be let in to see.
  web.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nDisallow: /v1/\n\nSitemap: ${publicUrl}/sitemap.xml\n`, 200, {
      'cache-control': daily,
    }),
  )

  web.get('/sitemap.xml', async (c) => {
    const files = Math.ceil((await countBrands(deps)) / addressesAFile)
    const names = ['pages.xml', ...Array.from({ length: files }, (_, index) => `brands-${index + 1}.xml`)]
    const entries = names.map((name) => `<sitemap><loc>${publicUrl}/sitemap/${name}</loc></sitemap>`)
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`
    return c.body(body, 200, { 'content-type': xml, 'cache-control': hourly })
  })
  web.get('/sitemap/pages.xml', (c) =>
    c.body(sitemapOf(publicUrl, pages), 200, { 'content-type': xml, 'cache-control': daily }),
  )
  web.get('/sitemap/:file{brands-[1-9]\\d{0,5}\\.xml}', async (c) => {
    const number = Number(/\d+/.exec(c.req.param('file'))?.[0])
    const slugs = await listSlugs(deps, { offset: (number - 1) * addressesAFile, limit: addressesAFile })
    if (slugs.length === 0) return c.text('There are fewer brands.', 404, { 'cache-control': 'no-store' })
    const body = sitemapOf(
      publicUrl,
      slugs.map((slug) => `/b/${encodeURIComponent(slug)}`),
    )
    return c.body(body, 200, { 'content-type': xml, 'cache-control': hourly })
  })

  web.get('/.well-known/security.txt', (c) => {
    // RFC 2142 §4: who runs a domain reads what comes there.
    const contact = atHome ? `${publicUrl}/abuse` : `mailto:security@${new URL(publicUrl).hostname}`
    const expires = Math.floor(deps.clock.now() / month) * month + securityFor
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${rfc3339(expires)}`,
      `Preferred-Languages: ${languages.join(', ')}`,
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ]
    return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': daily })
  })

  web.get('/humans.txt', (c) =>
    c.text(
      'Veramarca, the open registry of brand accounts.\n\n' +
        'In 2008 the Registro de Marcas at mundotwitter.com let companies enter their Twitter account, so that\n' +
        'people could tell them from squatters. This is that registry, with proofs.\n',
      200,
      { 'cache-control': daily },
    ),
  )
  return web
}

/** Each page is one address in all languages: the reader’s own decides, or `?lang=`. */
function sitemapOf(publicUrl: string, paths: readonly string[]): string {
  const entries = paths.map((path) => {
    const address = escapeMarkup(`${publicUrl}${path}`)
    const others = languages.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}?lang=${language}"/>`,
    )
    return `<url><loc>${address}</loc>${others.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

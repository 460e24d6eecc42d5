import { Hono } from 'hono'
import type { Deps } from '#base/deps.ts'
import { listBrands } from '#registry/directory.ts'
import { findBrand } from '#registry/find-brand.ts'
import { brief, fresh, serveVersioned, sheet } from './caching.ts'
import { embedRoutes } from './embeds.tsx'
import { favicon, robots } from './files.ts'
import { render } from './layout.tsx'
import { ownerRoutes } from './owner/routes.ts'
import { pageOf } from './page.ts'
import { listerOf, lists } from './lists.ts'
import { BrandPage } from './pages/brand.tsx'
import { DirectoryPage, type Filter } from './pages/directory.tsx'
import { DocsPage, startDocs } from './pages/docs.tsx'
import { faultPage, notFoundPage } from './pages/problem.tsx'
import { lookupRoutes } from './lookup-routes.tsx'
import { smallPrintRoutes } from './small-print.tsx'
import { tooLargePage } from './too-large.ts'
import { styleSheet, styleVersion } from './style/index.ts'
import { verifyRoutes } from './verify-routes.tsx'

export { faultPage, notFoundPage, tooLargePage }

const pageItems = 30
const daily = 'public, max-age=86400'

/** Everything that speaks HTML, and the few files that pages need. */
export function webRoutes(deps: Deps): Hono {
  const { publicUrl } = deps.site
  const web = new Hono()
  web.route('/', verifyRoutes(deps))
  web.route('/', ownerRoutes(deps))
  web.route('/', lookupRoutes(deps))
  web.route('/', smallPrintRoutes(deps))

  web.get('/b/:slug', async (c) => {
    const slug = c.req.param('slug')
    const brand = await findBrand(deps, slug)
    if (brand === null) {
      return c.html(notFoundPage(pageOf(c), 'noBrand'), 404, { 'cache-control': fresh })
    }
    if (brand.slug !== slug) {
      c.header('cache-control', brief)
      return c.redirect(`/b/${encodeURIComponent(brand.slug)}`, 302)
    }
    return c.html(render(<BrandPage brand={brand} publicUrl={publicUrl} />, pageOf(c)), 200, {
      'cache-control': brief,
    })
  })

  for (const { file, type, write } of lists) {
    web.get(`/b/:slug/${file}`, async (c) => {
      const slug = c.req.param('slug') ?? ''
      const brand = await findBrand(deps, slug)
      if (brand === null) {
        const detail = 'No brand has proved this domain here.'
        return c.text(detail, 404, { 'cache-control': fresh })
      }
      if (brand.slug !== slug) {
        c.header('cache-control', brief)
        return c.redirect(`/b/${encodeURIComponent(brand.slug)}/${file}`, 302)
      }
      return c.body(write(listerOf(brand, publicUrl)), 200, { 'content-type': type, 'cache-control': brief })
    })
  }

  embedRoutes(web, deps)

  web.get('/brands', async (c) => {
    const given = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 253)
    const filter: Filter = {
      search: given('search'),
      category: given('category'),
      country: given('country'),
      platform: given('platform'),
      cursor: given('cursor'),
    }
    const { cursor, ...chosen } = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== ''),
    )
    const listing = await listBrands(deps, { ...chosen, after: cursor, limit: pageItems })
    const page = <DirectoryPage listing={listing} filter={filter} publicUrl={publicUrl} />
    return c.html(render(page, pageOf(c)), 200, { 'cache-control': brief })
  })

  web.get('/docs', (c) => c.html(render(<DocsPage />, pageOf(c)), 200, { 'cache-control': brief }))
  web.get('/docs/start.js', (c) =>
    c.body(startDocs, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': brief }),
  )

  serveVersioned(web, '/style.css', { type: sheet, version: styleVersion, body: styleSheet })
  web.get('/robots.txt', (c) => c.text(robots, 200, { 'cache-control': daily }))
  web.get('/favicon.svg', (c) =>
    c.body(favicon, 200, { 'content-type': 'image/svg+xml', 'cache-control': daily }),
  )
  return web
}

import { Hono } from 'hono'
import type { Deps } from '#base/deps.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { directoryOrders, listBrands } from '#registry/directory.ts'
import { countFacets } from '#registry/facets.ts'
import { atBrand } from './at-brand.ts'
import { brief, fresh, serveVersioned, sheet } from './caching.ts'
import { docsRoutes } from './docs-routes.tsx'
import { embedRoutes } from './embeds.tsx'
import { crawlerRoutes } from './crawlers.ts'
import { favicon } from './files.ts'
import { historyRoutes } from './history-routes.tsx'
import { render } from './layout.tsx'
import { ownerRoutes } from './owner/routes.ts'
import { pageOf } from './page.ts'
import { listerOf, lists } from './lists.ts'
import { BrandPage } from './pages/brand.tsx'
import { DirectoryPage, type Filter } from './pages/directory.tsx'
import { notFoundPage, faultPage } from './pages/problem.tsx'
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
  web.route('/', historyRoutes(deps))
  web.route('/', crawlerRoutes(deps))
  web.route('/', ownerRoutes(deps))
  web.route('/', lookupRoutes(deps))
  web.route('/', smallPrintRoutes(deps))

  web.get('/b/:slug', async (c) => {
    const missing = () => c.html(notFoundPage(pageOf(c), 'noBrand'), 404, { 'cache-control': fresh })
    const show = (brand: PublicBrand) => {
      c.set('named', [brand.slug])
      const page = render(<BrandPage brand={brand} publicUrl={publicUrl} />, pageOf(c))
      return c.html(page, 200, { 'cache-control': brief })
    }
    return await atBrand(c, deps, { rest: '', missing, show })
  })

  for (const { file, type, write } of lists) {
    web.get(`/b/:slug/${file}`, async (c) => {
      const missing = () => c.text('No brand has proved this domain here.', 404, { 'cache-control': fresh })
      const headers = { 'content-type': type, 'cache-control': brief }
      const show = (brand: PublicBrand) => c.body(write(listerOf(brand, publicUrl)), 200, headers)
      return await atBrand(c, deps, { rest: `/${file}`, missing, show })
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
      language: given('language'),
      order: given('order'),
      cursor: given('cursor'),
    }
    const { cursor, order, ...chosen } = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== ''),
    )
    const [listing, facets] = await Promise.all([
      listBrands(deps, {
        ...chosen,
        order: directoryOrders.find((known) => known === order),
        after: cursor,
        limit: pageItems,
      }),
      countFacets(deps),
    ])
    const page = <DirectoryPage {...{ listing, facets, filter, publicUrl }} />
    return c.html(render(page, pageOf(c)), 200, { 'cache-control': brief })
  })

  web.route('/', docsRoutes())

  serveVersioned(web, '/style.css', { type: sheet, version: styleVersion, body: styleSheet })
  web.get('/favicon.svg', (c) =>
    c.body(favicon, 200, { 'content-type': 'image/svg+xml', 'cache-control': daily }),
  )
  return web
}

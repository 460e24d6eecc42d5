import { Hono } from 'hono'
import { brief } from './caching.ts'
import { guides } from './guides/index.ts'
import { render } from './layout.tsx'
import { pageOf } from './page.ts'
import { DocsPage, startDocs } from './pages/docs.tsx'
import { GuidePage, GuidesPage } from './pages/guide.tsx'
import { notFoundPage } from './pages/problem.tsx'

/** For developers: the reference and the guides. */
export function docsRoutes(): Hono {
  const web = new Hono()
  web.get('/docs', (c) => c.html(render(<DocsPage />, pageOf(c)), 200, { 'cache-control': brief }))
  web.get('/docs/start.js', (c) =>
    c.body(startDocs, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': brief }),
  )
  web.get('/docs/guides', (c) =>
    c.html(render(<GuidesPage guides={guides} />, pageOf(c)), 200, { 'cache-control': brief }),
  )
  web.get('/docs/guides/:slug', (c) => {
    const guide = guides.find(({ slug }) => slug === c.req.param('slug'))
    if (guide === undefined) return c.html(notFoundPage(pageOf(c)), 404, { 'cache-control': 'no-store' })
    return c.html(render(<GuidePage guide={guide} />, pageOf(c)), 200, { 'cache-control': brief })
  })
  return web
}

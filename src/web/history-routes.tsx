import { Hono, type Context } from 'hono'
import type { Deps } from '#base/deps.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { listEvents } from '#registry/history.ts'
import { atBrand } from './at-brand.ts'
import { brief, fresh } from './caching.ts'
import { atomOf } from './feed.ts'
import { render } from './layout.tsx'
import { pageOf } from './page.ts'
import { feedPath, HistoryPage, historyWords } from './pages/history.tsx'
import { historyPath } from './parts/trail.tsx'
import { notFoundPage } from './pages/problem.tsx'

const eventsAPage = 50
const atom = 'application/atom+xml; charset=utf-8'

/** What changed: of one brand and of all, as a page and as a feed. */
export function historyRoutes(deps: Pick<Deps, 'db' | 'clock' | 'site'>): Hono {
  const { publicUrl } = deps.site
  const web = new Hono()

  const page = async (c: Context, brand: PublicBrand | null) => {
    const before = /^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0]
    const events = await listEvents(deps, {
      ...(brand === null ? {} : { brandId: brand.id }),
      before: before === undefined ? undefined : Number(before),
      limit: eventsAPage,
    })
    const shown = <HistoryPage slug={brand?.slug ?? null} page={events} publicUrl={publicUrl} />
    return c.html(render(shown, pageOf(c)), 200, { 'cache-control': brief })
  }

  const feed = async (c: Context, brand: PublicBrand | null) => {
    const wanted = { ...(brand === null ? {} : { brandId: brand.id }), limit: eventsAPage }
    const { items } = await listEvents(deps, wanted)
    const slug = brand?.slug ?? null
    const { language } = pageOf(c)
    const say = historyWords(language)
    const body = atomOf({
      language,
      publicUrl,
      title: slug === null ? say('all') : say('of', { slug }),
      path: feedPath(slug),
      page: historyPath(slug),
      events: items,
      since: brand?.since ?? 0,
    })
    return c.body(body, 200, { 'content-type': atom, 'cache-control': brief })
  }

  web.get('/changes', async (c) => await page(c, null))
  web.get('/feed.atom', async (c) => await feed(c, null))
  for (const [file, answer] of [
    ['history', page],
    ['feed.atom', feed],
  ] as const) {
    web.get(`/b/:slug/${file}`, async (c) => {
      const missing = () => c.html(notFoundPage(pageOf(c), 'noBrand'), 404, { 'cache-control': fresh })
      return await atBrand(c, deps, { rest: `/${file}`, missing, show: (brand) => answer(c, brand) })
    })
  }
  return web
}

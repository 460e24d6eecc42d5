import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Deps } from '#base/deps.ts'
import { brief } from './caching.ts'
import { render } from './layout.tsx'
import { pageOf } from './page.ts'
import { AbusePage } from './pages/abuse.tsx'
import { PrivacyPage } from './pages/privacy.tsx'
import { TermsPage } from './pages/terms.tsx'

/** What the registry promises, what it keeps, and whom to tell. */
export function smallPrintRoutes({ site }: Pick<Deps, 'site'>): Hono {
  const { publicUrl, atHome } = site
  // RFC 2142 §4: every domain's operator is reached there.
  const contact = atHome ? null : `abuse@${new URL(publicUrl).hostname}`
  const web = new Hono()
  const show = (c: Context, page: Child) => c.html(render(page, pageOf(c)), 200, { 'cache-control': brief })
  web.get('/terms', (c) => show(c, <TermsPage publicUrl={publicUrl} />))
  web.get('/privacy', (c) => show(c, <PrivacyPage publicUrl={publicUrl} contact={contact} />))
  web.get('/abuse', (c) => {
    const about = (c.req.query('about') ?? '').trim().slice(0, 200)
    return show(c, <AbusePage publicUrl={publicUrl} contact={contact} about={about} />)
  })
  return web
}

import { Hono, type Context } from 'hono'
import { isLoopback } from '#auth/network.ts'
import type { Deps } from '#base/deps.ts'
import { listMailbox, readMailbox } from '#mail/mailbox.ts'
import { render } from '#web/layout.tsx'
import { notFoundPage } from '#web/pages/problem.tsx'
import { pageOf } from '#web/page.ts'
import { LetterPage, MailboxPage } from './pages.tsx'

const unkept = { 'cache-control': 'no-store' }

/** What would be sent, where nothing is: for whoever sits at this machine. Codes stand in it, so nobody else sees it. */
export function mailboxRoutes(deps: Pick<Deps, 'db' | 'site' | 'mailer' | 'clientAddress'>): Hono {
  const web = new Hono()

  /** A page elsewhere may have given its own name our address, so the name that was asked for counts too. */
  const isAtHome = (c: Context) =>
    deps.site.atHome &&
    deps.mailer === null &&
    isLoopback(deps.clientAddress(c.req.raw, c.env)) &&
    new URL(c.req.url).host === new URL(deps.site.publicUrl).host

  const nothing = (c: Context) => c.html(notFoundPage(pageOf(c)), 404, unkept)

  web.get('/mailbox', async (c) => {
    if (!isAtHome(c)) return nothing(c)
    return c.html(render(<MailboxPage letters={await listMailbox(deps)} />, pageOf(c)), 200, unkept)
  })

  web.get('/mailbox/:file', async (c) => {
    if (!isAtHome(c)) return nothing(c)
    const file = c.req.param('file')
    const letter = await readMailbox(deps, file.replace(/\.html$/, ''))
    if (letter === null) return nothing(c)
    if (file.endsWith('.html')) return c.html(letter.html, 200, unkept)
    return c.html(render(<LetterPage letter={letter} />, pageOf(c)), 200, unkept)
  })
  return web
}

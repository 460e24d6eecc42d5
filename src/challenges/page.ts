import type { Page } from '#net/net.ts'
import { refused, unlearnt } from './finding.ts'
import type { Finding } from './method.ts'

/**
 * Null when the page was fetched as a proof must be: status 200, and https at every hop. Else the finding.
 * Only 404 and 410 say that the thing is not there (DESIGN "Three findings"). A detail never holds a foreign body.
 */
export function unfit(page: Page, asked: string): Finding | null {
  if (![asked, ...page.redirects, page.url].every((url) => url.startsWith('https://'))) {
    return unlearnt(
      'redirect_not_allowed',
      `${asked} redirects to plain http, where anyone on the way could answer. Serve it over https throughout.`,
    )
  }
  const answered = `${asked} answered with status ${page.status}`
  switch (page.status) {
    case 200:
      return null
    case 404:
    case 410:
      return refused(
        'not_found',
        `${answered}: there is nothing at that address yet. Publish it and check again.`,
      )
    case 401:
      return unlearnt(
        'login_required',
        `${answered}: it asks for a login. Let anyone read it, without a password.`,
      )
    case 403:
      return unlearnt('forbidden', `${answered}: our look was turned away. Let anyone read it, robots too.`)
    case 429:
      return unlearnt(
        'rate_limited',
        `${answered}: the server wants fewer requests. We shall look again later.`,
      )
    default:
      return page.status >= 500
        ? unlearnt('server_error', `${answered}: the server has a fault. We shall look again later.`)
        : unlearnt('unexpected_status', `${answered}. Serve it with status 200 at exactly that address.`)
  }
}

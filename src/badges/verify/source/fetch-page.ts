import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { drawLooks } from '#jobs/budget.ts'
import { Unreachable, type Page } from '#net/net.ts'
import { passed, unknown, type Rung } from '#badges/verify/ladder.ts'

/** As much of a page as is read for `rel="me"`. */
const bytesMax = 1_000_000
const accept = 'application/vc+jwt, image/svg+xml, text/html, application/json;q=0.9, */*;q=0.1'

/**
 * What is at an address that a stranger gave. It draws on its host's budget, as everything does that strangers may
 * have us ask, and its redirects stay inside its registrable domain.
 */
export async function fetchPage(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  url: URL,
): Promise<Rung<Pick<Page, 'url' | 'body' | 'contentType' | 'truncated'>>> {
  if (url.protocol !== 'https:') return unknown('address_not_https')
  const [primary] = deps.net.perspectives
  const target = registrable(url.hostname)
  if (primary === undefined) return unknown('page_unreachable')
  if ((await drawLooks(deps, target, 'verify', 1)) > 0) return unknown('page_busy')
  let page: Page
  try {
    page = await primary.get(url.href, { bytesMax, target, accept })
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return unknown(error.reason === 'redirect_off_domain' ? 'page_redirects' : 'page_unreachable')
  }
  if (page.status === 404 || page.status === 410) return unknown('page_missing')
  return page.status === 200 ? passed('page_fetched', page) : unknown('page_unreachable')
}

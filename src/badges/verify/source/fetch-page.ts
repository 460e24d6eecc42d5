import type { Deps } from '#base/deps.ts'
import type { Page } from '#net/net.ts'
import { getForStranger } from '#badges/verify/get-for-stranger.ts'
import { passed, unknown, type Rung } from '#badges/verify/ladder.ts'

/** As much of a page as is read for `rel="me"`. */
const bytesMax = 1_000_000
const accept = 'application/vc+jwt, image/svg+xml, text/html, application/json;q=0.9, */*;q=0.1'

/** What is at an address that a stranger gave. Redirects stay inside its registrable domain. */
export async function fetchPage(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  url: URL,
): Promise<Rung<Pick<Page, 'url' | 'body' | 'contentType' | 'truncated'>>> {
  if (url.protocol !== 'https:') return unknown('address_not_https')
  const page = await getForStranger(deps, url, { bytesMax, accept })
  if (page === 'busy') return unknown('page_busy')
  if (typeof page === 'string') {
    return unknown(page === 'redirect_off_domain' ? 'page_redirects' : 'page_unreachable')
  }
  if (page.status === 404 || page.status === 410) return unknown('page_missing')
  return page.status === 200 ? passed('page_fetched', page) : unknown('page_unreachable')
}

import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { drawLooks } from '#jobs/budget.ts'
import { Unreachable, type Page } from '#net/net.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'

type Wanted = { readonly bytesMax: number; readonly accept: string }

/**
 * What an issuer's own host says at a URL. Codes begin with `issuer`, or with what else is named. Anybody may ask,
 * about any host, so it draws on the host's budget: otherwise this would be an engine against that host.
 */
export async function fetchSaid(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  url: URL,
  { bytesMax, accept }: Wanted,
  codes: { readonly about: string; readonly missing: string; readonly tooLarge: string },
): Promise<Rung<string>> {
  const [primary] = deps.net.perspectives
  const target = registrable(url.hostname)
  if (primary === undefined) return unknown(`${codes.about}_unreachable`)
  if ((await drawLooks(deps, target, 'verify', 1)) > 0) return unknown(`${codes.about}_busy`)
  let page: Page
  try {
    page = await primary.get(url.href, { bytesMax, target, accept })
  } catch (error) {
    if (error instanceof Unreachable) return unknown(`${codes.about}_unreachable`)
    throw error
  }
  // did:web trusts the host's TLS; a hop elsewhere, or without TLS, is somebody else's word.
  if (page.redirects.length > 0) return unknown(`${codes.about}_redirects`)
  if (page.status === 404 || page.status === 410) return failed(codes.missing)
  if (page.status !== 200) return unknown(`${codes.about}_unreachable`)
  return page.truncated ? failed(codes.tooLarge) : passed('said', page.body)
}

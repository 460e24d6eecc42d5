import type { Deps } from '#base/deps.ts'
import { getForStranger } from './get-for-stranger.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'

type Wanted = { readonly bytesMax: number; readonly accept: string }

/** What an issuer's own host says at a URL. Codes begin with `issuer`, or with what else is named. */
export async function fetchSaid(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  url: URL,
  wanted: Wanted,
  codes: { readonly about: string; readonly missing: string; readonly tooLarge: string },
): Promise<Rung<string>> {
  const page = await getForStranger(deps, url, wanted)
  if (page === 'busy') return unknown(`${codes.about}_busy`)
  if (typeof page === 'string') return unknown(`${codes.about}_unreachable`)
  // did:web trusts the host's TLS; a hop elsewhere, or without TLS, is somebody else's word.
  if (page.redirects.length > 0) return unknown(`${codes.about}_redirects`)
  if (page.status === 404 || page.status === 410) return failed(codes.missing)
  if (page.status !== 200) return unknown(`${codes.about}_unreachable`)
  return page.truncated ? failed(codes.tooLarge) : passed('said', page.body)
}

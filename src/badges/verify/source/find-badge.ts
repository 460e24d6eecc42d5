import type { Deps } from '#base/deps.ts'
import { failed, passed, unknown, type Rung } from '#badges/verify/ladder.ts'
import { readBadge } from '#badges/read-badge.ts'
import { readCarrier, type Carried } from './carrier.ts'
import { embeddedSlugs } from './embedded.ts'
import { fetchPage } from './fetch-page.ts'
import { slugAt } from './own-address.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'net' | 'site'>

export type Found = {
  readonly badge: string
  /** Of the page that shows the badge: whether it is for this site is what its reader wants to know. */
  readonly origin?: string
  /** Of the address elsewhere that was given: whoever answers there may lead us to any genuine badge. */
  readonly foundAt?: string
}

/** Follows what was given to one badge. Codes are those of the step `source`. */
export async function findBadge(deps: Seams, given: Rung<Carried>): Promise<Rung<Found>> {
  if (given.outcome !== 'passed') return given
  const carried = given.value
  switch (carried.kind) {
    case 'token':
      return passed(given.code, { badge: carried.token })
    case 'page':
      return await fromPage(deps, carried.html)
    case 'address': {
      const found = await fromAddress(deps, carried.url, 2)
      const foundAt = carried.url.origin
      if (found.outcome !== 'passed' || foundAt === deps.site.publicUrl) return found
      return passed(found.code, { ...found.value, foundAt })
    }
  }
}

/** A JSON view names a further address; that is all the way there is. */
async function fromAddress(deps: Seams, url: URL, fetches: number): Promise<Rung<Found>> {
  const slug = slugAt(deps.site.publicUrl, url)
  if (slug !== null) return await ofBrand(deps, slug, 'own_address')
  if (url.origin === deps.site.publicUrl) return unknown('no_badge_found')
  if (fetches === 0) return unknown('no_badge_found')
  const page = await fetchPage(deps, url)
  if (page.outcome !== 'passed') return page
  const { body, contentType, truncated } = page.value
  if (contentType?.startsWith('image/') === true && !contentType.includes('svg')) {
    return unknown('picture_by_address')
  }
  const carried = readCarrier(body)
  if (carried.outcome !== 'passed') return carried
  if (carried.value.kind === 'page') return await fromPage(deps, carried.value.html, page.value.url)
  // What is cut off is not what its author signed.
  if (truncated) return failed('file_too_large')
  if (carried.value.kind === 'address') return await fromAddress(deps, carried.value.url, fetches - 1)
  return passed('badge_fetched', { badge: carried.value.token })
}

async function fromPage(deps: Seams, html: string, pageUrl?: string): Promise<Rung<Found>> {
  const [slug, ...others] = embeddedSlugs(html, deps.site.publicUrl, pageUrl)
  if (slug === undefined) return unknown('no_badge_found')
  if (others.length > 0) return unknown('several_badges')
  const found = await ofBrand(deps, slug, 'page_shows_badge')
  if (found.outcome !== 'passed' || pageUrl === undefined) return found
  return passed(found.code, { ...found.value, origin: new URL(pageUrl).origin })
}

/** Of our own badges we know what is current, whatever a copy of the picture says. */
async function ofBrand(deps: Seams, slug: string, code: string): Promise<Rung<Found>> {
  const badge = await readBadge(deps, slug)
  return badge === null ? failed('badge_not_issued') : passed(code, { badge })
}

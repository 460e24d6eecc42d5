import { Parser } from 'htmlparser2'
import { slugAt } from './own-address.ts'

/** The parser's time is quadratic in the depth; no honest page is nested so deep. */
const depthMax = 256

const shows = new Set(['img', 'iframe', 'embed', 'object'])

/** Every address of a page is read against its base: a long one would cost as much each time. */
const baseCharactersMax = 2_048

/** What is inside is not shown, or not to everybody. */
const inert = new Set(['template', 'noscript'])

/**
 * The brands whose badges of this registry a page shows: as a picture, in a frame, or by our component. Never throws;
 * nothing of the page is run, so what its scripts would put there is not seen.
 */
export function embeddedSlugs(html: string, publicUrl: string, pageUrl?: string): readonly string[] {
  const slugs = new Set<string>()
  const components = new Set<string>()
  let hasComponent = false
  let hasBase = false
  let base: string | undefined = pageUrl
  let depth = 0
  let hidden = 0
  const urlOf = (text = '') => URL.parse(text.trim(), base)
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1
      if (depth > depthMax) parser.pause()
      if (inert.has(tag)) hidden += 1
      if (hidden > 0) return
      const { src, href, data, brand } = attributes
      // HTML §4.2.3: the first counts.
      if (tag === 'base' && href !== undefined && !hasBase) {
        hasBase = true
        base = href.length > baseCharactersMax ? undefined : URL.parse(href, pageUrl)?.href
      }
      if (tag === 'script') hasComponent ||= isComponent(urlOf(src), publicUrl)
      const named = tag === 'brand-badge' ? URL.parse(`https://${brand?.trim()}`)?.hostname : undefined
      if (brand !== undefined && named !== undefined) components.add(named)
      const url = shows.has(tag) ? urlOf(src ?? data) : null
      const slug = url?.pathname.startsWith('/badges/') === true ? slugAt(publicUrl, url) : null
      if (slug !== null) slugs.add(slug)
    },
    onclosetag(tag) {
      depth -= 1
      if (inert.has(tag)) hidden -= 1
    },
  })
  parser.end(html)
  return [...slugs, ...(hasComponent ? components.difference(slugs) : [])]
}

function isComponent(url: URL | null, publicUrl: string): boolean {
  return url?.origin === publicUrl && /^\/embed(?:\.js$|\/[\da-f]+\.js$)/.test(url.pathname)
}

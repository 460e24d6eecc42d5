import { Parser } from 'htmlparser2'
import { slugAt } from './own-address.ts'

/** The parser's time is quadratic in the depth; no honest page is nested so deep. */
const depthMax = 256

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
  let base = pageUrl
  let depth = 0
  let hidden = 0
  const urlOf = (text = '') => URL.parse(text.trim(), base)
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1
      if (depth > depthMax) parser.pause()
      if (inert.has(tag)) hidden += 1
      if (hidden > 0) return
      const { src, href, brand } = attributes
      if (tag === 'base' && href !== undefined) base = URL.parse(href, pageUrl)?.href ?? base
      if (tag === 'script') hasComponent ||= isComponent(urlOf(src), publicUrl)
      const named = tag === 'brand-badge' ? (brand ?? '').trim().toLowerCase() : ''
      if (named !== '') components.add(named)
      const url = tag === 'img' || tag === 'iframe' ? urlOf(src) : null
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

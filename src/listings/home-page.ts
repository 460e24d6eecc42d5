import { Parser } from 'htmlparser2'
import { linkEntry, type Entry } from './entry.ts'
import { readJsonLd } from './json-ld.ts'

/** The parser's time is quadratic in the depth, and so no page is read on from there. */
const depthMax = 256
const linksMax = 1_000
const scriptsMax = 50

export type HomePage = {
  readonly entries: readonly Entry<'rel-me' | 'same-as'>[]
  /** False when it is nested, or lists, as no honest page does: more might follow. */
  readonly isWhole: boolean
}

/**
 * The `rel="me"` links of a page (a, area and link elements), and the `sameAs` of its JSON-LD. What stands in comments
 * or templates is not in force. Never throws.
 */
export function readHomePage(html: string): HomePage {
  const links: string[] = []
  const scripts: string[] = []
  let depth = 0
  let templates = 0
  let script: string[] | null = null
  let isWhole = true
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1
      if (depth > depthMax || links.length >= linksMax || scripts.length >= scriptsMax) {
        isWhole = false
        parser.pause()
      } else if (tag === 'template') templates += 1
      else if (templates > 0) return
      else if (tag === 'script') script = isJsonLd(attributes['type']) ? [] : null
      else if (linking.has(tag) && isMe(attributes['rel'])) links.push(attributes['href'] ?? '')
    },
    ontext(text) {
      script?.push(text)
    },
    onclosetag(tag) {
      depth -= 1
      if (tag === 'template') templates = Math.max(0, templates - 1)
      if (tag === 'script' && script !== null) scripts.push(script.join(''))
      if (tag === 'script') script = null
    },
  })
  // Not `end()`: a tag or script that the text breaks off in must not be completed for it.
  parser.write(html)
  const entries = [...links.map((link) => linkEntry('rel-me', link)), ...scripts.flatMap(readJsonLd)]
  return { entries, isWhole }
}

const linking = new Set(['a', 'area', 'link'])

function isMe(rel: string | undefined): boolean {
  return rel !== undefined && rel.toLowerCase().split(/\s+/).includes('me')
}

function isJsonLd(type: string | undefined): boolean {
  return type !== undefined && /^\s*application\/ld\+json\s*(?:;|$)/i.test(type)
}

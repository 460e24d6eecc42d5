import { Parser } from 'htmlparser2'

/** What a head may hold (HTML §4.2.1). Any other element, or loose text, means that the body has begun (§13.2.6.4.4). */
const headElements = new Set(['html', 'head', 'title', 'base', 'link', 'meta', 'style', 'script'])

/** In a head too, but what is inside them is not in force, or not for every reader. */
const inertElements = new Set(['noscript', 'template'])

/** The parser's time is quadratic in the depth: a megabyte of `<b>` took 80 s. No head is nested so deep. */
const depthMax = 64

export type HeadMetas = {
  /** `content` of each complete tag of that name, in order. */
  readonly contents: readonly string[]
  /** False when the text ended inside the head: more might have followed. */
  readonly headEnded: boolean
}

/**
 * `<meta name=… content=…>` tags in force in the head of a page. Tags in comments, scripts, `noscript`,
 * `template`, foreign content or the body do not count: strangers may write there. Never throws.
 */
export function headMetas(html: string, name: string): HeadMetas {
  const contents: string[] = []
  let headEnded = false
  let depth = 0
  let inert = 0
  let raw: string | null = null
  const endHead = () => {
    headEnded = true
    parser.pause()
  }
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1
      if (depth > depthMax) endHead()
      else if (inertElements.has(tag)) inert += 1
      else if (inert > 0) return
      else if (!headElements.has(tag)) endHead()
      else if (tag === 'title' || tag === 'style' || tag === 'script') raw = tag
      else if (tag === 'meta' && attributes['name']?.trim().toLowerCase() === name) {
        contents.push(attributes['content'] ?? '')
      }
    },
    onclosetag(tag) {
      depth -= 1
      if (inertElements.has(tag)) inert -= 1
      else if (tag === raw) raw = null
      else if ((tag === 'head' || tag === 'html') && inert === 0) endHead()
    },
    ontext(text) {
      if (raw === null && inert === 0 && text.trim() !== '') endHead()
    },
  })
  // Not `end()`: a tag that the text breaks off in must not be completed for it.
  parser.write(html)
  return { contents, headEnded }
}

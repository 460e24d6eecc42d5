import { Parser } from 'htmlparser2'

/** The parser's time is quadratic in the depth; no platform's page is nested so deep. */
const depthMax = 256

const raw = new Set(['script', 'style'])
const blocks = new Set(['p', 'div', 'li', 'tr', 'blockquote', 'h1', 'h2', 'h3'])

export type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** With line breaks where a reader sees them; a script's own is its source. */
  readonly text: string
}

export type Html = { readonly text: string; readonly elements: readonly Element[] }

type Open = { readonly tag: string; readonly depth: number; readonly parts: string[]; readonly at: number }

/** The text of a page and the elements asked for, in order. Null when it is nested as no honest page is. Never throws. */
export function readHtml(
  html: string,
  isWanted: (tag: string, classes: readonly string[]) => boolean,
): Html | null {
  const elements: Element[] = []
  const all: string[] = []
  const open: Open[] = []
  let depth = 0
  let inside: string | null = null
  const add = (text: string) => {
    if (inside === null) all.push(text)
    for (const { tag, parts } of open) if (inside === null || tag === inside) parts.push(text)
  }
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1
      if (depth > depthMax) parser.pause()
      if (raw.has(tag)) inside = tag
      if (tag === 'br') add('\n')
      if (isWanted(tag, (attributes['class'] ?? '').split(/\s+/))) {
        open.push({ tag, depth, parts: [], at: elements.length })
        elements.push({ tag, attributes: { ...attributes }, text: '' })
      }
    },
    ontext: add,
    onclosetag(tag) {
      if (blocks.has(tag)) add('\n')
      if (tag === inside) inside = null
      if (open.at(-1)?.depth === depth) {
        const { at, parts } = open.pop() ?? { at: -1, parts: [] }
        const element = elements[at]
        if (element !== undefined) elements[at] = { ...element, text: parts.join('') }
      }
      depth -= 1
    },
  })
  parser.end(html)
  return depth > depthMax ? null : { text: all.join(''), elements }
}

/** What a reader sees of a piece of HTML; empty for one that nobody honest wrote. */
export function textOf(html: string): string {
  return readHtml(html, () => false)?.text.trim() ?? ''
}

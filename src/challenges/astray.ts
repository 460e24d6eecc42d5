/** Why a tag that is in a page is not in force there. */
export type Astray =
  | 'comment'
  | 'inert'
  | 'escaped'
  | 'backslashes'
  | 'typographic_quotes'
  | 'no_name'
  | 'body'

/** Elements whose content is text to a reader of the head, or not in force for every reader. */
const inertElements = ['script', 'style', 'title', 'noscript', 'template', 'svg', 'textarea']

/** A tag with all its attributes is far shorter. */
const tagCharactersMax = 400
/** Places with our token that are looked at: a page may repeat it thousands of times. */
const placesMax = 5

/**
 * How a tag of this name with this token stands in a page in whose head there is none. By plain text search, since it
 * has to understand what no parser takes for a tag. Only words for people hang on it, never a proof. Null when it is
 * nowhere, so that nothing is told of tags that are not ours.
 */
export function astray(html: string, name: string, token: string): Astray | null {
  const text = html.toLowerCase()
  let at = text.indexOf(token)
  for (let place = 0; at !== -1 && place < placesMax; place += 1) {
    const found = tagAround(text, at)
    if (found !== null && found.tag.includes(name)) return kindOf(text, found)
    at = text.indexOf(token, at + token.length)
  }
  return null
}

type Tag = { readonly start: number; readonly tag: string }

function tagAround(text: string, at: number): Tag | null {
  const before = text.slice(Math.max(0, at - tagCharactersMax), at)
  const open = Math.max(before.lastIndexOf('<meta'), before.lastIndexOf('&lt;meta'))
  if (open === -1 || before.slice(open).includes('>')) return null
  const [after = ''] = text.slice(at, at + tagCharactersMax).split(/>|&gt;/, 1)
  return { start: at - before.length + open, tag: before.slice(open) + after }
}

function kindOf(text: string, { start, tag }: Tag): Astray | null {
  const isOpen = (opening: string, closing: string) =>
    text.lastIndexOf(opening, start) > text.lastIndexOf(closing, start)
  if (isOpen('<!--', '-->')) return 'comment'
  if (inertElements.some((element) => isOpen(`<${element}`, `</${element}`))) return 'inert'
  if (/\\["']/.test(tag)) return 'backslashes'
  if (/^&lt;|&quot;|&#0*34;|&#x0*22;/.test(tag)) return 'escaped'
  if (/[“”„‘’«»″]/.test(tag)) return 'typographic_quotes'
  if (!/\sname\s*=/.test(tag)) return 'no_name'
  // Inside another tag's attribute it is no tag at all.
  return /=\s*["']$/.test(text.slice(Math.max(0, start - 10), start)) ? null : 'body'
}

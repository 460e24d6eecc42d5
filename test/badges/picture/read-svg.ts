import { Parser } from 'htmlparser2'

export type Element = { name: string; attributes: Record<string, string>; text: string }

/** Reads it as XML does; throws where tags do not pair or a bare special character stands. */
export function readSvg(svg: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '' }
        elements.push(element)
        open.push(element)
      },
      ontext: (text) => open.forEach((element) => (element.text += text)),
      onclosetag: () => void open.pop(),
      oncdatastart() {
        throw new Error('There is a CDATA section')
      },
      oncomment() {
        throw new Error('There is a comment')
      },
      onprocessinginstruction() {
        throw new Error('There is a processing instruction')
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  // The parser closes what is left open, so the text itself is counted.
  const tags = (pattern: RegExp) => svg.match(pattern)?.length ?? 0
  const unpaired = tags(/<[a-z]/g) - tags(/\/>/g) - tags(/<\//g)
  if (unpaired !== 0 || elements.length !== tags(/<[a-z]/g)) throw new Error('Tags are not paired')
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(svg)) throw new Error('There is a bare ampersand')
  return elements
}

/** The lines of text that are seen, in their order, without what only turns their direction. */
export function textsOf(svg: string): readonly string[] {
  return readSvg(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text.replace(/[\u2068\u2069]/g, ''))
}

export function bytesOf(svg: string): number {
  return new TextEncoder().encode(svg).length
}

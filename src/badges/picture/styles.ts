import type { Style } from '#badges/variant.ts'
import { paint } from './paint.ts'
import { frame, line, symbol, type Body, type Said } from './parts.ts'
import { widthOf } from './picture-text.ts'

type Layout = {
  /** The domain in the sizes that may be tried, largest first. */
  readonly domainPixels: readonly number[]
  /** The room that a name has beside what else stands in its line. */
  nameRoom(said: Pick<Said, 'word'>): number
  readonly namePixels: number
  draw(domain: string, domainPixels: number, said: Said): Body
}

/** Wider than this only what cannot be shortened becomes. */
export const textWidthMax = 380
const gap = 7

const flatStart = 38
const flat: Layout = {
  domainPixels: [13],
  nameRoom: ({ word }) => textWidthMax - widthOf(word, 11, true) - gap,
  namePixels: 11,
  draw(domain, pixels, said) {
    const { word, name } = said
    const nameStart = flatStart + widthOf(word, 11, true) + gap
    const nameEnd = name === '' ? nameStart - gap : nameStart + widthOf(name, 11)
    const width = Math.max(flatStart + widthOf(domain, pixels, true), nameEnd) + 12
    const inside = [
      frame(said, width, 40, 6),
      symbol(said, { x: 9, y: 10, side: 20 }),
      line(domain, said, { x: flatStart, y: 17, pixels, part: 'text', bold: true }),
      line(word, said, { x: flatStart, y: 32, pixels: 11, part: 'shape', bold: true }),
      line(name, said, { x: nameStart, y: 32, pixels: 11, part: 'soft' }),
    ].join('')
    return { width, height: 40, parts: ['frame', 'shape', 'glyph', 'text', 'soft'], inside }
  },
}

const cardStart = 78
const cardWidthMin = 340
const cardHeight = 124
const card: Layout = {
  domainPixels: [19, 16, 14],
  nameRoom: () => textWidthMax,
  namePixels: 13,
  draw(domain, pixels, said) {
    const { word, name, checked, theme, state } = said
    const lines = [widthOf(domain, pixels, true), widthOf(word, 13, true), widthOf(name, 13)]
    const width = Math.max(cardWidthMin, cardStart + Math.max(...lines) + 18)
    const down = name === '' ? 10 : 0
    const inside = [
      frame(said, width, cardHeight, 12),
      symbol(said, { x: 18, y: 24, side: 44 }),
      line(domain, said, { x: cardStart, y: 36 + down, pixels, part: 'text', bold: true }),
      line(word, said, { x: cardStart, y: 57 + down, pixels: 13, part: 'shape', bold: true, roomy: 'start' }),
      line(name, said, { x: cardStart, y: 77, pixels: 13, part: 'soft' }),
      `<path d="M18 92.5H${width - 18}" stroke-opacity=".3" ${paint('frame', theme, state)}/>`,
      line('Veramarca', said, { x: 18, y: 111, pixels: 11, part: 'soft', bold: true, roomy: 'start' }),
      line(checked, said, { x: width - 18, y: 111, pixels: 11, part: 'soft', roomy: 'end' }),
    ].join('')
    return { width, height: cardHeight, parts: ['frame', 'shape', 'glyph', 'text', 'soft'], inside }
  },
}

const markStart = 32
/** The smallest, and still no lone tick: whoever copies it copies whose it is. */
const mark: Layout = {
  domainPixels: [13],
  nameRoom: () => textWidthMax,
  namePixels: 11,
  draw(domain, pixels, said) {
    const width = markStart + widthOf(domain, pixels, true) + 14
    const inside = [
      frame(said, width, 30, 15),
      symbol(said, { x: 6, y: 6, side: 18 }),
      line(domain, said, { x: markStart, y: 20, pixels, part: 'text', bold: true }),
    ].join('')
    return { width, height: 30, parts: ['frame', 'shape', 'glyph', 'text'], inside }
  },
}

export const layouts: Readonly<Record<Style, Layout>> = { flat, card, mark }

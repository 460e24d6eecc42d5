import type { Theme } from '#badges/variant.ts'
import { paint, type Part } from './paint.ts'
import { looks, type PictureState } from './picture-state.ts'
import { escapeXml, widthOf } from './picture-text.ts'

/** What is written and drawn, ready to be placed: nothing in it needs to be shortened or left out any more. */
export type Said = {
  readonly state: PictureState
  readonly theme: Theme
  readonly word: string
  readonly name: string
  /** "checked 2026-03-01"; empty where nothing stands. */
  readonly checked: string
}

/** A picture without its outermost element. */
export type Body = {
  readonly width: number
  readonly height: number
  readonly parts: readonly Part[]
  readonly inside: string
}

type Line = {
  readonly x: number
  readonly y: number
  readonly pixels: number
  readonly part: Part
  readonly bold?: boolean
  /** Our own few words need no fitting where there is room for them in any font. */
  readonly roomy?: 'start' | 'end'
}

/** One line of text. What others chose the length of fills the same width in fonts of any. */
export function line(
  text: string,
  { state, theme }: Said,
  { x, y, pixels, part, bold = false, roomy }: Line,
): string {
  if (text === '') return ''
  const fitted = `textLength="${widthOf(text, pixels, bold)}" lengthAdjust="spacingAndGlyphs"`
  const attributes = [
    `x="${x}" y="${y}" font-size="${pixels}"`,
    ...(bold ? ['font-weight="700"'] : []),
    ...(roomy === undefined ? [fitted] : []),
    ...(roomy === 'end' ? ['text-anchor="end"'] : []),
    paint(part, theme, state),
  ]
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`
}

/** The state's symbol in a square at this place. */
export function symbol(
  { state, theme }: Said,
  { x, y, side }: { x: number; y: number; side: number },
): string {
  const { shape, glyph } = looks[state]
  return [
    `<g transform="translate(${x} ${y})scale(${side / 20})" stroke-width="2" stroke-linecap="round">`,
    `<path d="${shape}" ${paint('shape', theme, state)}/>`,
    `<path d="${glyph}" fill="none" stroke-linejoin="round" ${paint('glyph', theme, state)}/></g>`,
  ].join('')
}

/** The ground of the whole picture, with a crisp line of one pixel around. */
export function frame({ state, theme }: Said, width: number, height: number, radius: number): string {
  return `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="${radius}" ${paint('frame', theme, state)}/>`
}

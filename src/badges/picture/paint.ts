import type { Theme } from '#badges/variant.ts'
import type { PictureState } from './picture-state.ts'

type Shade = 'light' | 'dark'

type Colours = {
  readonly ground: string
  readonly text: string
  readonly soft: string
  readonly states: Readonly<Record<PictureState, string>>
}

/** On its ground each colour has at least 4.5:1 (WCAG 2.2, 1.4.3). Green is for a proved domain alone. */
export const colours: Readonly<Record<Shade, Colours>> = {
  light: {
    ground: '#fff',
    text: '#16191d',
    soft: '#4a525c',
    states: {
      controlled: '#0b6b3a',
      at_risk: '#8a4b00',
      lapsed: '#4f5660',
      suspended: '#a8121b',
      expired: '#5b3a8c',
      unregistered: '#3d4a5c',
      unknown: '#3d4a5c',
    },
  },
  dark: {
    ground: '#14181d',
    text: '#f1f4f7',
    soft: '#b4bec9',
    states: {
      controlled: '#4fd08b',
      at_risk: '#f0a848',
      lapsed: '#aab4c0',
      suspended: '#ff8a85',
      expired: '#c0a3f0',
      unregistered: '#9fb3cc',
      unknown: '#9fb3cc',
    },
  },
}

/** Parts of a picture by what colours them; their letters are the classes of `auto`. */
const parts = {
  frame: 'f',
  shape: 's',
  glyph: 'y',
  text: 't',
  soft: 'm',
} as const
export type Part = keyof typeof parts

type Painted = Readonly<Record<string, string>>

function painted(part: Part, shade: Shade, state: PictureState): Painted {
  const { ground, text, soft, states } = colours[shade]
  const own = states[state]
  switch (part) {
    case 'frame':
      return { fill: ground, stroke: own }
    case 'shape':
      return { fill: own }
    case 'glyph':
      return { stroke: ground }
    case 'text':
      return { fill: text }
    case 'soft':
      return { fill: soft }
  }
}

/** A part's attributes. `auto` is light by attributes, which its style sheet overrules where the page is dark. */
export function paint(part: Part, theme: Theme, state: PictureState): string {
  const attributes = Object.entries(painted(part, theme === 'dark' ? 'dark' : 'light', state))
  const said = attributes.map(([name, colour]) => `${name}="${colour}"`)
  return [...(theme === 'auto' ? [`class="${parts[part]}"`] : []), ...said].join(' ')
}

/** The style sheet of a picture that has these parts; nothing where the theme is fixed. */
export function darkStyle(used: readonly Part[], theme: Theme, state: PictureState): string {
  if (theme !== 'auto') return ''
  const rules = used.map((part) => {
    const said = Object.entries(painted(part, 'dark', state)).map(([name, colour]) => `${name}:${colour}`)
    return `.${parts[part]}{${said.join(';')}}`
  })
  return `<style>@media(prefers-color-scheme:dark){${rules.join('')}}</style>`
}

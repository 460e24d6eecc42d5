import { describe, expect, test } from 'vitest'
import { colours } from '#badges/picture/paint.ts'
import { drawForPixels, type Picture } from '#badges/picture/picture.ts'
import type { PictureState } from '#badges/picture/picture-state.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { styles, variantPath, type Variant } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'
import { readEngine } from '#node-deps.ts'
import { partsOf } from './colours.ts'
import { readPng } from './read-png.ts'
import { readSvg } from './read-svg.ts'

const raster = createRaster(readEngine)
const shades = ['light', 'dark'] as const
const states: readonly PictureState[] = [
  'controlled',
  'at_risk',
  'lapsed',
  'suspended',
  'expired',
  'unregistered',
]
const variants = styles.flatMap((style) =>
  shades.flatMap((theme) =>
    languages
      .filter((language) => style !== 'mark' || language === 'en')
      .map((language) => ({ style, theme, language })),
  ),
)
const situations = variants.flatMap((variant) =>
  states.map((state) => [`${variantPath(variant)} ${state}`, variant, state] as const),
)

async function draw(picture: Partial<Picture>, variant: Variant) {
  const usual: Picture = { state: 'controlled', domain: 'acme.com', name: 'Acme', nameState: 'self_given' }
  const svg = drawForPixels({ ...usual, ...picture }, variant)
  return { svg, pixels: readPng(await raster.png(svg)) }
}

const long = (colour: string) =>
  `#${partsOf(colour)
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** In the picture's own pixels, of which a PNG has two by two. */
function box(left: number, top: number, right: number, bottom: number) {
  return { left: left * 2, top: top * 2, right: right * 2, bottom: Math.round(bottom) * 2 }
}

const symbolOf = {
  flat: { at: [9, 10], side: 20 },
  card: { at: [18, 24], side: 44 },
  mark: { at: [6, 6], side: 18 },
} as const

describe('a PNG', () => {
  test.each(situations)('%s has its colours where they belong', async (_, variant, state) => {
    const { svg, pixels } = await draw({ state }, variant)
    const [root] = readSvg(svg)
    expect([pixels.width, pixels.height]).toEqual(
      [root?.attributes['width'], root?.attributes['height']].map((side) => Number(side) * 2),
    )
    const { ground, text, states: own } = colours[variant.theme]
    const { at, side } = symbolOf[variant.style]
    const symbol = box(at[0], at[1], at[0] + side, at[1] + side)
    const area = side ** 2 * 4
    expect(pixels.count(long(own[state]), symbol)).toBeGreaterThan(area * 0.3)
    expect(pixels.count(long(ground), symbol)).toBeGreaterThan(area * 0.02)
    expect(pixels.at(0, 0)).toBe('transparent')
    expect(pixels.at(pixels.width - 8, Math.round(pixels.height / 2))).toBe(long(ground))
    const [width, height] = [pixels.width / 2, pixels.height / 2]
    const beside = at[0] + side + 8
    // The domain stands in the upper half, or all the height, and the word in the state's colour below it.
    const upper = variant.style === 'mark' ? height - 4 : height / 2
    expect(pixels.count(long(text), box(beside, 4, width - 4, upper))).toBeGreaterThan(60)
    if (variant.style === 'mark') return
    const below = box(beside, Math.round(height * 0.4), width - 4, height * 0.85)
    expect(pixels.count(long(own[state]), below)).toBeGreaterThan(60)
  })

  test('shows letters: another domain of the same width is another picture', async () => {
    const variant = { language: 'pl', style: 'flat', theme: 'light' } as const
    const [one, other] = [
      await raster.png(drawForPixels({ state: 'lapsed', domain: 'łabędź.com' }, variant)),
      await raster.png(drawForPixels({ state: 'lapsed', domain: 'łabedź.com' }, variant)),
    ]
    expect(Buffer.compare(one, other)).not.toBe(0)
  })

  test('draws each letter of the bundled font as itself', async () => {
    const variant = { language: 'en', style: 'flat', theme: 'light' } as const
    const shapes = new Set<string>()
    const letters = Array.from('aąbcćdeęlłnńoósśzźżßñüàçğőþ“”…')
    for (const letter of letters) {
      const picture = { state: 'controlled', domain: 'a.com', name: letter, nameState: 'reviewed' } as const
      shapes.add(Buffer.from(await raster.png(drawForPixels(picture, variant))).toString('base64'))
    }
    expect(shapes.size).toBe(letters.length)
  })
})

import { createHash } from 'node:crypto'
import { styles, variantPath, type Variant } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'
import { drawForPixels, type Picture } from './picture.ts'

/** What is made into pixels, and the name by which a stored PNG is known to be of it. */
export type Drawing = { readonly variant: string; readonly svg: string; readonly hash: string }

/** The variants that are stored: what looks the same in every language is stored once. */
const storedVariants: readonly Variant[] = languages.flatMap((language) =>
  styles
    .filter((style) => style !== 'mark' || language === 'en')
    .flatMap((style) => (['light', 'dark'] as const).map((theme) => ({ language, style, theme }))),
)

export function drawingsOf(picture: Picture): readonly Drawing[] {
  return storedVariants.map((variant) => drawingOf(picture, variant))
}

export function drawingOf(picture: Picture, variant: Variant): Drawing {
  const stored: Variant = variant.style === 'mark' ? { ...variant, language: 'en' } : variant
  const svg = drawForPixels(picture, stored)
  return { variant: variantPath(stored), svg, hash: createHash('sha256').update(svg).digest('base64url') }
}

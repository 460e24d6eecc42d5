import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import { plainVariant, variantPath, type Style, type Variant } from '#badges/variant.ts'
import { embedScript } from './scripts/embed.ts'

export type Choice = {
  readonly variant: Variant
  /** Of the site that is to show it. */
  readonly origin: string
}

/** A frame cannot grow with what is in it: room for the longest state's words. */
const frameSizes: Readonly<Record<Style, readonly [number, number]>> = {
  flat: [340, 132],
  card: [340, 272],
  mark: [340, 60],
}

/** As many as the SVG has: a PNG has two for each, for sharp screens. */
const pngHeights: Readonly<Record<Style, number>> = { flat: 40, card: 124, mark: 30 }

export function picturePath(slug: string, variant: Variant): string {
  const address = `/badges/${encodeURIComponent(slug)}`
  return isPlain(variant) ? `${address}.svg` : `${address}/${variantPath(variant)}.svg`
}

const words = texts({
  en: { alt: '{slug} in the Veramarca registry' },
  es: { alt: '{slug} en el registro Veramarca' },
  pl: { alt: '{slug} w rejestrze Veramarca' },
})

/** For whoever cannot see the picture. */
export function pictureAlt(slug: string, language: Language): string {
  return words(language)('alt', { slug })
}

/** The picture, leading to the brand's page: the one form that may be pasted anywhere. */
export function imageCode(slug: string, variant: Variant, publicUrl: string): string {
  const page = `${publicUrl}/b/${encodeURIComponent(slug)}`
  const picture = `${publicUrl}${picturePath(slug, variant)}`
  return `<a href="${page}" rel="noopener"><img src="${picture}" alt="${pictureAlt(slug, variant.language)}" referrerpolicy="no-referrer"></a>`
}

/** All that a site pastes to show a badge. Nothing in it needs escaping: domains are A-labels. */
export function badgeCodes(slug: string, { variant, origin }: Choice, publicUrl: string) {
  const { language, style, theme } = variant
  const page = `${publicUrl}/b/${encodeURIComponent(slug)}`
  const picture = `${publicUrl}${picturePath(slug, variant)}`
  const alt = pictureAlt(slug, language)
  const image = imageCode(slug, variant, publicUrl)
  const { host } = new URL(origin)
  const query = new URLSearchParams({ host, lang: language, style, theme })
  const frame = `${publicUrl}/badges/${encodeURIComponent(slug)}/frame?${String(query).replaceAll('&', '&amp;')}`
  const [width, height] = frameSizes[style]
  const tag = `<brand-badge brand="${slug}" lang="${language}" theme="${theme}" variant="${style}">\n  ${image}\n</brand-badge>`
  return {
    component: `<script type="module" src="${publicUrl}/embed.js"></script>\n${tag}`,
    pinned: `<script type="module" src="${publicUrl}/embed/${embedScript.version}.js"\n  integrity="${embedScript.integrity}" crossorigin="anonymous"></script>\n${tag}`,
    frame: `<iframe src="${frame}" title="${alt}" width="${width}" height="${height}" frameborder="0" loading="lazy"\n  referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    image,
    mail: `<a href="${page}"><img src="${publicUrl}${pngPath(slug, variant)}" height="${pngHeights[style]}" alt="${alt}"></a>`,
    markdown: `[![${alt}](${picture})](${page})`,
  }
}

/** A PNG cannot follow the page that shows it, and mails are mostly light. */
function pngPath(slug: string, variant: Variant): string {
  const fixed: Variant = variant.theme === 'auto' ? { ...variant, theme: 'light' } : variant
  return picturePath(slug, fixed).replace(/\.svg$/, '.png')
}

function isPlain({ language, style, theme }: Variant): boolean {
  return language === plainVariant.language && style === plainVariant.style && theme === plainVariant.theme
}

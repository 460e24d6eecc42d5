import { rfc3339 } from '#base/clock.ts'
import { badgeWords, checkedWord, quotes } from '#badges/words.ts'
import { plainVariant, type Variant } from '#badges/variant.ts'
import { badgeVerdict, mainDomain } from '#badges/credential.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { isDrawn } from './letters.ts'
import { darkStyle } from './paint.ts'
import { looks, type PictureState } from './picture-state.ts'
import { escapeXml, isolated, plainLine, widthOf } from './picture-text.ts'
import { shownDomain } from '#badges/shown-domain.ts'
import { layouts, textWidthMax } from './styles.ts'

export type Picture = {
  readonly state: PictureState
  /** A-label. */
  readonly domain: string
  readonly name?: string
  readonly nameState?: 'self_given' | 'reviewed'
  /** The last look that found the proof. */
  readonly checkedAt?: number
}

export const pictureBytesMax = 1_536
const nameCharactersMax = 60
const spokenCharactersMax = 80
/** Anybody can ask for any address; only what could be a domain is repeated. */
const domainLike = /^(?=.{1,253}$)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/

/** The picture of a brand as the registry knows it, or of an address that nobody has. */
export function pictureOf(brand: PublicBrand | null, slug: string): Picture {
  if (brand === null) return { state: 'unknown', domain: domainLike.test(slug) ? slug : '?' }
  const { slug: domain, name, nameState } = brand
  const main = mainDomain(brand)
  const state = badgeVerdict(brand)
  const picture = { state, domain, name, nameState }
  return main === null || main.checkedAt === null ? picture : { ...picture, checkedAt: main.checkedAt }
}

/** What a picture shows that carries a token which has ended: worse is said all the same. */
export function expiredPicture(picture: Picture): Picture {
  const stands = picture.state === 'controlled' || picture.state === 'at_risk'
  return stands ? { ...picture, state: 'expired' } : picture
}

/** A badge's SVG, at most 1.5 KB: the domain first, then the state's word, then the name when it fits. */
export function drawPicture(picture: Picture, variant: Variant = plainVariant): string {
  const name = shownName(picture, variant)
  const whole = draw(picture, variant, { name, title: 'whole' })
  if (bytesOf(whole) <= pictureBytesMax) return whole
  // Escaped, a name may take six times its letters; a domain that cannot be shortened stands here three times.
  const nameless = draw(picture, variant, { name: '', title: 'whole' })
  if (bytesOf(nameless) <= pictureBytesMax) return nameless
  return draw(picture, variant, { name: '', title: 'word' })
}

/** The same to be made into pixels: only with letters that the bundled font has, and nothing that is not seen. */
export function drawForPixels(picture: Picture, variant: Variant): string {
  const name = picture.name?.normalize('NFC')
  // Each look at the domain would make another picture of it.
  const { checkedAt: _, name: _name, ...kept } = picture
  const drawn = name !== undefined && isDrawn(plainLine(name)) ? { ...kept, name } : kept
  return draw(drawn, variant, { name: shownName(drawn, variant), title: 'none' })
}

type Way = { readonly name: string; readonly title: 'whole' | 'word' | 'none' }

function draw(picture: Picture, variant: Variant, { name: shown, title }: Way): string {
  const forPixels = title === 'none'
  const { language, style, theme } = variant
  const { state } = picture
  const { word, sentence } = badgeWords[language][state]
  const layout = layouts[style]
  const { domain, pixels } = fitDomain(picture.domain, layout.domainPixels, forPixels)
  const name = shown === '' || forPixels ? shown : isolated(shown)
  const checked =
    state === 'controlled' && picture.checkedAt !== undefined
      ? `${checkedWord[language]} ${rfc3339(picture.checkedAt).slice(0, 10)}`
      : ''
  const { width, height, parts, inside } = layout.draw(domain, pixels, { state, theme, word, name, checked })
  const spokenDomain = shorten(picture.domain, (text) => text.length <= spokenCharactersMax)
  const spoken = escapeXml(`${isolated(spokenDomain)}: ${sentence}`)
  const titled = title === 'word' ? word : `${spoken}${escapeXml(name === '' ? '' : `. ${name}`)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Verdana,DejaVu Sans,sans-serif" direction="ltr"`,
    forPixels ? '>' : ` lang="${language}" role="img" aria-label="${spoken}"><title>${titled}</title>`,
    darkStyle(parts, theme, state),
    inside,
    '</svg>',
  ].join('')
}

/** In the largest size that has room; where none has, shorter. */
function fitDomain(domain: string, sizes: readonly number[], forPixels: boolean) {
  const readable = shownDomain(domain)
  const text = forPixels && !isDrawn(readable) ? domain : readable
  const fits = (text: string, pixels: number) => widthOf(text, pixels, true) <= textWidthMax
  const largest = sizes.find((pixels) => fits(text, pixels))
  const pixels = largest ?? sizes.at(-1) ?? 0
  return { domain: largest === undefined ? shorten(text, (tail) => fits(tail, pixels)) : text, pixels }
}

/** Who a domain belongs to stands at its end, so what is too long loses whole labels in front. */
function shorten(domain: string, fits: (text: string) => boolean): string {
  const labels = domain.split('.')
  const tails = labels.slice(0, -1).map((_, first) => labels.slice(first).join('.'))
  const shown = tails.map((tail, first) => (first === 0 ? tail : `….${tail}`))
  return shown.find(fits) ?? shown.at(-1) ?? domain
}

/** All of the name or none: a part could be another's. Quoted while nobody but its owner has said it. */
function shownName({ state, name = '', nameState }: Picture, { language, style }: Variant): string {
  const plain = plainLine(name)
  if (plain === '' || !looks[state].withName || /\p{M}{4}/u.test(plain)) return ''
  const shown = nameState === 'reviewed' ? plain : quotes[language].join(plain)
  const { namePixels, nameRoom } = layouts[style]
  const fits = widthOf(shown, namePixels) <= nameRoom(badgeWords[language][state])
  return fits && shown.length <= nameCharactersMax ? shown : ''
}

function bytesOf(svg: string): number {
  return new TextEncoder().encode(svg).length
}

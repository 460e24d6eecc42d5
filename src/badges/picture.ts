import type { PublicBrand } from '#registry/answer.ts'
import { mainDomain } from './credential.ts'
import { looks, type PictureState } from './picture-state.ts'
import { escapeXml, isolated, plainLine, widthOf } from './picture-text.ts'
import { shownDomain } from './shown-domain.ts'

export type Picture = {
  readonly state: PictureState
  /** A-label. */
  readonly domain: string
  readonly name?: string
  readonly nameState?: 'self_given' | 'reviewed'
}

const height = 40
const textStart = 36
const textPixelsMax = 380
const domainPixels = 13
const wordPixels = 11
const gap = 6
/** Anybody can ask for any address; only what could be a domain is repeated. */
const domainLike = /^(?=.{1,253}$)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/

/** The picture of a brand as the registry knows it, or of an address that nobody has. */
export function pictureOf(brand: PublicBrand | null, slug: string): Picture {
  if (brand === null) return { state: 'unknown', domain: domainLike.test(slug) ? slug : '?' }
  const { slug: domain, name, nameState } = brand
  return { state: mainDomain(brand)?.verdict ?? 'unregistered', domain, name, nameState }
}

/** A badge's SVG, at most 1.5 KB: the domain first, then the state's word, then the name when it fits. */
export function drawPicture(picture: Picture): string {
  const { colour, word, sentence, mark } = looks[picture.state]
  const domain = shorten(
    shownDomain(picture.domain),
    (text) => widthOf(text, domainPixels, true) <= textPixelsMax,
  )
  const domainWidth = widthOf(domain, domainPixels, true)
  const wordWidth = widthOf(word, wordPixels, true)
  const name = fitName(picture, textPixelsMax - wordWidth - gap)
  const nameStart = textStart + wordWidth + gap
  const nameWidth = widthOf(name, wordPixels)
  const width = Math.max(textStart + domainWidth, name === '' ? nameStart - gap : nameStart + nameWidth) + 12
  const spoken = escapeXml(`${isolated(shorten(picture.domain, (text) => text.length <= 120))}: ${sentence}`)
  const title = escapeXml(name === '' ? '' : `. Name: ${isolated(name)}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken}" font-family="Verdana,DejaVu Sans,sans-serif" font-size="${wordPixels}" direction="ltr">`,
    `<title>${spoken}${title}</title>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="5" fill="#fff" stroke="${colour}"/>`,
    `<path d="${mark}" transform="translate(9 10)" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
    line(domain, textStart, 17, domainWidth, `font-size="${domainPixels}" font-weight="bold" fill="#1a1a1a"`),
    line(word, textStart, 32, wordWidth, `font-weight="bold" fill="${colour}"`),
    name === '' ? '' : line(isolated(name), nameStart, 32, nameWidth, 'fill="#444"'),
    '</svg>',
  ].join('')
}

function line(text: string, x: number, y: number, width: number, style: string): string {
  return `<text x="${x}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs" ${style}>${escapeXml(text)}</text>`
}

/** Who a domain belongs to stands at its end, so what is too long loses whole labels in front. */
function shorten(domain: string, fits: (text: string) => boolean): string {
  const labels = domain.split('.')
  const tails = labels.slice(0, -1).map((_, first) => labels.slice(first).join('.'))
  const shown = tails.map((tail, first) => (first === 0 ? tail : `….${tail}`))
  return shown.find(fits) ?? shown.at(-1) ?? domain
}

/** All of the name or none: a part could be another's. Quoted while nobody but its owner has said it. */
function fitName({ state, name = '', nameState }: Picture, room: number): string {
  const plain = plainLine(name)
  if (plain === '' || !looks[state].withName || /\p{M}{4}/u.test(plain)) return ''
  const shown = nameState === 'reviewed' ? plain : `“${plain}”`
  return widthOf(shown, wordPixels) <= room && shown.length <= 60 ? shown : ''
}

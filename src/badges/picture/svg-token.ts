import { Parser } from 'htmlparser2'
import { onlyToken } from './carried-token.ts'

const namespace = 'https://www.w3.org/2018/credentials#'
const carrier = 'VerifiableCredential'
const charactersMax = 1_000_000
/** The parser's time grows with the depth. */
const depthMax = 200

/** The picture with the token inside, in an element of its own namespace: optimizers drop `<metadata>`. */
export function carryInSvg(svg: string, jwt: string): string {
  const element = `<vc:${carrier} xmlns:vc="${namespace}">${jwt}</vc:${carrier}>`
  return svg.replace(/<\/svg>$/, `${element}</svg>`)
}

type Element = { readonly attributes: Readonly<Record<string, string>>; readonly isCarrier: boolean }

/** The token that `carryInSvg` put in, whatever prefix tools gave its namespace since; null when there is none. */
export function readSvgToken(svg: string): string | null {
  return onlyToken(svgTokens(svg))
}

/** All that stands where a token would; whoever reads them tells several from none. */
export function svgTokens(svg: string): readonly string[] {
  if (svg.length > charactersMax) return []
  const open: Element[] = []
  const found: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isCarrier = isOurs(name, [...open, { attributes }])
        if (isCarrier) found.push('')
        open.push({ attributes, isCarrier })
        if (open.length > depthMax) parser.pause()
      },
      ontext(text) {
        if (open.at(-1)?.isCarrier === true) found.push(`${found.pop() ?? ''}${text}`)
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  return found.map((text) => text.trim())
}

/** Namespaces in XML 1.0 §6.1: the nearest declaration of the prefix around counts. */
function isOurs(name: string, around: readonly Pick<Element, 'attributes'>[]): boolean {
  const [, prefix = '', local] = /^(?:([^:]*):)?([^:]*)$/.exec(name) ?? []
  if (local !== carrier) return false
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const nearest = around.findLast(({ attributes }) => Object.hasOwn(attributes, declaration))
  return nearest?.attributes[declaration] === namespace
}

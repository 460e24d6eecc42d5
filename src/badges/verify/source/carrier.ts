import { z } from 'zod'
import { failed, passed, unknown, type Rung } from '#badges/verify/ladder.ts'
import { isPng, pngTokens, readPngToken } from '#badges/picture/png-token.ts'
import { readSvgToken, svgTokens } from '#badges/picture/svg-token.ts'

const bytesMax = 1_000_000
/** Of an address (RFC 9110 §4.1 wants 8,000 to be read; no badge's has so many). */
const addressCharactersMax = 2_048

/** What was given: the signed text itself, or where it is said to be. */
export type Carried =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'page'; readonly html: string }

/** XML declarations, comments and an SVG's doctype may stand before its root. One with entities of its own is no badge. */
const svgRoot = /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype svg[^>[]*>)*<(?:\w+:)?svg[\s>]/i

/** `/badges/{slug}.json` of a registry; its `jwt` is null when there is nothing signed. */
const view = z.object({ slug: z.string(), jwt: z.url().max(addressCharactersMax).nullable() })

/** VC Data Model 2.0 §4.13: a credential secured as a JWT, in a JSON document. */
const enveloped = z.object({ type: z.literal('EnvelopedVerifiableCredential'), id: z.string() })
const envelope = 'data:application/vc+jwt,'

/** Reads a badge out of whatever carries one. Nothing is run, expanded or asked, and of several none is taken. */
export function readCarrier(given: string | Uint8Array): Rung<Carried> {
  if (given.length > bytesMax) return failed('file_too_large')
  if (typeof given === 'string') return readText(given)
  if (isPng(given)) return fromPng(given)
  try {
    return readText(new TextDecoder('utf-8', { fatal: true }).decode(given))
  } catch {
    return failed('file_not_understood')
  }
}

function readText(given: string): Rung<Carried> {
  const text = given.replace(/^\uFEFF/, '').trim()
  if (svgRoot.test(text)) return fromSvg(text)
  if (text.startsWith('<')) return passed('page_given', { kind: 'page', html: text })
  if (text.startsWith('{')) return fromJson(text)
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return address(text)
  // Whatever it is, the ladder says what is wrong with it as a badge.
  return passed('badge_given', { kind: 'token', token: text })
}

function address(text: string): Rung<Carried> {
  const url = text.length > addressCharactersMax ? null : URL.parse(text)
  return url === null ? failed('address_malformed') : passed('address_given', { kind: 'address', url })
}

function fromJson(text: string): Rung<Carried> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failed('json_not_a_badge')
  }
  const token = enveloped.safeParse(json).data?.id
  if (token?.startsWith(envelope) === true) {
    return passed('token_in_json', { kind: 'token', token: token.slice(envelope.length) })
  }
  const jwt = view.safeParse(json).data?.jwt
  if (jwt === null) return failed('badge_not_issued')
  return jwt === undefined ? failed('json_not_a_badge') : address(jwt)
}

function fromSvg(svg: string): Rung<Carried> {
  const token = readSvgToken(svg)
  return token === null ? without(svgTokens(svg)) : passed('token_in_svg', { kind: 'token', token })
}

function fromPng(png: Uint8Array): Rung<Carried> {
  const token = readPngToken(png)
  if (token !== null) return passed('token_in_png', { kind: 'token', token })
  const tokens = pngTokens(png)
  return tokens === null ? failed('png_damaged') : without(tokens)
}

function without(tokens: readonly string[]): Rung<Carried> {
  // A plain picture may be quite genuine: it says nothing either way.
  return new Set(tokens).size > 1 ? failed('several_tokens') : unknown('picture_without_token')
}

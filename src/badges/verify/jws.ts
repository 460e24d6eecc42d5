import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { failed, passed, type Rung } from './ladder.ts'

const badgeCharactersMax = 64 * 1_024

export type Jws = {
  /** The text whose signature is checked, white space around it gone. */
  readonly compact: string
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
}

export type KeyName = { readonly kid: string; readonly did: string; readonly fragment: string }

const object = z.record(z.string(), z.unknown())

/** RFC 7515 §7.1: three base64url parts. Spellings that only a lenient decoder reads are refused. */
export function readJws(text: string): Rung<Jws> {
  const compact = text.trim()
  if (compact.length > badgeCharactersMax) return failed('too_large')
  const [first, second, third, ...more] = compact.split('.')
  if (first === undefined || second === undefined || third === undefined || more.length > 0) {
    return failed('not_a_compact_jws')
  }
  const signature = decode(third)
  if (signature === null || signature.length === 0) return failed('not_a_compact_jws')
  const header = readObject(first)
  if (header === null) return failed('not_a_compact_jws')
  const payload = readObject(second)
  return payload === null ? failed('payload_not_json') : passed('well_formed', { compact, header, payload })
}

/** Exactly our four members: what else a header may say (crit, jwk, jku, x5c) could move the trust elsewhere. */
export function readHeader({ header }: Jws): Rung<KeyName> {
  if (header['alg'] !== 'ES256') return failed('alg_not_es256')
  if (header['typ'] !== 'vc+jwt') return failed('typ_not_vc_jwt')
  if (header['cty'] !== 'vc') return failed('cty_not_vc')
  if ('crit' in header) return failed('header_has_crit')
  if (Object.keys(header).length > 4) return failed('header_has_more')
  const { kid } = header
  if (typeof kid !== 'string') return failed('kid_missing')
  const [did = '', fragment = '', ...more] = kid.split('#')
  if (did === '' || fragment === '' || more.length > 0) return failed('kid_not_understood')
  return passed('header_as_expected', { kid, did, fragment })
}

function readObject(part: string): Record<string, unknown> | null {
  const bytes = decode(part)
  if (bytes === null) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return object.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function decode(part: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(part)
  } catch {
    return null
  }
}

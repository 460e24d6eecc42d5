import { base32nopad } from '@scure/base'

export type Random = { bytes(count: number): Uint8Array }

export const systemRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
}

/** Lower-case unpadded base32 (RFC 4648 §6): 20 bytes, 160 bit, give 32 characters that fit a DNS label. */
export function randomText(random: Random, byteCount = 20): string {
  return base32nopad.encode(random.bytes(byteCount)).toLowerCase()
}

type Prefix =
  | 'org'
  | 'br'
  | 'dom'
  | 'ch'
  | 'clm'
  | 'prf'
  | 'key'
  | 'job'
  | 'act'
  | 'ntc'
  | 'alm'
  | 'req'
  | 'per'
  | 'mem'
  | 'inv'
  | 'ses'
  | 'cod'
  | 'mail'
  | 'hov'
  | 'rec'
  | 'pro'

/** An opaque id: `br_` and 100 random bits. */
export function newId(random: Random, prefix: Prefix): string {
  return `${prefix}_${randomText(random, 13).slice(0, 20)}`
}

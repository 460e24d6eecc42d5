import { issuerOf } from '#badges/keys/did.ts'
import { failed, passed, unknown, type Rung } from '#badges/verify/ladder.ts'
import { decodeBase64url } from './base64url.ts'
import { openSigned, type Keys } from './keys.ts'
import type { Registry } from './registry.ts'
import { asList, asObject, objectsIn, type Unread } from './shape.ts'

const minute = 60_000
/** Bitstring Status List §6.1. */
const placesMin = 131_072
/** Of what a list unpacks to: a bomb is no list. */
const bytesMax = 2 * 1_024 * 1_024

type Asked = { readonly registry: Registry; readonly keys: Keys; readonly anew: boolean }

/** Has the registry taken the badge back, for good or for now? Whatever is wrong with a list is no "no". */
export async function checkStatus(credentialStatus: unknown, asked: Asked): Promise<Rung> {
  const entries = objectsIn(credentialStatus)
  // A badge that names no list of revocations could never be taken back.
  if (!entries.some(({ statusPurpose }) => statusPurpose === 'revocation'))
    return unknown('status_not_stated')
  const rungs = await Promise.all(entries.map((entry) => checkEntry(entry, asked)))
  const found = (outcome: Rung['outcome']) => rungs.find((rung) => rung.outcome === outcome)
  return found('failed') ?? found('unknown') ?? passed('not_revoked')
}

async function checkEntry(entry: Unread, { registry, keys, anew }: Asked): Promise<Rung> {
  const { statusPurpose, statusListIndex, statusListCredential } = entry
  const index = String(statusListIndex)
  if (typeof statusListIndex !== 'string' || !/^(?:0|[1-9]\d{0,8})$/.test(index)) {
    return failed('status_index_malformed')
  }
  const url = String(statusListCredential)
  const path = url.slice(registry.origin.length)
  if (!url.startsWith(`${registry.origin}/`) || !/^\/status\/[1-9]\d*$/.test(path)) {
    return failed('status_list_elsewhere')
  }
  const answer = await registry.get(path, anew)
  if (answer?.status !== 200) return unknown('status_list_unreachable')
  const did = issuerOf(registry.origin)
  const opened = await openSigned(answer.text, did, keys)
  if (opened.outcome !== 'passed') return failed('status_list_forged')
  const list = opened.value
  const subject = asObject(list['credentialSubject']) ?? {}
  const isList = asList(list['type']).includes('BitstringStatusListCredential')
  if (!isList || list['issuer'] !== did || list['iss'] !== did || list['id'] !== url) {
    return failed('status_list_of_another')
  }
  // Bitstring Status List §3.2: the purpose is compared, so that a list of suspensions hides no revocation.
  if (subject['statusPurpose'] !== statusPurpose) return failed('status_purpose_mismatch')
  const now = registry.now()
  const until = Math.min(Date.parse(String(list['validUntil'])), Number(list['exp']) * 1_000)
  const from = Date.parse(String(list['validFrom']))
  // It was signed just now, so what differs is more likely the clock here.
  if (!(now < until && from <= now + minute)) return unknown('status_list_not_of_now')
  const bits = await unpack(String(subject['encodedList']))
  if (bits === null) return failed('status_list_malformed')
  if (bits.length * 8 < placesMin) return failed('status_list_too_short')
  const byte = bits[Math.floor(Number(index) / 8)]
  if (byte === undefined) return failed('status_index_out_of_range')
  if ((byte & (0x80 >> (Number(index) % 8))) === 0) return passed('not_revoked')
  return failed(statusPurpose === 'suspension' ? 'suspended' : 'revoked')
}

/** §3.2: multibase base64url of the GZIP of the bits, index 0 leftmost. */
async function unpack(text: string): Promise<Uint8Array | null> {
  const packed = text.startsWith('u') ? decodeBase64url(text.slice(1)) : null
  if (packed === null) return null
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const bits = new Uint8Array(bytesMax)
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return bits.slice(0, length)
      if (length + value.length > bytesMax) return null
      bits.set(value, length)
      length += value.length
    }
  } catch {
    return null
  }
}

import { base64urlnopad } from '@scure/base'
import { failed, passed, type Rung } from '#badges/verify/ladder.ts'

/** Of what a list unpacks to: 16 million places are plenty, and a bomb is none. */
const unpackedBytesMax = 2 * 1_024 * 1_024

/** Bitstring Status List §3.2: index 0 is the leftmost bit; multibase base64url of the GZIP of it. */
export async function packBits(size: number, indexes: readonly number[]): Promise<string> {
  const bytes = new Uint8Array(size / 8)
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return `u${base64urlnopad.encode(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}

export async function unpackBits(text: string): Promise<Rung<Uint8Array>> {
  if (!text.startsWith('u')) return failed('status_list_malformed')
  try {
    const packed = new Uint8Array(base64urlnopad.decode(text.slice(1)))
    return await gather(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')))
  } catch {
    return failed('status_list_malformed')
  }
}

/** Null when the list does not go so far. */
export function bitAt(bits: Uint8Array, index: number): boolean | null {
  const byte = bits[Math.floor(index / 8)]
  return byte === undefined ? null : (byte & (0x80 >> (index % 8))) !== 0
}

async function gather(stream: ReadableStream<Uint8Array>): Promise<Rung<Uint8Array>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    parts.push(part)
    length += part.length
    if (length > unpackedBytesMax) return failed('status_list_too_large')
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return passed('unpacked', whole)
}

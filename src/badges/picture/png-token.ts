import { carriedToken, onlyToken } from './carried-token.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const keyword = 'VerifiableCredential'
/** Length, type and CRC of a chunk (PNG §5.3). */
const frameBytes = 12
/** The header is always the first chunk, of 13 bytes (PNG §11.2.1). */
const headerEnd = signature.length + frameBytes + 13
const bytesMax = 4_000_000

/** The picture with the token inside, in an uncompressed iTXt chunk directly behind the header. */
export function carryInPng(png: Uint8Array, jwt: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  // PNG §11.3.3.4: keyword, not compressed, no language, no translated keyword, text.
  const body = encoder.encode(`iTXt${keyword}\0\0\0\0\0${jwt}`)
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, body.length - 4)
  chunk.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  const carrying = new Uint8Array(png.length + chunk.length)
  carrying.set(png.subarray(0, headerEnd))
  carrying.set(chunk, headerEnd)
  carrying.set(png.subarray(headerEnd), headerEnd + chunk.length)
  return carrying
}

/** The token that `carryInPng` put in; null when there is none, or this is no whole PNG. */
export function readPngToken(png: Uint8Array): string | null {
  return onlyToken(pngTokens(png) ?? [])
}

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** All that stands where a token would; null when this is no whole PNG. */
export function pngTokens(png: Uint8Array): readonly string[] | null {
  if (png.length > bytesMax || !isPng(png)) return null
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const found: string[] = []
  for (let at = signature.length; at + frameBytes <= png.length;) {
    const length = view.getUint32(at)
    const end = at + frameBytes + length
    if (end > png.length) return null
    const body = png.subarray(at + 4, end - 4)
    const type = String.fromCharCode(...body.subarray(0, 4))
    if (at === signature.length && type !== 'IHDR') return null
    if (type === 'IEND') return found
    const text = type === 'iTXt' ? textOf(body.subarray(4)) : null
    if (text !== null) {
      if (view.getUint32(end - 4) !== crc32(body)) return null
      found.push(text)
    }
    at = end
  }
  return null
}

/** Of a chunk with our keyword, whatever language it names. */
function textOf(data: Uint8Array): string | null {
  const text = new TextDecoder().decode(data)
  if (!text.startsWith(`${keyword}\0`)) return null
  const [, isPlain, said = ''] = /^\w+\0(\0.)[^\0]*\0[^\0]*\0([^]*)$/.exec(text) ?? []
  return isPlain === undefined ? '' : (carriedToken(said) ?? '')
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** PNG, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

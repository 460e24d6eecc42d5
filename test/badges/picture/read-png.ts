import { crc32, inflateSync } from 'node:zlib'

export type Pixels = {
  readonly width: number
  readonly height: number
  /** `#rrggbb`, or `transparent` where less than half of it is there. */
  at(x: number, y: number): string
  /** How many of exactly this colour, `#rrggbb`, stand in a rectangle. */
  count(colour: string, rectangle: Rectangle): number
}

type Rectangle = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Reads an RGBA PNG of eight bits as PNG (Third Edition) says; throws where a checksum or a chunk is wrong. */
export function readPng(file: Uint8Array): Pixels {
  const png = Buffer.from(file)
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('This is no PNG')
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at)
    if (crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end)) throw new Error('A checksum is wrong')
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  const [header, end] = [chunks[0], chunks.at(-1)]
  if (header?.type !== 'IHDR' || end?.type !== 'IEND') throw new Error('The PNG is not whole')
  if (header.data.toString('hex', 8) !== '0806000000') throw new Error('Another form of PNG')
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)]
  const data = chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : []))
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * 4, height)
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * 4
      if ((rows[start + 3] ?? 0) < 128) return 'transparent'
      return `#${rows.toString('hex', start, start + 3)}`
    },
    count(colour, { left, top, right, bottom }) {
      const sought = Number.parseInt(`${colour.slice(1)}ff`, 16)
      let found = 0
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1)
          if (rows.readUInt32BE((y * width + x) * 4) === sought) found += 1
      }
      return found
    },
  }
}

/** PNG §9: each byte of a row stands relative to those left of it and above. */
function unfiltered(data: Buffer, stride: number, height: number): Buffer {
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < 4 ? 0 : (rows[at - 4] ?? 0)
      const up = y === 0 ? 0 : (rows[at - stride] ?? 0)
      const corner = x < 4 || y === 0 ? 0 : (rows[at - stride - 4] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 5]
      if (guess === undefined) throw new Error('An unknown filter')
      rows[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  return rows
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(guess - each))
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

import { hex } from '@scure/base'

// BIP 340, verification alone: no secret is ever here, so nothing need take the same time.
const p = 2n ** 256n - 2n ** 32n - 977n
const n = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const generator: Point = [
  0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
  0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n,
  1n,
]

/** On secp256k1, Jacobian: x/z², y/z³; z is 0 at infinity. */
type Point = readonly [bigint, bigint, bigint]
const infinity: Point = [0n, 1n, 0n]

/** Whether the key with this x coordinate signed the 32 bytes. Hex: 64, 64 and 128 digits. Never throws on such. */
export async function isSignedBy(key: string, message: string, signature: string): Promise<boolean> {
  const r = BigInt(`0x${signature.slice(0, 64)}`)
  const s = BigInt(`0x${signature.slice(64)}`)
  const owner = lift(BigInt(`0x${key}`))
  if (owner === null || r >= p || s >= n) return false
  const digest = await tagged('BIP0340/challenge', hex.decode(signature.slice(0, 64) + key + message))
  const e = BigInt(`0x${hex.encode(digest)}`) % n
  const [x, y, z] = sum(s, generator, (n - e) % n, owner)
  if (z === 0n) return false
  const inverse = power(z, p - 2n)
  const square = mod(inverse * inverse)
  return mod(x * square) === r && mod(y * mod(square * inverse)) % 2n === 0n
}

async function tagged(tag: string, bytes: Uint8Array): Promise<Uint8Array> {
  const name = await sha256(new TextEncoder().encode(tag))
  return await sha256(new Uint8Array([...name, ...name, ...bytes]))
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** The point with this x and an even y; null where the curve has none. */
function lift(x: bigint): Point | null {
  if (x >= p) return null
  const square = mod(x * x * x + 7n)
  const y = power(square, (p + 1n) / 4n)
  if (mod(y * y) !== square) return null
  return [x, y % 2n === 0n ? y : p - y, 1n]
}

/** a·A + b·B, bit by bit of both at once. */
function sum(a: bigint, first: Point, b: bigint, second: Point): Point {
  const both = add(first, second)
  let total = infinity
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    total = double(total)
    const hasFirst = ((a >> bit) & 1n) === 1n
    const hasSecond = ((b >> bit) & 1n) === 1n
    if (hasFirst && hasSecond) total = add(total, both)
    else if (hasFirst) total = add(total, first)
    else if (hasSecond) total = add(total, second)
  }
  return total
}

function double([x, y, z]: Point): Point {
  if (z === 0n) return infinity
  const ySquare = mod(y * y)
  const d = mod(4n * x * ySquare)
  const e = mod(3n * x * x)
  const doubled = mod(e * e - 2n * d)
  return [doubled, mod(e * (d - doubled) - 8n * ySquare * ySquare), mod(2n * y * z)]
}

function add(one: Point, other: Point): Point {
  const [x1, y1, z1] = one
  const [x2, y2, z2] = other
  if (z1 === 0n) return other
  if (z2 === 0n) return one
  const square1 = mod(z1 * z1)
  const square2 = mod(z2 * z2)
  const u = mod(x1 * square2)
  const s = mod(y1 * square2 * z2)
  const h = mod(x2 * square1 - u)
  const r = mod(y2 * square1 * z1 - s)
  if (h === 0n) return r === 0n ? double(one) : infinity
  const hSquare = mod(h * h)
  const hCube = mod(hSquare * h)
  const v = mod(u * hSquare)
  const x = mod(r * r - hCube - 2n * v)
  return [x, mod(r * (v - x) - s * hCube), mod(h * z1 * z2)]
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}

function mod(value: bigint): bigint {
  const rest = value % p
  return rest >= 0n ? rest : rest + p
}

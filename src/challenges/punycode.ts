// RFC 3492 §5: the parameter values of IDNA.
const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const biasStart = 72
const codePointStart = 128
const codePointMax = 0x10ffff

/** Decodes what follows `xn--` (RFC 3492 §6.2); null when it is malformed. `new URL()` lets malformed labels pass. */
export function decodePunycode(text: string): string | null {
  const delimiter = text.lastIndexOf('-')
  const output = Array.from(text.slice(0, Math.max(0, delimiter)), (character) => character.charCodeAt(0))
  let codePoint = codePointStart
  let bias = biasStart
  let index = 0
  let at = delimiter + 1
  while (at < text.length) {
    const before = index
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitValue(text.charCodeAt(at))
      if (digit === null) return null
      at += 1
      index += digit * weight
      const threshold = Math.min(tMax, Math.max(tMin, k - bias))
      if (digit < threshold) break
      weight *= base - threshold
      if (weight > codePointMax * base) return null
    }
    const length = output.length + 1
    bias = adapted(index - before, length, before === 0)
    codePoint += Math.floor(index / length)
    if (codePoint > codePointMax) return null
    index %= length
    output.splice(index, 0, codePoint)
    index += 1
  }
  return String.fromCodePoint(...output)
}

function adapted(delta: number, length: number, first: boolean): number {
  let left = first ? Math.floor(delta / damp) : Math.floor(delta / 2)
  left += Math.floor(left / length)
  let k = 0
  for (; left > ((base - tMin) * tMax) / 2; k += base) left = Math.floor(left / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew))
}

// Past the end charCodeAt is NaN, which is no digit.
function digitValue(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26
  return null
}

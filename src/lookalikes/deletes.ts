/** FNV-1a, 32 bits: spreads short texts well enough to find them by. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** The text and all that is left of it when one letter is left out. */
export function deletesOf(text: string): readonly string[] {
  const letters = Array.from(text)
  const shorter = letters.map((_letter, index) => letters.toSpliced(index, 1).join(''))
  return [...new Set([text, ...shorter])]
}

const room = 2 ** 21

/**
 * Finds texts that are at most one slip away: of both nothing is left but the same when one letter of each is left
 * out. Hashes and places in one sorted array, so that tens of thousands take less than a megabyte.
 */
export function deletesIndex(texts: readonly string[]): (text: string) => readonly number[] {
  const entries = texts.flatMap((text, place) => deletesOf(text).map((left) => hash(left) * room + place))
  const sorted = Float64Array.from(entries).toSorted()
  return (text) => {
    const places = new Set<number>()
    for (const left of deletesOf(text)) {
      const from = hash(left) * room
      for (let at = lowerBound(sorted, from); (sorted[at] ?? Infinity) < from + room; at += 1) {
        places.add((sorted[at] ?? 0) - from)
      }
    }
    return [...places]
  }
}

function lowerBound(sorted: Float64Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

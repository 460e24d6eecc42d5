import type { Reason, Tier } from './alike.ts'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Map<string, Set<string>>()
for (const [y, row] of rows.entries()) {
  for (const [x, key] of Array.from(row).entries()) {
    // Each row stands half a key to the right of the one above it.
    const near = [
      row[x - 1],
      row[x + 1],
      rows[y - 1]?.[x],
      rows[y - 1]?.[x + 1],
      rows[y + 1]?.[x - 1],
      rows[y + 1]?.[x],
    ]
    for (const other of near) {
      if (other === undefined) continue
      // In a spelling an l is an i.
      const [one, two] = [key, other].map((letter) => (letter === 'l' ? 'i' : letter))
      if (one !== undefined && two !== undefined)
        neighbours.set(one, (neighbours.get(one) ?? new Set()).add(two))
    }
  }
}

export type Slip = { readonly reason: Reason; readonly tier: Tier }

/** What a single slip of a finger makes of a name, and how much it gives away; null when it takes more than one. */
export function slipBetween(typed: string, meant: string): Slip | null {
  const [one, other] = [Array.from(typed), Array.from(meant)]
  const { length } = other
  if (Math.abs(one.length - length) > 1) return null
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const added = one.slice(start, one.length - end)
  const missing = other.slice(start, length - end)
  const [a, b] = [added[0] ?? '', missing[0] ?? '']
  if (added.length === 2 && missing.length === 2) {
    if (a !== missing[1] || added[1] !== b) return null
    return { reason: 'letters_swapped', tier: by(length, 6, 5) }
  }
  if (added.length > 1 || missing.length > 1 || added.length + missing.length === 0) return null
  const isFirst = start === 0
  if (added.length === 1 && missing.length === 1) {
    const isNear = neighbours.get(b)?.has(a) === true
    return isNear && !isFirst
      ? { reason: 'neighbour_key', tier: by(length, 9, 7) }
      : { reason: 'one_letter', tier: by(length, Infinity, 9) }
  }
  const shorter = added.length === 0 ? one : other
  const letter = added.length === 0 ? b : a
  const beside = [shorter[start - 1], shorter[start]]
  if (end === 0 && letter === 's') return { reason: 'plural', tier: by(length, Infinity, 8) }
  if (beside.includes(letter)) return { reason: 'letter_doubled', tier: by(length, 7, 6) }
  if (added.length === 0)
    return { reason: 'letter_missing', tier: isFirst ? by(length, Infinity, 9) : by(length, 9, 7) }
  const isNear = beside.some((key) => key !== undefined && neighbours.get(key)?.has(letter) === true)
  return { reason: 'letter_added', tier: isNear ? by(length, 9, 7) : by(length, Infinity, 9) }
}

/** In a longer name the same slip is the less likely to be another word. */
function by(length: number, high: number, medium: number): Tier {
  return length >= high ? 'high' : length >= medium ? 'medium' : 'low'
}

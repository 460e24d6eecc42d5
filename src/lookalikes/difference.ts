/** Ranges of code points, from the first to before the second, in which two texts differ. */
export type Ranges = readonly (readonly [number, number])[]

/** A name as it was compared, and where it differs from the other one. */
export type Compared = { readonly text: string; readonly differs: Ranges }

export type Difference = { readonly asked: Compared; readonly registered: Compared }

/** Beyond this only beginnings and ends are compared letter by letter. */
const lettersMax = 100

/** Where two names differ, letter by letter, with as few letters marked as can be. */
export function differenceOf(asked: string, registered: string): Difference {
  const [one, other] = [Array.from(asked), Array.from(registered)]
  const same = (at: number, place: number) => one[at]?.toLowerCase() === other[place]?.toLowerCase()
  let start = 0
  while (start < Math.min(one.length, other.length) && same(start, start)) start += 1
  let end = 0
  const shorter = Math.min(one.length, other.length) - start
  while (end < shorter && same(one.length - 1 - end, other.length - 1 - end)) end += 1
  const [oneEnd, otherEnd] = [one.length - end, other.length - end]
  const marked =
    oneEnd - start > lettersMax || otherEnd - start > lettersMax
      ? { one: range(start, oneEnd), other: range(start, otherEnd) }
      : aligned(start, oneEnd, otherEnd, same)
  return {
    asked: { text: asked, differs: rangesOf(marked.one) },
    registered: { text: registered, differs: rangesOf(marked.other) },
  }
}

type Marked = { readonly one: readonly number[]; readonly other: readonly number[] }

/** The letters that no longest common part holds. */
function aligned(
  start: number,
  oneEnd: number,
  otherEnd: number,
  same: (at: number, place: number) => boolean,
): Marked {
  const width = otherEnd - start + 1
  const common = new Uint16Array((oneEnd - start + 1) * width)
  const cell = (at: number, place: number) => common[(at - start) * width + place - start] ?? 0
  for (let at = oneEnd - 1; at >= start; at -= 1) {
    for (let place = otherEnd - 1; place >= start; place -= 1) {
      common[(at - start) * width + place - start] = same(at, place)
        ? cell(at + 1, place + 1) + 1
        : Math.max(cell(at + 1, place), cell(at, place + 1))
    }
  }
  const marked: { one: number[]; other: number[] } = { one: [], other: [] }
  let [at, place] = [start, start]
  while (at < oneEnd || place < otherEnd) {
    if (at < oneEnd && place < otherEnd && same(at, place)) {
      at += 1
      place += 1
    } else if (place === otherEnd || (at < oneEnd && cell(at + 1, place) >= cell(at, place + 1))) {
      marked.one.push(at)
      at += 1
    } else {
      marked.other.push(place)
      place += 1
    }
  }
  return marked
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_each, index) => start + index)
}

function rangesOf(places: readonly number[]): Ranges {
  const ranges: [number, number][] = []
  for (const place of places) {
    const last = ranges.at(-1)
    if (last?.[1] === place) last[1] = place + 1
    else ranges.push([place, place + 1])
  }
  return ranges
}

import { distance } from 'fastest-levenshtein'
import { registrable } from '#base/registrable.ts'
import { trusted, worldly } from './affixes.ts'
import type { Alike, AskedName, Reason, RegisteredName, Tier } from './alike.ts'
import { strongestOfEach } from './alike.ts'
import { deletesIndex } from './deletes.ts'
import { nameOfDomain } from './name-of.ts'
import { alikeBySkeleton } from './same.ts'
import { hurried, skeleton, spelling } from './skeleton.ts'
import { slipBetween } from './typo.ts'

/** What the protected names are compared with; made once, asked for every name that is not verified. */
export type Watch = {
  readonly size: number
  /** The strongest likeness to each brand, the strongest first. */
  find(asked: AskedName): readonly Alike[]
}

/** No name under this is compared by more than its skeleton. */
const fuzzyMin = 5
const longMin = 10
const veryLongMin = 14
const containedMin = 9
/** Whatever is longer is no typo of a name and hides none that anybody would find. */
const askedMax = 80

type Entry = { readonly like: RegisteredName; readonly spelt: string; readonly length: number }
type Found = { readonly entry: Entry; readonly reason: Reason; readonly tier: Tier }

const affixes = new Map<string, boolean>([
  ...[...worldly].map((word) => [spelling(word), false] as const),
  ...[...trusted].map((word) => [spelling(word), true] as const),
])

export function watchOver(names: readonly RegisteredName[]): Watch {
  const entries = names.filter(({ key }) => key !== '').map(entryOf)
  const byKey = Map.groupBy(entries, ({ like }) => like.key)
  const fuzzy = entries.filter(({ spelt, length }) => length >= fuzzyMin && !affixes.has(spelt))
  const bySpelling = Map.groupBy(fuzzy, ({ spelt }) => spelt)
  const byHurried = Map.groupBy(fuzzy, ({ spelt }) => hurried(spelt))
  const long = Map.groupBy(
    fuzzy.filter(({ length }) => length >= longMin),
    ({ spelt }) => spelt[0] ?? '',
  )
  const near = deletesIndex(fuzzy.map(({ spelt }) => spelt))
  const dotless = Map.groupBy(
    fuzzy.filter(({ like }) => like.kind === 'domain'),
    ({ like }) => spelling(like.name),
  )
  const lengthMax = fuzzy.reduce((most, { spelt }) => Math.max(most, spelt.length), 0)

  function* found(asked: AskedName, spelt: string): Generator<Found> {
    for (const place of near(spelt)) {
      const entry = fuzzy[place]
      const slip = entry === undefined ? null : slipBetween(spelt, entry.spelt)
      if (entry !== undefined && slip !== null) yield { entry, ...slip }
    }
    for (const entry of byHurried.get(hurried(spelt)) ?? []) {
      if (entry.spelt === spelt) continue
      yield { entry, reason: 'similar_letters', tier: entry.length >= 8 ? 'high' : 'medium' }
    }
    for (const entry of long.get(spelt[0] ?? '') ?? []) {
      const slips = entry.length >= veryLongMin ? 3 : 2
      if (Math.abs(entry.spelt.length - spelt.length) > slips) continue
      const apart = distance(entry.spelt, spelt)
      if (apart > 1 && apart <= slips) {
        yield { entry, reason: 'few_letters', tier: entry.length >= veryLongMin ? 'medium' : 'low' }
      }
    }
    yield* inside(spelt)
    yield* numbered(asked.name)
    if (asked.kind !== 'domain') return
    for (const entry of dotless.get(spelt.replace(/^www/, '')) ?? []) {
      yield { entry, reason: 'dots_dropped', tier: 'high' }
    }
    yield* embedded(asked.domain)
  }

  /** Names that stand whole in a longer one. */
  function* inside(spelt: string): Generator<Found> {
    for (let start = 0; start <= spelt.length - fuzzyMin; start += 1) {
      for (let end = start + fuzzyMin; end <= Math.min(spelt.length, start + lengthMax); end += 1) {
        if (end - start === spelt.length) continue
        for (const entry of bySpelling.get(spelt.slice(start, end)) ?? []) {
          const rest = [spelt.slice(0, start), spelt.slice(end)].filter((part) => part !== '')
          const kinds = rest.map(affixKind)
          if (kinds.every((kind) => kind !== null)) {
            const isTrusted = kinds.includes('trusted')
            yield { entry, reason: 'affix', tier: affixTier(entry.length, isTrusted) }
          } else if (entry.length >= containedMin) {
            yield { entry, reason: 'contained', tier: entry.length > containedMin ? 'medium' : 'low' }
          }
        }
      }
    }
  }

  /** `acme.com.login.example`, `acme-com.example`: the brand's domain where only the reader's eye ends it. */
  function* embedded(domain: string): Generator<Found> {
    const own = registrable(domain)
    const before = domain.slice(0, -own.length).split('.').map(spelling)
    for (const [at, label] of before.entries()) {
      for (const entry of bySpelling.get(label) ?? []) {
        if (entry.like.kind !== 'domain') continue
        const isWhole = before.slice(at).join('').startsWith(spelling(entry.like.name))
        yield { entry, reason: 'embedded', tier: isWhole ? 'high' : 'medium' }
      }
    }
  }

  /** `acme2024` */
  function* numbered(name: string): Generator<Found> {
    for (const bare of [name.replace(/^\d+/, ''), name.replace(/\d+$/, '')]) {
      if (bare === name) continue
      for (const entry of bySpelling.get(spelling(bare)) ?? []) {
        yield { entry, reason: 'affix', tier: affixTier(entry.length, false) }
      }
    }
  }

  return {
    size: entries.length,
    find(asked) {
      const spelt = spelling(asked.name)
      const same = (byKey.get(skeleton(asked.name)) ?? []).map(({ like }) =>
        alikeBySkeleton(asked, like, true),
      )
      const isFuzzy = spelt.length >= fuzzyMin - 1 && spelt.length <= askedMax
      const fuzzily = isFuzzy
        ? [...found(asked, spelt)].map(({ entry: { like }, reason, tier }) => ({ like, reason, tier }))
        : []
      return strongestOfEach([...same, ...fuzzily], asked)
    },
  }
}

function entryOf(like: RegisteredName): Entry {
  const spelt = spelling(like.kind === 'domain' ? (nameOfDomain(like.name) ?? like.name) : like.name)
  return { like, spelt, length: Array.from(spelt).length }
}

function affixTier(length: number, isTrusted: boolean): Tier {
  if (isTrusted) return 'high'
  return length >= 7 ? 'medium' : 'low'
}

/** Whether a text is nothing but affixes, up to three of them, and whether one of them asks for trust. */
function affixKind(text: string): 'trusted' | 'worldly' | null {
  const ends = new Map<number, boolean>([[0, false]])
  for (let at = 0; at < text.length; at += 1) {
    const before = ends.get(at)
    if (before === undefined) continue
    for (let end = at + 1; end <= Math.min(text.length, at + 20); end += 1) {
      const kind = affixes.get(text.slice(at, end))
      if (kind !== undefined) ends.set(end, (ends.get(end) ?? false) || before || kind)
    }
  }
  const whole = ends.get(text.length)
  return whole === undefined ? null : whole ? 'trusted' : 'worldly'
}

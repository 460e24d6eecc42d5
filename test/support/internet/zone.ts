/** One TXT record: a string, or its several strings. */
export type Txt = string | readonly string[]

export type Records = {
  readonly A?: readonly string[]
  readonly AAAA?: readonly string[]
  readonly TXT?: readonly Txt[]
  readonly NS?: readonly string[]
  readonly CNAME?: string
  /** Seconds a "no" below this name may be kept; 60 unless told. */
  readonly negativeTtl?: number
  /** AD=1 for this name and all below. */
  readonly signed?: boolean
}

/** What a resolver does instead of answering well. */
export type Trouble =
  | 'servfail'
  | 'bogus'
  | 'refused'
  | 'blocked'
  | 'stale'
  | 'timeout'
  | 'malformed'
  | 'truncated'
  | 'cut_short'
  | 'other_question'
  | 'other_id'
  | 'http_500'
  | 'not_dns'
  | 'redirect'
  | 'stops_at_cname'

export type Zone = {
  /** Sets the given types of the name and leaves its others; an empty list removes one. `*.x` is a wildcard. */
  set(name: string, records: Records): void
  /** Each look at the type takes the next answer; the last one stays. For rebinding. */
  sequence(name: string, type: 'A' | 'AAAA' | 'TXT', answers: readonly (readonly string[])[]): void
  /** `*` means every name, `*.x` everything below x. Null ends it. */
  trouble(name: string, trouble: Trouble | null): void
  /** Forgets the name wholly. */
  remove(name: string): void
}

export type ReadableZone = Zone & {
  recordsAt(name: string): Records | null
  troubleAt(name: string): Trouble | null
  /** There is something at this name or below it. */
  exists(name: string): boolean
  /** The next of a scripted sequence, or null when there is none. */
  next(name: string, type: string): readonly string[] | null
}

/** Records by name. A zone with a parent overrides it type by type: one resolver's own view of the world. */
export function createZone(parent: ReadableZone | null = null): ReadableZone {
  const records = new Map<string, Records>()
  const troubles = new Map<string, Trouble | null>()
  const sequences = new Map<string, (readonly string[])[]>()
  let known: ReadonlySet<string> | null = null

  return {
    set(name, given) {
      known = null
      records.set(key(name), { ...records.get(key(name)), ...given })
    },
    sequence(name, type, answers) {
      sequences.set(`${key(name)} ${type}`, [...answers])
      known = null
      records.set(key(name), { [type]: [], ...records.get(key(name)) })
    },
    trouble(name, trouble) {
      troubles.set(key(name), trouble)
    },
    remove(name) {
      known = null
      records.delete(key(name))
      troubles.delete(key(name))
      for (const type of ['A', 'AAAA', 'TXT']) sequences.delete(`${key(name)} ${type}`)
    },
    recordsAt(name) {
      const own = records.get(key(name))
      const inherited = parent?.recordsAt(name) ?? null
      return own === undefined ? inherited : { ...inherited, ...own }
    },
    troubleAt(name) {
      for (const pattern of patterns(key(name))) {
        const own = troubles.get(pattern)
        if (own !== undefined) return own
      }
      return parent?.troubleAt(name) ?? null
    },
    exists(name) {
      known ??= new Set([...records.keys()].flatMap(selfAndAbove))
      return known.has(key(name)) || (parent?.exists(name) ?? false)
    },
    next(name, type) {
      const left = sequences.get(`${key(name)} ${type}`)
      if (left === undefined) return parent?.next(name, type) ?? null
      return (left.length > 1 ? left.shift() : left[0]) ?? []
    },
  }
}

/** a.b.c → a.b.c, b.c, c */
export function selfAndAbove(name: string): string[] {
  const labels = name.split('.')
  return labels.map((_label, index) => labels.slice(index).join('.'))
}

/** a.b.c → a.b.c, *.b.c, *.c, * */
function patterns(name: string): string[] {
  const labels = name.split('.')
  return [name, ...labels.slice(1).map((_label, index) => `*.${labels.slice(index + 1).join('.')}`), '*']
}

function key(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

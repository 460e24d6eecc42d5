import { IntlMessageFormat, type Formats } from 'intl-messageformat'
import { keysOf } from '#base/keys.ts'
import type { Language } from './languages.ts'
import { plain, type Part, type Sentence } from './sentence.ts'

/**
 * What a message may hold: text that somebody else wrote (it stays a term), numbers (times are UTC milliseconds),
 * sentences of our own, and where a tag `<name>…</name>` leads.
 */
export type Values = Readonly<Record<string, string | number | Sentence | { readonly to: string }>>

/** Speaks one language: plain text, or, by `parts`, a sentence in which strangers' words stand apart. */
export type Speaker<Key extends string> = {
  (key: Key, values?: Values): string
  parts(key: Key, values?: Values): Sentence
}

export type Texts<Key extends string> = {
  (language: Language): Speaker<Key>
  /** For what others name, which may be newer than the table. */
  readonly keys: readonly Key[]
}

/** Days and moments are told in UTC: where a reader is, a Worker does not know. */
const formats: Partial<Formats> = {
  date: {
    day: { dateStyle: 'long', timeZone: 'UTC' },
    moment: { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' },
  },
}

/** English as Europe writes it: 1 March 2026. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', pl: 'pl' }

/** The texts of a page or a room: ICU messages, the same keys in each language. */
export function texts<const Key extends string>(
  all: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): Texts<Key> {
  const parsed = new Map<string, IntlMessageFormat>()
  const messageOf = (language: Language, key: Key): IntlMessageFormat => {
    const id = `${language} ${key}`
    const known = parsed.get(id)
    if (known !== undefined) return known
    const message = new IntlMessageFormat(all[language][key], locales[language], formats)
    parsed.set(id, message)
    return message
  }
  const speak = (language: Language): Speaker<Key> => {
    const parts = (key: Key, values: Values = {}): Sentence =>
      messageOf(language, key)
        .formatToParts<Put>({ strong: strengthen, ...put(values) })
        .flatMap(({ value }) => spoken(value))
    return Object.assign((key: Key, values?: Values) => plain(parts(key, values)), { parts })
  }
  return Object.assign(speak, { keys: keysOf(all.en) })
}

/** Terms choose among `select`'s cases by what they say. */
class Term {
  readonly term: string
  constructor(term: string) {
    this.term = term
  }
  toString(): string {
    return this.term
  }
}

class Ours {
  readonly parts: Sentence
  constructor(parts: Sentence) {
    this.parts = parts
  }
}

type Put = string | number | Term | Ours | ((chunks: readonly unknown[]) => Ours)

const strengthen = (chunks: readonly unknown[]) => new Ours([{ strong: chunks.flatMap(spoken) }])

function put(values: Values): Record<string, Put> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Put] => {
      if (typeof value === 'number') return [name, value]
      if (typeof value === 'string') return [name, new Term(value)]
      if ('to' in value) {
        return [name, (chunks) => new Ours([{ link: value.to, parts: chunks.flatMap(spoken) }])]
      }
      return [name, new Ours(value)]
    }),
  )
}

function spoken(value: unknown): Part[] {
  if (value instanceof Term) return [{ term: value.term }]
  if (value instanceof Ours) return [...value.parts]
  return [String(value)]
}

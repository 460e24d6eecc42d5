import { globSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { languages, type Language } from '#i18n/languages.ts'

/** Each table of texts in the source, as it stands there: a new one is found by itself. */
type Table = {
  readonly file: string
  /** What the file calls it. */
  readonly name: string
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>
}

const messages = z.record(z.string(), z.string())
const table = z.strictObject({ en: messages, es: messages, pl: messages })

const sources = new Map(
  globSync('src/**/*.{ts,tsx}').map((file) => [file, readFileSync(file, 'utf8')] as const),
)

const tables = [...sources].flatMap(([file, source]): Table[] =>
  [...source.matchAll(/const (\w+) = texts\(/g)].map(({ 1: name = '', 0: start, index }) => {
    const literal = source.slice(index + start.length, endOf(source, index + start.length))
    return { file, name, texts: table.parse(runInNewContext(`(${literal})`)) }
  }),
)

/** Where the bracket that is open at `from` closes: brackets within strings do not count. */
function endOf(source: string, from: number): number {
  let depth = 1
  let quote = ''
  for (let at = from; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (quote !== '') {
      if (character === '\\') at += 1
      else if (character === quote) quote = ''
    } else if (`'"\``.includes(character)) quote = character
    else if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) depth -= 1
    if (depth === 0) return at
  }
  throw new Error('A table of texts does not end')
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a message asks for: arguments, with how each is put, and tags. */
function argumentsOf(text: string, language: Language): readonly string[] {
  const elements = new IntlMessageFormat(text, language).getAst()
  return [...new Set(elements.flatMap(namesIn))].toSorted()
}

function namesIn(element: Element): readonly string[] {
  if (!('value' in element)) return []
  const kinds = ['text', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']
  const kind = kinds[element.type] ?? 'unknown'
  if (kind === 'text' || kind === 'pound') return []
  const inner =
    'options' in element
      ? Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))
      : 'children' in element
        ? element.children.flatMap(namesIn)
        : []
  return [`${kind} ${element.value}`, ...inner]
}

function pluralsIn(element: Element): readonly (readonly string[])[] {
  if ('children' in element) return element.children.flatMap(pluralsIn)
  if (!('options' in element)) return []
  const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(pluralsIn))
  return 'pluralType' in element ? [Object.keys(element.options), ...inner] : inner
}

test('there are tables to look at, in more than one room', () => {
  expect(tables.length).toBeGreaterThan(20)
  const calls = [...sources.values()].flatMap((source) => [...source.matchAll(/= texts\(/g)])
  expect(tables).toHaveLength(calls.length)
})

describe.each(tables)('$file: $name', ({ file, name, texts }) => {
  const keys = Object.keys(texts.en)

  test('has the same keys in each language, none of them empty', () => {
    for (const language of languages) {
      expect(Object.keys(texts[language])).toEqual(keys)
      for (const [key, text] of Object.entries(texts[language])) expect(text.trim(), key).not.toBe('')
    }
  })

  test('asks for the same arguments in each language', () => {
    for (const key of keys) {
      const asked = argumentsOf(texts.en[key] ?? '', 'en')
      for (const language of languages) {
        expect(argumentsOf(texts[language][key] ?? '', language), `${language} ${key}`).toEqual(asked)
      }
    }
  })

  test('counts in Polish as Polish does', () => {
    for (const [key, text] of Object.entries(texts.pl)) {
      for (const forms of new IntlMessageFormat(text, 'pl').getAst().flatMap(pluralsIn)) {
        expect(forms, key).toEqual(expect.arrayContaining(['one', 'few', 'many', 'other']))
      }
    }
  })

  test('uses no straight apostrophe, which ICU takes for a quotation', () => {
    for (const language of languages) {
      for (const [key, text] of Object.entries(texts[language])) expect(text, key).not.toContain("'")
    }
  })

  test('has no key that nobody speaks', () => {
    const readers = [...sources].filter(([path, source]) => path === file || source.includes(name))
    const near = readers.map(([path, source]) => (path === file ? withoutTables(source) : source)).join('\n')
    const far = [...sources.values()].map(withoutTables).join('\n')
    // What speaks a key that it was given is told of it somewhere else.
    const isGiven = /\b(?:say|parts|said|speak|tell|\w*[wW]ords\([\w.]+\))\((?!['"`)])/.test(near)
    const unused = keys.filter((key) => {
      const spoken = new RegExp(`['"\`]${escaped(key)}['"\`]|\\b${escaped(key)}:|\\.${escaped(key)}\\b`)
      if (spoken.test(near) || isComposed(key, near)) return false
      return !(isGiven && (spoken.test(far) || isComposed(key, far)))
    })
    expect(unused).toEqual([])
  })
})

function withoutTables(source: string): string {
  const start = /const \w+ = texts\(/.exec(source)
  if (start === null) return source
  const from = start.index + start[0].length
  return `${source.slice(0, start.index)}${withoutTables(source.slice(endOf(source, from)))}`
}

/** `${about}_unreachable`, `done_${act}`: put together of what a key begins and ends with. */
function isComposed(key: string, source: string): boolean {
  const composed = [...source.matchAll(/`(\w*)\$\{[^`{}]+\}(\w*)`/g)]
  return composed.some(([, start = '', end = '']) => {
    return `${start}${end}`.length > 1 && key.startsWith(start) && key.endsWith(end)
  })
}

function escaped(key: string): string {
  return key.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

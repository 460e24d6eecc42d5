import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lettersOf } from '#lookalikes/letters.ts'

/**
 * Writes the table of letters that look like others, from Unicode's own data:
 * `npm run lookalikes -- UnicodeData.txt confusables.txt`. The first is in Debian's package `unicode-data`, both are at
 * unicode.org (UTS #39 §4 describes the second).
 */
const [names = '', confusables = ''] = parseArgs({ allowPositionals: true }).positionals
const table = new Map<string, string>()
const isAscii = (text: string) => /^[a-z\d]+$/.test(text)

/** Both ends as a name's letters are compared: what those do not tell apart needs no row. */
function enter(source: string, prototype: string): void {
  const letter = lettersOf(source)
  const looks = lettersOf(prototype)
  if ([...letter].length !== 1 || isAscii(letter) || looks === '' || looks.includes(letter)) return
  const known = table.get(letter)
  // What the small letter itself looks like counts before what its capital does, a plain letter before all others.
  if (known !== undefined && isAscii(known) && !(isAscii(looks) && source === letter)) return
  if (known === undefined || isAscii(looks)) table.set(letter, looks)
}

for (const line of readFileSync(confusables, 'utf8').split('\n')) {
  const [, source = '', prototype = ''] = /^([\dA-F]+)\s*;\s*([\dA-F ]+?)\s*;\s*MA\b/.exec(line) ?? []
  if (source !== '') enter(written(source), prototype.split(' ').map(written).join(''))
}
// Small capitals and letters with hooks, bars and tails, most of which UTS #39 does not call confusable.
for (const line of readFileSync(names, 'utf8').split('\n')) {
  const [code = '', name = ''] = line.split(';')
  const [, plain = ''] =
    /^LATIN (?:LETTER SMALL CAPITAL|SMALL LETTER(?: DOTLESS)?) ([A-Z])(?: WITH .*)?$/.exec(name) ?? []
  const letter = code === '' ? '' : written(code)
  const isKnown = isAscii(table.get(letter) ?? '')
  if (plain !== '' && !isKnown) enter(letter, plain)
}

function written(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16))
}

/** What something looks like may look like something else in turn; of those in a ring each stays itself. */
function last(letter: string, before: readonly string[] = []): string {
  const looks = before.includes(letter) ? undefined : table.get(letter)
  return looks === undefined ? letter : Array.from(looks, (next) => last(next, [...before, letter])).join('')
}

const rows = new Map<string, string>()
for (const letter of [...table.keys()].toSorted((one, other) => (one < other ? -1 : 1))) {
  const prototype = last(letter)
  if (!prototype.includes(letter)) rows.set(prototype, (rows.get(prototype) ?? '') + letter)
}
const words = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map((row) => row.join(' '))
const lines = ['']
for (const word of words) {
  const line = lines.at(-1) ?? ''
  if (line.length + word.length < 100) lines[lines.length - 1] = `${line} ${word}`.trim()
  else lines.push(word)
}
const version = /^# Version: (\S+)/m.exec(readFileSync(confusables, 'utf8'))?.[1] ?? ''
writeFileSync(
  'src/lookalikes/prototypes.ts',
  `/** Written by \`npm run lookalikes\` from Unicode ${version}: by turns what letters look like, and those letters. */\nexport const prototypes = \`\n${lines.join('\n')}\n\`\n`,
)
console.log(`${table.size} letters`)

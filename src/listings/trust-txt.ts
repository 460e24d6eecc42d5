import { refuse } from '#base/result.ts'
import { entryOf, linkEntry, type Entry } from './entry.ts'

/** Of a file that is read from a site; a longer one is not read. */
export const trustTxtBytesMax = 65_536

/** The attributes of JournalList's trust.txt beside `social`, and others, say nothing of accounts. */
const attribute = /^([a-z][\w-]*)\s*=\s*(.*)$/i

/** The accounts of a trust.txt: its `social=` lines. Never throws. */
export function readTrustTxt(text: string): readonly Entry<'trust-txt'>[] {
  return linesOf(text).flatMap((raw, index): Entry<'trust-txt'>[] => {
    // A fragment belongs to its address: a comment behind one stands apart.
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim()
    if (line === '') return []
    const [, name, value] = attribute.exec(line) ?? []
    const place = { line: index + 1 }
    if (name === undefined || value === undefined) return [entryOf('trust-txt', line, place, noAttribute)]
    return name.toLowerCase() === 'social' ? [linkEntry('trust-txt', value, place.line)] : []
  })
}

const noAttribute = refuse(
  'invalid_request',
  'A line of trust.txt is an attribute, such as social=https://x.com/acme, or a comment that begins with #.',
)

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

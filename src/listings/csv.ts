/** One row, with the line on which it begins, from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/**
 * RFC 4180, with what spreadsheets make of it: a byte order mark, any line end, and whichever of comma, semicolon and
 * tab the first line has most of. A quote that is never closed ends with the text. Never throws.
 */
export function readRows(text: string): readonly Row[] {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let from = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: from, cells })
    cells = []
    cell = ''
    from = line
  }
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at)
    const isEnd = letter === '\n' || letter === '\r'
    if (letter === '\r' && source.charAt(at + 1) === '\n') at += 1
    if (isEnd) line += 1
    if (isQuoted) {
      if (letter !== '"') cell += isEnd ? '\n' : letter
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (isEnd) endRow()
    else cell += letter
  }
  endRow()
  return rows
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: first.split(sign).length }))
  return counted.reduce((most, one) => (one.times > most.times ? one : most)).sign
}

/** RFC 4180, each row ended by CRLF. No cell is a formula to a spreadsheet: such a one begins with an apostrophe. */
export function writeRows(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => writeCell(cell ?? '')).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["',;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** What `writeRows`, or a spreadsheet, put before what could be a formula. */
export function withoutApostrophe(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}

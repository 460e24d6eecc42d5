import { refuse } from '#base/result.ts'
import { readRows, withoutApostrophe, writeRows, type Row } from './csv.ts'
import { entryOf, type Entry } from './entry.ts'

const accountColumns = ['account', 'url', 'link', 'profile']
const relationColumn = 'relation'

/**
 * The accounts of a CSV table: by its header the columns `account` (or `url`), `relation`, `country` and `language`;
 * without a header the first and the second. Never throws.
 */
export function readTable(text: string): readonly Entry[] {
  const rows = readRows(text)
  const [first] = rows
  if (first === undefined) return []
  const names = tidy(first).map((name) => name.toLowerCase())
  const named = accountColumns.map((name) => names.indexOf(name)).find((at) => at !== -1)
  const relation = named === undefined ? 1 : names.indexOf(relationColumn)
  const [country, language] = [names.indexOf('country'), names.indexOf('language')]
  return rows.slice(named === undefined ? 0 : 1).map((row) => {
    const cells = tidy(row)
    const written = cells[named ?? 0] ?? ''
    const place = {
      line: row.line,
      relation: cells[relation]?.toLowerCase() || null,
      country: (named === undefined ? '' : cells[country]?.toUpperCase()) || null,
      language: (named === undefined ? '' : cells[language]) || null,
    }
    return written === '' ? entryOf('csv', '', place, noAccount) : entryOf('csv', written, place)
  })
}

const noAccount = refuse('invalid_request', 'This row has nothing in the column of the account.')

function tidy({ cells }: Row): readonly string[] {
  return cells.map((cell) => withoutApostrophe(cell.trim()).trim())
}

export type TableRow = {
  readonly url: string
  readonly relation: string
  readonly country: string | null
  readonly language: string | null
  readonly platform: string
  readonly handle: string
  readonly platformId: string | null
  readonly verdict: string
  readonly published: boolean | null
}

/** What `readTable` reads, with how each account stands. */
export function writeTable(accounts: readonly TableRow[]): string {
  const audience = ['country', 'language']
  const standing = ['platform', 'handle', 'platform_id', 'verdict', 'published']
  const rows = accounts.map(({ url, relation, country, language, platform, handle, ...account }) => {
    const { platformId, verdict, published } = account
    const isPublished = published === null ? null : String(published)
    return [url, relation, country, language, platform, handle, platformId, verdict, isPublished]
  })
  return writeRows([['account', relationColumn, ...audience, ...standing], ...rows])
}

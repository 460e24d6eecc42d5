import { ok, refuse, type Result } from '#base/result.ts'
import { readTable } from './account-table.ts'
import type { Entry } from './entry.ts'
import { readTrustTxt } from './trust-txt.ts'
import { readXpoc } from './xpoc.ts'

export const listingFormats = ['trust-txt', 'xpoc', 'csv'] as const
export type ListingFormat = (typeof listingFormats)[number]

export const entriesMax = 500

/** A pasted list of at most `entriesMax` accounts; refuses one that is longer, or is not of that format. */
export function readListing(
  format: ListingFormat,
  text: string,
): Result<readonly Entry[], 'invalid_request'> {
  const read = readers[format](text)
  if (!read.ok || read.value.length <= entriesMax) return read
  return refuse(
    'invalid_request',
    `The list has ${read.value.length} entries, and ${entriesMax} are taken at once. Nothing was claimed; send it in parts.`,
  )
}

const readers: Readonly<
  Record<ListingFormat, (text: string) => Result<readonly Entry[], 'invalid_request'>>
> = {
  'trust-txt': (text) => ok(readTrustTxt(text)),
  xpoc: readXpoc,
  csv: (text) => ok(readTable(text)),
}

import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'
import type { Account } from '#accounts/platform.ts'
import { refuse, type Result } from '#base/result.ts'

export type Source = 'trust-txt' | 'rel-me' | 'same-as' | 'xpoc' | 'csv'

/** `invalid_request`: the place where an account should be holds none. */
export type EntryReason = AccountReason | 'invalid_request'

/** One place of a list where an account is meant, understood or not. */
export type Entry<From extends Source = Source> = {
  readonly source: From
  /** As the list has it, cut. */
  readonly written: string
  /** From 1; null in formats where lines mean nothing. */
  readonly line: number | null
  /** As the list has it; null where it says nothing. */
  readonly relation: string | null
  readonly country: string | null
  readonly language: string | null
  readonly account: Result<Account, EntryReason>
}

type Place = Partial<Pick<Entry, 'line' | 'relation' | 'country' | 'language'>>

const writtenCharactersMax = 200

export function entryOf<From extends Source>(
  source: From,
  written: string,
  { line = null, relation = null, country = null, language = null }: Place = {},
  account: Result<Account, EntryReason> = parseAccount(written),
): Entry<From> {
  return {
    source,
    written: written.slice(0, writtenCharactersMax),
    line,
    relation,
    country,
    language,
    account,
  }
}

/** An absolute web address is expected here, as every format for links wants it. */
export function linkEntry<From extends Source>(
  source: From,
  written: string,
  line: number | null = null,
): Entry<From> {
  const link = written.trim()
  const isAbsolute = /^https?:\/\//i.test(link)
  return entryOf(source, link, { line }, isAbsolute ? parseAccount(link) : notAbsolute)
}

const notAbsolute = refuse(
  'invalid_request',
  'A whole web address is expected here, one that begins with https://.',
)

export type Listed<From extends Source = Source> = Account & { readonly source: From }

/** The accounts of a list, each once a source. */
export function accountsIn<From extends Source>(entries: readonly Entry<From>[]): readonly Listed<From>[] {
  const found = entries.flatMap(({ source, account }) => (account.ok ? [{ ...account.value, source }] : []))
  const named = found.map((one) => [`${one.source} ${one.platform} ${one.handle}`, one] as const)
  return [...new Map(named).values()]
}

import { ok, refuse, type Result } from '#base/result.ts'
import { notAnAccount } from './parse-account.ts'
import type { Account } from './platform.ts'
import { readPasted } from './read-pasted.ts'

export type Query =
  | { readonly kind: 'account'; readonly account: Account }
  /** Lower case A-labels; only its form is known to be right. */
  | { readonly kind: 'domain'; readonly host: string }
  /** `handle`, without its `@`, when a bare `@handle` was pasted. */
  | { readonly kind: 'name'; readonly text: string; readonly handle?: string }

export type QueryReason = 'query_not_understood' | 'not_an_account'

/**
 * What the public lookup was asked: any pasted form of an account, a domain, or else a name. An address on no
 * known platform stands for its host. Refuses `not_an_account` for a known platform's other pages, and
 * `query_not_understood` for what is empty, over 2,048 characters, holds control characters, or hides its host.
 */
export function readQuery(text: string): Result<Query, QueryReason> {
  const reading = readPasted(text)
  switch (reading.kind) {
    case 'account':
    case 'domain':
    case 'name':
      return ok(reading)
    case 'handle':
      return ok({ kind: 'name', text: reading.text, handle: reading.handle })
    case 'page':
      return refuse('not_an_account', notAnAccount(reading.platform, reading.text))
    case 'unreadable':
      return refuse('query_not_understood', reading.detail)
  }
}

import type { Told } from '#base/told.ts'
import type { Account, Platform } from './platform.ts'

/** What a pasted text turned out to be. */
export type Reading =
  | { readonly kind: 'account'; readonly account: Account }
  /** A platform's post, search, login or other page that is nobody's account. */
  | { readonly kind: 'page'; readonly platform: Platform; readonly text: string }
  /** Lower case A-labels. */
  | { readonly kind: 'domain'; readonly host: string }
  /** `@acme`, on no platform in particular; `handle` is without its `@`. */
  | { readonly kind: 'handle'; readonly handle: string; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly detail: Told }

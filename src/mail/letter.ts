import type { Sentence } from '#i18n/sentence.ts'

/** What a letter is made of, before it is written as text and as HTML. */
export type Block =
  | { readonly says: Sentence }
  /** Stands alone, large, to be typed elsewhere. */
  | { readonly code: string }
  | { readonly button: string; readonly href: string }

export type Draft = { readonly subject: string; readonly blocks: readonly Block[] }

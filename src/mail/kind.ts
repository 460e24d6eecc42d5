import type { Language } from '#i18n/languages.ts'
import type { Draft } from './letter.ts'

/** What a mail tells of; it is kept in the table until the mail has left. */
export type MailValues = Readonly<Record<string, string | number>>

/** One kind of mail: its texts in each language, made from its values alone. */
export type Kind<Values extends MailValues> = {
  /** Milliseconds after which it is of no use to anybody any more. */
  readonly usefulFor: number
  draft(language: Language, values: Values): Draft
  /** For tests and for whoever reads this file. */
  readonly example: Values
}

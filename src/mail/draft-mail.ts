import type { Language } from '#i18n/languages.ts'
import type { Kind, MailValues } from './kind.ts'
import { isMailKind, mailKinds } from './kinds/index.ts'
import { writeLetter, type Written } from './write-letter.ts'

type Stored = { readonly kind: string; readonly language: Language; readonly values: MailValues }

/** The kind with this name; a mail of one that is gone cannot be written. */
export function kindOf(name: string): Kind<MailValues> {
  if (!isMailKind(name)) throw new Error(`There is no mail of the kind ${name}`)
  return mailKinds[name]
}

/** A stored mail as it is sent. */
export function draftMail({ kind, language, values }: Stored): Written {
  return writeLetter(kindOf(kind).draft(language, values), language)
}

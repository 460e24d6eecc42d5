import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import type { Statement } from '#db/open.ts'
import { mails } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { enqueue, sendLater } from '#jobs/queue.ts'
import type { MailKind, ValuesOf } from './kinds/index.ts'

type Posting<K extends MailKind> = {
  readonly kind: K
  readonly to: string
  readonly language: Language
  readonly values: ValuesOf<K>
}

export type Posted = {
  /** Belong in the batch of the decision that the mail tells of. */
  readonly statements: readonly Statement[]
  /** To be called after the batch: gets it on its way at once where a queue carries work. */
  hurry(): Promise<void>
}

/** Writes a mail together with the decision that it tells of; a job sends it. */
export function postMail<K extends MailKind>(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue'>,
  { kind, to, language, values }: Posting<K>,
): Posted {
  const { db, clock, random } = deps
  const id = newId(random, 'mail')
  const createdAt = clock.now()
  return {
    statements: [
      db.orm.insert(mails).values({ id, to, language, kind, values, createdAt }),
      enqueue(deps, { kind: 'send-mail', subject: id, target: null, dueAt: createdAt }),
    ],
    hurry: () => sendLater(deps, 'send-mail', id),
  }
}

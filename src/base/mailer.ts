/** A letter as it is handed over for delivery. */
export type Letter = {
  /** The same each time the same letter is handed over, so that a provider can tell a second time. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The port through which mail leaves. Throws when trying again later may help. */
export type Mailer = {
  /** `refused`: whoever took it says that it will never be delivered. */
  send(letter: Letter): Promise<'sent' | 'refused'>
}

import { invitation } from './invitation.ts'
import { passkeyAdded } from './passkey-added.ts'
import { proposal } from './proposal.ts'
import { recovery } from './recovery.ts'
import { signIn } from './sign-in.ts'
import { stepUp } from './step-up.ts'

/** Every kind of mail that we write. */
export const mailKinds = {
  invitation,
  'passkey-added': passkeyAdded,
  proposal,
  recovery,
  'sign-in': signIn,
  'step-up': stepUp,
} as const

export type MailKind = keyof typeof mailKinds
export type ValuesOf<K extends MailKind> = (typeof mailKinds)[K]['example']

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(mailKinds, text)
}

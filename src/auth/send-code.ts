import type { Deps } from '#base/deps.ts'
import { newId, randomText } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { emailCodes } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { postMail, type Posted } from '#mail/post-mail.ts'
import { codeEnds, hashCode, newCode, showCode, type CodePurpose, type Ticket } from './email-code.ts'
import { parseEmail, type EmailReason } from './email-address.ts'
import { hashToken } from './hash-token.ts'
import { drawRate } from './rate.ts'
import { sweepLater } from './sweep-sign-ins.ts'

type Asked = {
  readonly email: string
  readonly purpose: CodePurpose
  readonly language: Language
  readonly network: string | null
  /** The secret that the browser holds already, so that links sent before still work in it. */
  readonly browser: string | null
  /** Own path to go to afterwards. */
  readonly next: string
}

export type SendCodeReason = EmailReason | 'too_many_codes_sent'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>

/**
 * Sends a one-time code, and a link for this browser, to an address. Whether anybody here has that address changes
 * neither the answer nor the work.
 */
export async function sendCode(deps: Seams, asked: Asked): Promise<Result<Ticket, SendCodeReason>> {
  const { db, clock, random } = deps
  const email = parseEmail(asked.email)
  if (!email.ok) return email
  const wait =
    (await drawRate(deps, 'code-from', asked.network)) ||
    (await drawRate(deps, asked.purpose === 'step-up' ? 'step-up-to' : 'code-to', email.value))
  if (wait > 0) return refuse('too_many_codes_sent', 'Too many codes were asked for. Try again later.', wait)
  const now = clock.now()
  const codeId = newId(random, 'cod')
  const browser = asked.browser ?? randomText(random, 20)
  const code = newCode(random)
  const token = randomText(random, 20)
  const mail = mailOf(deps, { ...asked, email: email.value }, code, token)
  await db.write([
    db.orm.insert(emailCodes).values({
      id: codeId,
      email: email.value,
      codeHash: await hashCode(codeId, code),
      linkHash: await hashToken(token),
      browserHash: await hashToken(browser),
      purpose: asked.purpose,
      attempts: 0,
      createdAt: now,
      expiresAt: now + codeEnds,
    }),
    ...mail.statements,
    sweepLater(deps),
  ])
  await mail.hurry()
  return ok({ codeId, browser })
}

/** A code that confirms an act comes without a link: it is typed where the act is done. */
function mailOf(
  deps: Seams,
  { email: to, purpose, language, next }: Asked,
  code: string,
  token: string,
): Posted {
  const { publicUrl } = deps.site
  const shown = showCode(code)
  if (purpose === 'step-up') {
    const values = { code: shown, account: `${publicUrl}/account` }
    return postMail(deps, { kind: 'step-up', to, language, values })
  }
  const link = `${publicUrl}/sign-in/link?${new URLSearchParams({ token, next }).toString()}`
  return postMail(deps, { kind: 'sign-in', to, language, values: { code: shown, link } })
}

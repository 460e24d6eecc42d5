import { base64urlnopad } from '@scure/base'
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { passkeys } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { postMail } from '#mail/post-mail.ts'
import { newChallenge, readJson, relyingParty, shown, takeChallenge, type PasskeyReason } from './passkey.ts'
import type { Session } from './session.ts'
import { drawRate } from './rate.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'site' | 'queue'>
type Person = Pick<Session, 'personId' | 'email'>

const passkeysMax = 20

const registered = shown.extend({
  response: z.object({
    clientDataJSON: z.string().max(4_000),
    attestationObject: z.string().max(16_000),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

/** What the browser is to ask of an authenticator: a credential that finds its person by itself. */
export async function passkeyToRegister(
  deps: Seams,
  { personId, email }: Person,
  network: string | null,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, PasskeyReason>> {
  const wait = await drawRate(deps, 'passkey-asked-from', network)
  if (wait > 0) return refuse('too_many_attempts', 'Too many tries. Wait a while.', wait)
  const known = await deps.db.orm.select().from(passkeys).where(eq(passkeys.personId, personId))
  const options = await generateRegistrationOptions({
    rpName: 'Veramarca',
    rpID: relyingParty(deps).rpId,
    userName: email,
    userDisplayName: email,
    userID: new TextEncoder().encode(personId),
    challenge: await newChallenge(deps, 'register', personId),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return ok(options)
}

/** Takes a new passkey for a person, and tells them by mail. */
export async function registerPasskey(
  deps: Seams,
  person: Person,
  {
    response,
    name,
    language,
  }: { readonly response: string; readonly name: string; readonly language: Language },
): Promise<Result<null, PasskeyReason>> {
  const { db, clock } = deps
  const { personId, email } = person
  if ((await db.orm.$count(passkeys, eq(passkeys.personId, personId))) >= passkeysMax) {
    return refuse('too_many_passkeys', `A person may have ${passkeysMax} passkeys.`)
  }
  const info = await verified(deps, personId, response)
  if (info === null) return refuse('passkey_refused', 'This passkey was not accepted.')
  const { credential, credentialBackedUp } = info
  const at = clock.now()
  const account = `${deps.site.publicUrl}/account`
  const mail = postMail(deps, { kind: 'passkey-added', to: email, language, values: { name, at, account } })
  const written = await db.write([
    db.orm.insert(passkeys).values({
      id: credential.id,
      personId,
      publicKey: base64urlnopad.encode(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isBackedUp: credentialBackedUp,
      name,
      createdAt: at,
    }),
    ...mail.statements,
  ])
  if (!written.written) return refuse('passkey_known', 'This passkey is registered already.')
  await mail.hurry()
  return ok(null)
}

async function verified(deps: Seams, personId: string, text: string) {
  const given = registered.safeParse(readJson(text))
  if (!given.success) return null
  const { id, rawId, type, response } = given.data
  const challenge = await takeChallenge(deps, response.clientDataJSON, 'register', personId)
  if (challenge === null) return null
  const { clientDataJSON, attestationObject, transports } = response
  const answer: RegistrationResponseJSON = {
    id,
    rawId,
    type,
    response: { clientDataJSON, attestationObject, ...(transports === undefined ? {} : { transports }) },
    clientExtensionResults: {},
  }
  const { rpId, origin } = relyingParty(deps)
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    })
    return registrationInfo ?? null
  } catch {
    // The library throws for whatever does not fit; nothing of it is ours.
    return null
  }
}

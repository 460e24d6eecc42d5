import { base64urlnopad } from '@scure/base'
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { passkeys } from '#db/schema.ts'
import {
  fromBase64url,
  newChallenge,
  readJson,
  relyingParty,
  shown,
  takeChallenge,
  type PasskeyPurpose,
  type PasskeyReason,
} from './passkey.ts'
import { drawRate } from './rate.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'site'>

type Asking = {
  readonly purpose: Exclude<PasskeyPurpose, 'register'>
  /** Whose passkey it must be; null at sign-in, where the passkey itself says whose it is. */
  readonly personId: string | null
  readonly network: string | null
}

const asserted = shown.extend({
  response: z.object({
    clientDataJSON: z.string().max(4_000),
    authenticatorData: z.string().max(4_000),
    signature: z.string().max(4_000),
    userHandle: z.string().max(200),
  }),
})

const refused = refuse('passkey_refused', 'This passkey was not accepted.')

/** What the browser is to ask: any passkey of this site, or one of this person's. */
export async function passkeyToShow(
  deps: Seams,
  { purpose, personId, network }: Asking,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, PasskeyReason>> {
  const wait = await drawRate(deps, 'passkey-asked-from', network)
  if (wait > 0) return refuse('too_many_attempts', 'Too many tries. Wait a while.', wait)
  const theirs =
    personId === null ? [] : await deps.db.orm.select().from(passkeys).where(eq(passkeys.personId, personId))
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(deps).rpId,
    challenge: await newChallenge(deps, purpose, personId),
    userVerification: 'required',
    allowCredentials: theirs.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })
  return ok(options)
}

/** The person whose passkey signed our challenge. Its counter, where it keeps one, must have grown: a copy's lags. */
export async function showPasskey(
  deps: Seams,
  { purpose, personId, network, response: text }: Asking & { readonly response: string },
): Promise<Result<string, PasskeyReason>> {
  const { db, clock } = deps
  const wait = await drawRate(deps, 'entry-from', network)
  if (wait > 0) return refuse('too_many_attempts', 'Too many tries. Wait a while.', wait)
  const given = asserted.safeParse(readJson(text))
  if (!given.success) return refused
  const { id, rawId, type, response } = given.data
  const challenge = await takeChallenge(deps, response.clientDataJSON, purpose, personId)
  if (challenge === null) return refused
  const [passkey] = await db.orm.select().from(passkeys).where(eq(passkeys.id, id))
  // WebAuthn Level 3 §7.2 step 6: the handle that the authenticator keeps names the same person.
  if (passkey === undefined || fromBase64url(response.userHandle) !== passkey.personId) return refused
  if (personId !== null && passkey.personId !== personId) return refused
  const { rpId, origin } = relyingParty(deps)
  const credential = {
    id: passkey.id,
    publicKey: new Uint8Array(base64urlnopad.decode(passkey.publicKey)),
    counter: passkey.counter,
  }
  const info = await verified({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential,
  })
  if (info === null) return refused
  const used = await db.orm
    .update(passkeys)
    .set({ counter: info.newCounter, isBackedUp: info.credentialBackedUp, lastUsedAt: clock.now() })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, passkey.counter)))
    .returning({ id: passkeys.id })
  return used.length > 0 ? ok(passkey.personId) : refused
}

async function verified(options: Parameters<typeof verifyAuthenticationResponse>[0]) {
  try {
    const { verified: isVerified, authenticationInfo } = await verifyAuthenticationResponse(options)
    return isVerified ? authenticationInfo : null
  } catch {
    // The library throws for whatever does not fit; nothing of it is ours.
    return null
  }
}

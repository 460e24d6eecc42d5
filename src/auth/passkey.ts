import { base64urlnopad } from '@scure/base'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { passkeyChallenges } from '#db/schema.ts'
import { hashToken } from './hash-token.ts'
import { sweepLater } from './sweep-sign-ins.ts'

export type PasskeyReason = 'passkey_refused' | 'passkey_known' | 'too_many_passkeys' | 'too_many_attempts'

export type PasskeyPurpose = 'sign-in' | 'register' | 'step-up'

/** What a browser hands back has this much in common (WebAuthn Level 3 §5.1.8). */
export const shown = z.object({
  id: z.string().max(1_400),
  rawId: z.string().max(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
})

const clientData = z.object({ challenge: z.string().min(1).max(200) })
const challengeEnds = 5 * minute

/** The domain that a passkey is bound to, and the only origin from which it is taken. */
export function relyingParty({ site }: Pick<Deps, 'site'>): {
  readonly rpId: string
  readonly origin: string
} {
  return { rpId: new URL(site.publicUrl).hostname, origin: site.publicUrl }
}

/** Fresh bytes to be signed, known by their hash until they come back. */
export async function newChallenge(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  purpose: PasskeyPurpose,
  personId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { db, clock, random } = deps
  const challenge = new Uint8Array(random.bytes(32))
  const hash = await hashToken(base64urlnopad.encode(challenge))
  const expiresAt = clock.now() + challengeEnds
  await db.write([
    db.orm.insert(passkeyChallenges).values({ hash, purpose, personId, expiresAt }),
    sweepLater(deps),
  ])
  return challenge
}

/** The challenge that was signed, taken from the table, so that it counts once; null when it is none of ours. */
export async function takeChallenge(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  clientDataJson: string,
  purpose: PasskeyPurpose,
  personId: string | null,
): Promise<string | null> {
  const signed = clientData.safeParse(readJson(fromBase64url(clientDataJson)))
  if (!signed.success) return null
  const { challenge } = signed.data
  const taken = await db.orm
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.hash, await hashToken(challenge)),
        eq(passkeyChallenges.purpose, purpose),
        personId === null ? isNull(passkeyChallenges.personId) : eq(passkeyChallenges.personId, personId),
        gt(passkeyChallenges.expiresAt, clock.now()),
      ),
    )
    .returning({ hash: passkeyChallenges.hash })
  return taken.length > 0 ? challenge : null
}

/** Null for what is no JSON. */
export function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export function fromBase64url(text: string): string | null {
  try {
    return new TextDecoder().decode(base64urlnopad.decode(text.replaceAll('=', '')))
  } catch {
    return null
  }
}

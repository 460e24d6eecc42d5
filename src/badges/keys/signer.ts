import { CompactSign, importJWK } from 'jose'
import { systemClock, type Clock } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Signer, SigningKeys } from '#base/signer.ts'
import { keyInUse, makeKey, publicJwk, readKeySet, unusable, writeKeySet, type SetKey } from './key-set.ts'

type Opened = { readonly set: SetKey; readonly key: Awaited<ReturnType<typeof importJWK>> }

/**
 * The signer over a JWK set (JSON) of EC P-256 keys. The first whose `use_from` has come and that is neither retired
 * nor revoked is the one in use; the others are published before their time and after it.
 * @throws Error that says what is wrong with the text and never quotes it.
 */
export async function createSigner(signingKeys: string, clock: Clock = systemClock()): Promise<Signer> {
  const keys = await openKeys(signingKeys)
  return signerOver(clock, () => keys)
}

export type OpenKeys = ReadonlyMap<string, Opened>

/** A signer that asks at each use which keys there are, and which of them counts by then. */
export function signerOver(clock: Clock, held: () => OpenKeys, renew = async () => {}): Signer {
  const now = () => momentOf(held(), clock.now())
  return {
    get kid() {
      return now().kid
    },
    get publicKeys() {
      return now().publicKeys
    },
    get revokedKids() {
      return now().revokedKids
    },
    sign: async (header, payload) => await now().sign(header, payload),
    async current() {
      await renew()
      return now()
    },
  }
}

/** @throws Error as `createSigner` does, also when none of the keys may sign. */
export async function openKeys(signingKeys: string): Promise<OpenKeys> {
  const keys = await readKeySet(signingKeys)
  if (keys.every(({ jwk, revokedAt }) => jwk.d === undefined || revokedAt !== Infinity)) {
    throw unusable('it has no key that may sign')
  }
  const opened = await Promise.all(keys.map(open))
  return new Map(opened.map((each) => [each.set.kid, each]))
}

/** A fresh JWK set: one key, or, where the moment is told, a second one that may take over a day later. */
export async function generateSigningKeys(now?: number): Promise<string> {
  const first = await makeKey()
  return writeKeySet(now === undefined ? [first] : [first, await makeKey(now + lifetimes.keyKnown)])
}

function momentOf(opened: OpenKeys, now: number): SigningKeys {
  const keys = [...opened.values()].map(({ set }) => set)
  const inUse = opened.get(keyInUse(keys, now)?.kid ?? '')
  if (inUse === undefined) throw unusable('none of its keys may sign any more')
  const isPublished = ({ retiredAt, revokedAt }: SetKey) =>
    revokedAt === Infinity && now < retiredAt + lifetimes.keyRemembered
  return {
    kid: inUse.set.kid,
    publicKeys: keys.filter(isPublished).map(publicJwk),
    revokedKids: keys.flatMap(({ kid, revokedAt }) => (revokedAt === Infinity ? [] : kid)),
    sign: async (header, payload) =>
      await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ ...header, alg: 'ES256' })
        .sign(inUse.key),
  }
}

async function open(set: SetKey): Promise<Opened> {
  const { kty, crv, x, y, d } = set.jwk
  try {
    const key = await importJWK(d === undefined ? { kty, crv, x, y } : { kty, crv, x, y, d }, 'ES256')
    return { set, key }
  } catch {
    throw unusable('a key in it is not a point of P-256 with its private half')
  }
}

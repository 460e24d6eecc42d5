import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { rfc3339, second } from '#base/clock.ts'

/** RFC 7518 §6.2.1.2: a P-256 coordinate is 32 octets, so 43 characters. */
const coordinate = z.string().regex(/^[\w-]{43}$/)

/** RFC 3339, or seconds since the epoch as JWT counts them. */
const time = z.union([z.iso.datetime({ offset: true }), z.number().nonnegative()])

/** RFC 7517 §4 allows members of one's own. A key that signs no more needs no private half. */
const signingKey = z
  .looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    d: coordinate.optional(),
    use_from: time.optional(),
    retired_at: time.optional(),
    revoked_at: time.optional(),
  })
  .refine((key) => key.d !== undefined || key.retired_at !== undefined || key.revoked_at !== undefined, {
    path: ['d'],
  })

const keySet = z.looseObject({ keys: z.array(signingKey).min(1) })

type SigningJwk = z.infer<typeof signingKey>

/** Times in milliseconds. A key without `useFrom` may sign since ever. */
export type SetKey = {
  readonly kid: string
  readonly jwk: SigningJwk
  readonly useFrom: number
  readonly retiredAt: number
  readonly revokedAt: number
}

/**
 * The keys of a JWK set (JSON), in its order, each with its RFC 7638 thumbprint.
 * @throws Error that says what is wrong with the text and never quotes it.
 */
export async function readKeySet(text: string): Promise<readonly SetKey[]> {
  const keys = await Promise.all(parse(text).map(withTimes))
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) throw unusable('it has the same key twice')
  return keys
}

export function writeKeySet(keys: readonly SetKey[]): string {
  return `${JSON.stringify({ keys: keys.map(({ jwk }) => jwk) })}\n`
}

/** A fresh key that may sign from this moment on. */
export async function makeKey(useFrom?: number): Promise<SetKey> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwk = signingKey.parse(await exportJWK(pair.privateKey))
  return await withTimes(useFrom === undefined ? jwk : { ...jwk, use_from: rfc3339(useFrom) })
}

/** From then on it signs no more; its private half goes, unless it has to sign until then. */
export function retire(key: SetKey, at: number, now: number): SetKey {
  const jwk = at > now ? key.jwk : publicHalf(key.jwk)
  return { ...key, retiredAt: at, jwk: { ...jwk, retired_at: rfc3339(at) } }
}

export function revoke(key: SetKey, at: number): SetKey {
  return { ...key, revokedAt: at, jwk: { ...publicHalf(key.jwk), revoked_at: rfc3339(at) } }
}

export function useFrom(key: SetKey, at: number): SetKey {
  return { ...key, useFrom: at, jwk: { ...key.jwk, use_from: rfc3339(at) } }
}

/** Whether it may sign, now or when its time comes. */
export function maySign({ jwk, retiredAt, revokedAt }: SetKey, now: number): boolean {
  return jwk.d !== undefined && now < retiredAt && revokedAt === Infinity
}

/** The first in order whose time has come; before anybody's time, the first that may sign at all. */
export function keyInUse(keys: readonly SetKey[], now: number): SetKey | undefined {
  const able = keys.filter((key) => maySign(key, now))
  return (
    able.find((key) => key.useFrom <= now) ?? able.toSorted((one, other) => one.useFrom - other.useFrom)[0]
  )
}

export function unusable(why: string): Error {
  return new Error(`The signing keys cannot be used: ${why}.`)
}

function parse(text: string): readonly SigningJwk[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unusable('it is not JSON')
  }
  const parsed = keySet.safeParse(value)
  if (parsed.success) return parsed.data.keys
  const place = parsed.error.issues[0]?.path.join('.') ?? ''
  throw unusable(
    `${place === '' ? 'it' : place} is not as expected. Expected: {"keys": [private EC P-256 keys]}`,
  )
}

async function withTimes(jwk: SigningJwk): Promise<SetKey> {
  const { kty, crv, x, y } = jwk
  return {
    kid: await calculateJwkThumbprint({ kty, crv, x, y }),
    jwk,
    useFrom: toTime(jwk.use_from) ?? -Infinity,
    retiredAt: toTime(jwk.retired_at) ?? Infinity,
    revokedAt: toTime(jwk.revoked_at) ?? Infinity,
  }
}

function toTime(given: string | number | undefined): number | undefined {
  return typeof given === 'string' ? Date.parse(given) : given === undefined ? undefined : given * second
}

function publicHalf(jwk: SigningJwk): SigningJwk {
  return { ...jwk, d: undefined }
}

/** What others may see of a key. */
export function publicJwk({ kid, jwk: { kty, crv, x, y } }: SetKey): JWK {
  return { kty, crv, x, y, alg: 'ES256', use: 'sig', kid }
}

export type KeyDescription = {
  readonly kid: string
  readonly state: 'in_use' | 'next' | 'retired' | 'revoked'
  /** Since when it is in that state, or from when on it may sign; null of one that may since ever. */
  readonly from: string | null
}

/** What each key of a set is for at this moment, and nothing private. */
export async function describeKeys(text: string, now: number): Promise<readonly KeyDescription[]> {
  const keys = await readKeySet(text)
  const inUse = keyInUse(keys, now)
  return keys.map((key) => {
    const { kid, retiredAt, revokedAt } = key
    if (revokedAt !== Infinity) return { kid, state: 'revoked', from: rfc3339(revokedAt) }
    if (retiredAt <= now) return { kid, state: 'retired', from: rfc3339(retiredAt) }
    const from = key.useFrom === -Infinity ? null : rfc3339(key.useFrom)
    return { kid, state: key === inUse ? 'in_use' : 'next', from }
  })
}

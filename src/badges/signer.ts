import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import type { Signer } from '#base/signer.ts'

/** RFC 7518 §6.2.1.2: a P-256 coordinate is 32 octets, so 43 characters. */
const coordinate = z.string().regex(/^[\w-]{43}$/)

const privateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
})

const keySet = z.object({ keys: z.array(privateKey).min(1) })

/**
 * The signer over a JWK set (JSON) of private EC P-256 keys; the first is the one in use.
 * @throws Error that says what is wrong with the text and never quotes it.
 */
export async function createSigner(signingKeys: string): Promise<Signer> {
  const keys = await Promise.all(readKeys(signingKeys).map(openKey))
  const [inUse] = keys
  if (inUse === undefined) throw unusable('it has no key')
  if (new Set(keys.map((key) => key.kid)).size !== keys.length) throw unusable('it has the same key twice')
  return {
    kid: inUse.kid,
    publicKeys: keys.map((key) => key.publicKey),
    sign: async (header, payload) =>
      await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ ...header, alg: 'ES256' })
        .sign(inUse.key),
  }
}

/** A fresh JWK set with one key: what `createSigner` reads. */
export async function generateSigningKeys(): Promise<string> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  return `${JSON.stringify({ keys: [await exportJWK(pair.privateKey)] })}\n`
}

function readKeys(text: string): readonly z.infer<typeof privateKey>[] {
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

async function openKey(jwk: z.infer<typeof privateKey>) {
  const { kty, crv, x, y } = jwk
  const kid = await calculateJwkThumbprint({ kty, crv, x, y })
  const publicKey: JWK = { kty, crv, x, y, alg: 'ES256', use: 'sig', kid }
  try {
    const key = await importJWK(jwk, 'ES256')
    return { kid, publicKey, key }
  } catch {
    throw unusable('a key in it is not a point of P-256 with its private half')
  }
}

function unusable(why: string): Error {
  return new Error(`The signing keys cannot be used: ${why}.`)
}

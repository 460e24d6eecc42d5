import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitment } from '#log/commitment.ts'
import { leafHash } from '#log/hash.ts'

test('a leaf’s hash is RFC 9162’s, which no interior node’s can be', async () => {
  // RFC 9162 §2.1.1 over the empty entry: SHA-256 of the single byte 0x00.
  const empty = await leafHash(new Uint8Array())
  expect(Buffer.from(empty).toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const expected = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest()
      expect(Buffer.from(await leafHash(bytes))).toEqual(expected)
    }),
  )
})

test('a commitment is the HMAC of the value’s UTF-8 under its salt', async () => {
  const salt = fc.uint8Array({ minLength: 32, maxLength: 32 })
  await fc.assert(
    fc.asyncProperty(salt, fc.string({ unit: 'grapheme' }), async (key, value) => {
      expect(await commitment(key, value)).toBe(createHmac('sha256', key).update(value).digest('base64url'))
    }),
  )
})

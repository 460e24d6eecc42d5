import { describe, expect, test } from 'vitest'
import { didDocument, jwks } from '#badges/keys/did.ts'
import { describeKeys } from '#badges/keys/key-set.ts'
import { rotateKeys, withNextKey } from '#badges/keys/rotate-keys.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { day, hour, minute, rfc3339, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { publicUrl, start } from '#test/badges/fixture.ts'

const known = lifetimes.keyKnown

/** A house's key set in time: what is published and what signs at each moment. */
async function openRing(text?: string) {
  let now = start
  let held = text ?? (await generateSigningKeys(now))
  /** When each key was first seen in did.json, and first seen to sign. */
  const published = new Map<string, number>()
  const signed = new Map<string, number>()
  const keys = async () => await createSigner(held, { now: () => now })
  const look = async () => {
    const { kid, publicKeys } = await keys()
    for (const { kid: each = '' } of publicKeys) if (!published.has(each)) published.set(each, now)
    if (!signed.has(kid)) signed.set(kid, now)
  }
  await look()
  return {
    published,
    signed,
    keys,
    at: () => now,
    text: () => held,
    async pass(milliseconds: number) {
      const until = now + milliseconds
      while (now < until) {
        now = Math.min(until, now + hour / 2)
        await look()
      }
    },
    async rotate(...revoked: readonly string[]) {
      const rotation = await rotateKeys(held, { now, revoked, known })
      if (!rotation.ok) return rotation.refusal.reason
      held = rotation.value.text
      await look()
      return rotation.value
    },
  }
}

const kidsOf = async (ring: Awaited<ReturnType<typeof openRing>>) =>
  (await ring.keys()).publicKeys.map(({ kid }) => kid)

describe('a rotation', () => {
  test('goes to a key that was published for a day and more, whenever it is asked for', async () => {
    for (const wait of [0, minute, 12 * hour, day, 2 * day, 40 * day]) {
      const ring = await openRing()
      for (let turn = 0; turn < 3; turn += 1) {
        await ring.pass(wait)
        await ring.rotate()
        await ring.pass(2 * day)
      }
      expect(ring.signed.size).toBe(4)
      const [, ...later] = [...ring.signed]
      for (const [kid, at] of later) {
        expect(at - (ring.published.get(kid) ?? at), `${wait}`).toBeGreaterThanOrEqual(day)
      }
    }
  })

  test('hands over at once when the next key is known', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    const next = (await kidsOf(ring))[1]
    await ring.pass(25 * hour)
    expect(await ring.rotate()).toMatchObject({ kid: next, from: ring.at(), tooSoon: false })
    expect((await ring.keys()).kid).toBe(next)
    expect(await describeKeys(ring.text(), ring.at())).toEqual([
      { kid: first, state: 'retired', from: rfc3339(ring.at()) },
      { kid: next, state: 'in_use', from: rfc3339(start + known) },
      { kid: expect.any(String), state: 'next', from: rfc3339(ring.at() + known) },
    ])
  })

  test('of a young key waits until its day is over, and is asked for once', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    await ring.pass(hour)
    expect(await ring.rotate()).toMatchObject({ from: start + known })
    expect(await ring.rotate()).toBe('rotation_under_way')
    await ring.pass(22 * hour)
    expect((await ring.keys()).kid).toBe(first)
    await ring.pass(2 * hour)
    expect((await ring.keys()).kid).not.toBe(first)
  })

  test('keeps the retired public key until its last badge has ended, and its private half no moment', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    const [{ d }] = JSON.parse(ring.text()).keys
    await ring.pass(2 * day)
    await ring.rotate()
    expect(ring.text()).not.toContain(d)
    await ring.pass(lifetimes.domainProof)
    expect(await kidsOf(ring)).toContain(first)
    await ring.pass(3 * day)
    expect(await kidsOf(ring)).not.toContain(first)
    await ring.rotate()
    expect(JSON.parse(ring.text()).keys).toHaveLength(3)
  })
})

describe('a compromised key', () => {
  test('goes at once, and a key that is known takes over', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    const next = (await kidsOf(ring))[1]
    await ring.pass(2 * day)
    expect(await ring.rotate(first)).toMatchObject({ kid: next, tooSoon: false })
    const keys = await ring.keys()
    expect(keys.kid).toBe(next)
    expect(keys.revokedKids).toEqual([first])
    expect(JSON.stringify(didDocument(keys, publicUrl))).not.toContain(first)
    expect(JSON.stringify(jwks(keys, publicUrl))).not.toContain(first)
    expect(keys.publicKeys).toHaveLength(2)
  })

  test('that is young itself is followed at once too, and the operator told', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    expect(await ring.rotate(first)).toMatchObject({ from: start, tooSoon: true })
    expect((await ring.keys()).kid).not.toBe(first)
  })

  test('beside its next one: both go, and a fresh one signs', async () => {
    const ring = await openRing()
    const both = (await kidsOf(ring)).map(String)
    await ring.pass(2 * day)
    expect(await ring.rotate(...both)).toMatchObject({ tooSoon: true })
    const keys = await ring.keys()
    expect(both).not.toContain(keys.kid)
    expect(keys.publicKeys).toHaveLength(2)
    expect(keys.revokedKids).toEqual(both)
  })

  test('that nobody uses any more goes without a handover', async () => {
    const ring = await openRing()
    const { kid: first } = await ring.keys()
    await ring.pass(2 * day)
    await ring.rotate()
    const { kid: second } = await ring.keys()
    expect(await ring.rotate(first)).toMatchObject({ kid: second, from: null })
    expect(await kidsOf(ring)).not.toContain(first)
  })

  test('that was to take over leaves the one in use until another is known', async () => {
    const ring = await openRing()
    const next = String((await kidsOf(ring))[1])
    await ring.rotate()
    await ring.pass(12 * hour)
    await ring.rotate(next, String((await kidsOf(ring))[2]))
    await ring.pass(2 * day)
    expect(ring.signed.has(next)).toBe(false)
    for (const [kid, at] of [...ring.signed].slice(1)) {
      expect(at - (ring.published.get(kid) ?? at)).toBeGreaterThanOrEqual(day)
    }
    expect(ring.signed.size).toBe(2)
  })

  test('that nobody has is refused', async () => {
    expect(await (await openRing()).rotate('nobody')).toBe('key_not_known')
  })
})

describe('key sets of before', () => {
  test('one key signs as ever, and gets a next one', async () => {
    const old = await generateSigningKeys()
    const ring = await openRing(await withNextKey(old, start, known))
    expect((await ring.keys()).kid).toBe((await createSigner(old)).kid)
    expect(await kidsOf(ring)).toHaveLength(2)
    expect(await withNextKey(ring.text(), start + day, known)).toBe(ring.text())
  })

  test('the first of two signs, the second is published and takes over at once', async () => {
    const sets = [await generateSigningKeys(), await generateSigningKeys()]
    const keys = sets.flatMap((text) => JSON.parse(text).keys)
    const ring = await openRing(JSON.stringify({ keys, note: 'ours' }))
    const [one, two] = await kidsOf(ring)
    expect((await ring.keys()).kid).toBe(one)
    expect(await ring.rotate()).toMatchObject({ kid: two, from: start })
  })

  test.each([
    ['seconds since the epoch', (start + day) / second],
    ['RFC 3339', rfc3339(start + day)],
    ['RFC 3339 with an offset', '2026-01-02T13:00:00+01:00'],
  ])('times are read as %s', async (_, when) => {
    const [one] = JSON.parse(await generateSigningKeys()).keys
    const [two] = JSON.parse(await generateSigningKeys()).keys
    const ring = await openRing(
      JSON.stringify({
        keys: [
          { ...one, retired_at: when },
          { ...two, use_from: when },
        ],
      }),
    )
    const [first, second_] = await kidsOf(ring)
    expect((await ring.keys()).kid).toBe(first)
    await ring.pass(day)
    expect((await ring.keys()).kid).toBe(second_)
  })

  test('a set of which no key may sign is refused', async () => {
    const [one] = JSON.parse(await generateSigningKeys()).keys
    const text = JSON.stringify({ keys: [{ ...one, revoked_at: '2020-01-01T00:00:00Z' }] })
    await expect(createSigner(text)).rejects.toThrow('no key that may sign')
  })

  test('a time that is none is refused and not quoted', async () => {
    const [one] = JSON.parse(await generateSigningKeys()).keys
    const text = JSON.stringify({ keys: [{ ...one, use_from: 'soon' }] })
    await expect(createSigner(text)).rejects.toThrow('keys.0.use_from is not as expected')
  })
})

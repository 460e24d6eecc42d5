import { describe, expect, test } from 'vitest'
import { authenticate } from '#auth/authenticate.ts'
import { createKey } from '#auth/create-key.ts'
import { findOrganisation } from '#auth/find-organisation.ts'
import { hashKey, looksLikeKey, newKey } from '#auth/key.ts'
import { revokeKey } from '#auth/revoke-key.ts'
import { hour } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

const everything = { name: 'Key', scopes: ['read', 'write'], expiresAt: null } as const

async function reasonOf(house: House, header: string | undefined, scope: 'read' | 'write' = 'read') {
  const told = await authenticate(house.deps, header, scope)
  return told.ok ? 'let in' : told.refusal.reason
}

async function open() {
  const house = await openHouse()
  const { organisationId, key } = await house.owner()
  const owner = await findOrganisation(house.deps, organisationId)
  if (owner === null) throw new Error('The organisation is gone')
  return { house, owner, key }
}

describe('a key', () => {
  test('is vm_ and 160 random bits, never the same', () => {
    const keys = Array.from({ length: 1_000 }, () => newKey(systemRandom))
    expect(new Set(keys).size).toBe(1_000)
    expect(keys.every(looksLikeKey)).toBe(true)
  })

  test.each([
    '',
    'vm_',
    `vm_${'a'.repeat(31)}`,
    `vm_${'a'.repeat(33)}`,
    `vm_${'A'.repeat(32)}`,
    `vm_${'1'.repeat(32)}`,
    ` vm_${'a'.repeat(32)}`,
    `vm_${'a'.repeat(32)}\n`,
  ])('%j does not look like one', (text) => {
    expect(looksLikeKey(text)).toBe(false)
  })

  test('is stored as its SHA-256 alone', async () => {
    const { house, key } = await open()
    const { rows } = await house.deps.db.client.execute('select * from api_keys')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.['hash']).toBe(await hashKey(key))
    expect(await hashKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(JSON.stringify(rows)).not.toContain(key.slice(0, 12))
  })
})

describe('who shows a key', () => {
  test('is its organisation, under the pseudonym by which the log knows it', async () => {
    const { house, owner, key } = await open()
    const told = await authenticate(house.deps, `Bearer ${key}`, 'write')
    expect(told).toMatchObject({ ok: true, value: { ...owner, scopes: ['read', 'write'] } })
    expect(owner.pseudonym).toMatch(/^act_[a-z2-7]{20}$/)
    expect(owner.pseudonym).not.toContain(owner.organisationId.slice(4))
  })

  test('may write the scheme in any case and with several spaces, as RFC 9110 §11.1 lets him', async () => {
    const { house, key } = await open()
    for (const header of [`bearer ${key}`, `BEARER   ${key}`])
      expect(await reasonOf(house, header)).toBe('let in')
  })

  test.each([
    [undefined, 'key_missing'],
    ['', 'key_invalid'],
    ['Bearer', 'key_invalid'],
    ['Bearer vm_short', 'key_invalid'],
    [`Bearer vm_${'a'.repeat(32)}`, 'key_invalid'],
    ['Basic dm06YQ==', 'key_invalid'],
    ["Bearer ' or 1=1 --", 'key_invalid'],
  ])('not, but %j, is nobody: %s', async (header, reason) => {
    const { house } = await open()
    expect(await reasonOf(house, header)).toBe(reason)
  })

  test('may do what its scopes say and no more', async () => {
    const { house, owner } = await open()
    const made = await createKey(house.deps, owner, { ...everything, scopes: ['write'] })
    if (!made.ok) throw new Error('No key')
    expect(await reasonOf(house, `Bearer ${made.value.key}`, 'write')).toBe('let in')
    expect(await reasonOf(house, `Bearer ${made.value.key}`, 'read')).toBe('scope_missing')
  })

  test('is nobody from the millisecond on which it expires', async () => {
    const { house, owner } = await open()
    const expiresAt = house.deps.clock.now() + hour
    const made = await createKey(house.deps, owner, { ...everything, expiresAt })
    if (!made.ok) throw new Error('No key')
    house.pass(hour - 1)
    expect(await reasonOf(house, `Bearer ${made.value.key}`)).toBe('let in')
    house.pass(1)
    expect(await reasonOf(house, `Bearer ${made.value.key}`)).toBe('key_invalid')
  })
})

test('a key for an organisation that is none is not made, and no leaf says so', async () => {
  const { house } = await open()
  const before = await rowsOf(house)
  const nobody = {
    organisationId: 'org_22222222222222222222',
    pseudonym: 'act_22222222222222222222',
    membershipId: null,
  }
  expect(await createKey(house.deps, nobody, everything)).toEqual({
    ok: false,
    refusal: {
      reason: 'organisation_unknown',
      detail: expect.objectContaining({ en: 'There is no organisation org_22222222222222222222.' }),
    },
  })
  expect(await rowsOf(house)).toEqual(before)
  expect(await findOrganisation(house.deps, nobody.organisationId)).toBeNull()
})

test('a key revoked many times at once is revoked once, with one leaf', async () => {
  const { house, owner, key } = await open()
  const made = await createKey(house.deps, owner, everything)
  const who = await authenticate(house.deps, `Bearer ${key}`, 'write')
  if (!made.ok || !who.ok) throw new Error('No key')
  const all = await Promise.all(
    Array.from({ length: 20 }, () => revokeKey(house.deps, who.value, made.value.id)),
  )
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(all.filter((each) => !each.ok && each.refusal.reason === 'key_unknown')).toHaveLength(19)
  expect((await leavesOf(house)).filter(({ said }) => said.act === 'key.revoked')).toHaveLength(1)
  expect(await reasonOf(house, `Bearer ${made.value.key}`)).toBe('key_invalid')
  expect(await reasonOf(house, `Bearer ${key}`)).toBe('let in')
})

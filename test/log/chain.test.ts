import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { brands, leafValues } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { challengeOf, claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'
import { leavesOf, textIn, type Leaf } from '#test/support/stored.ts'

/** A house with a history of every kind of subject: two organisations, domains that fail and pass, claims, keys. */
async function withHistory(): Promise<House> {
  const house = await openHouse()
  const owner = await house.owner('Acme Ltd')
  const other = await house.owner('Other Ltd')
  const acme = await proveBrand(house, owner, 'acme.com', { name: 'Acme', aliases: ['Ácme Toys'] })
  const contender = await proveBrand(house, other, 'other.example', { name: 'Otherwise' })
  const claim = await claimAccount(owner, acme.brandId, 'https://x.com/acme_official', 'support')
  await claimAccount(other, contender.brandId, 'https://www.instagram.com/otherwise')
  await owner.patch(`/v1/brands/${acme.brandId}`, { name: 'Acme Corporation' })
  const key = await owner.post('/v1/keys', { name: 'Second key' })
  await owner.delete(`/v1/keys/${key.body.id}`)
  house.world.unpublish(challengeOf(acme, 'dns-txt'))
  house.world.web.site('acme.com')
  house.pass(day)
  await house.work()
  house.world.publish(challengeOf(acme, 'dns-txt'))
  house.pass(day)
  await house.work()
  await owner.delete(`/v1/claims/${claim}`)
  await other.delete(`/v1/brands/${contender.brandId}`)
  return house
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** RFC 9162 §2.1.1 once more, without the house's own code. */
async function rehash(leaf: Leaf): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', Uint8Array.of(0, ...leaf.bytes)))
}

/** Everything that anybody can check of a log from its bytes alone. */
async function expectWhole(leaves: readonly Leaf[]): Promise<void> {
  expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, index) => index))
  const heads = new Map<string, Leaf>()
  for (const leaf of leaves) {
    expect(await rehash(leaf)).toBe(leaf.hash)
    const head = heads.get(leaf.subject)
    expect(leaf.said).toMatchObject({ subject: leaf.subject, seq: leaf.seq, prev: head?.hash ?? null })
    expect(leaf.seq).toBe(head === undefined ? 0 : head.seq + 1)
    heads.set(leaf.subject, leaf)
  }
}

describe('the log', () => {
  test('has indexes without a gap, hashes that can be recomputed, and a chain for each subject', async () => {
    const leaves = await leavesOf(await withHistory())
    expect(leaves.length).toBeGreaterThan(15)
    expect(Math.max(...leaves.map(({ seq }) => seq))).toBeGreaterThanOrEqual(3)
    await expectWhole(leaves)
  })

  test('has the same bytes for the same leaf: eight members in this order, times in whole seconds', async () => {
    for (const { text, said } of await leavesOf(await withHistory())) {
      expect(text).toBe(JSON.stringify(said))
      expect(Object.keys(said)).toEqual(['v', 'act', 'subject', 'seq', 'prev', 'actor', 'at', 'commitments'])
      expect(said.v).toBe(1)
      expect(said.act).toMatch(/^(?:organisation|brand|domain|claim|key)\.[a-z_]+$/)
      expect(said.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(said.actor).toMatch(/^(?:act_[a-z2-7]{20}|system|operator)$/)
    }
  })

  test('commits to values which the stored salt and value open, and no other value does', async () => {
    const house = await withHistory()
    const leaves = await leavesOf(house)
    const { rows } = await house.deps.db.client.execute('select * from leaf_values')
    const committed = leaves.flatMap(({ subject, seq, said }) =>
      Object.entries(said.commitments).map(([field, commitment]) => ({ subject, seq, field, commitment })),
    )
    expect(committed).toHaveLength(rows.length)
    expect(rows.length).toBeGreaterThan(10)
    for (const { subject, seq, field, commitment } of committed) {
      const row = rows.find(
        (one) => one['subject'] === subject && one['seq'] === seq && one['field'] === field,
      )
      const salt = new Uint8Array(row?.['salt'] as ArrayBuffer)
      expect(salt).toHaveLength(32)
      expect(await hmac(salt, textIn(row, 'value'))).toBe(commitment)
      expect(await hmac(salt, `${textIn(row, 'value')} `)).not.toBe(commitment)
    }
  })

  test('salts every value anew, so that equal values cannot be told to be equal', async () => {
    const house = await withHistory()
    const { rows } = await house.deps.db.client.execute('select salt, value from leaf_values')
    const salts = rows.map((row) => hex(row['salt'] as ArrayBuffer))
    expect(new Set(salts).size).toBe(salts.length)
    expect(new Set(rows.map((row) => row['value'])).size).toBeLessThan(rows.length)
    const all = (await leavesOf(house)).flatMap(({ said }) => Object.values(said.commitments))
    expect(new Set(all).size).toBe(all.length)
  })

  test('holds no value in the clear: no domain, name, handle, address, mail, token or organisation', async () => {
    const house = await withHistory()
    const { client } = house.deps.db
    const clear = new Set<string>(['acme', 'otherwise', 'example', '@', 'dns-txt', 'support', 'https:'])
    for (const read of [
      'select id as value from organisations',
      'select name as value from organisations',
      'select email as value from organisations',
      'select name as value from brands',
      'select name as value from domains',
      'select token as value from challenges',
      'select handle as value from claims',
      'select hash as value from api_keys',
      'select value from leaf_values',
    ]) {
      for (const row of (await client.execute(read)).rows) clear.add(textIn(row, 'value').toLowerCase())
    }
    expect(clear.size).toBeGreaterThan(15)
    for (const { text } of await leavesOf(house)) {
      // Commitments and hashes are random letters; a short word may stand in them by chance.
      const words = text.replaceAll(/"[\w-]{43}"|"[\da-f]{64}"|_[a-z2-7]{20}/g, '""').toLowerCase()
      for (const value of clear) expect(value.length > 12 ? text.toLowerCase() : words).not.toContain(value)
    }
  })

  test('stays whole when all values are erased, and the registry goes on', async () => {
    const house = await withHistory()
    const before = await leavesOf(house)
    await house.deps.db.write([house.deps.db.orm.delete(leafValues)])
    expect(await leavesOf(house)).toEqual(before)
    await expectWhole(before)
    await enterBrand(await house.owner('Third Ltd'))
    await expectWhole(await leavesOf(house))
  })
})

describe('a leaf and its effect', () => {
  const decision = (subject: string) => ({
    act: 'brand.changed',
    subject,
    actor: 'system',
    at: 0,
    values: { name: 'x' },
  })

  test('are written together or not at all: an effect that changed no row takes the leaf back', async () => {
    const house = await openHouse()
    const id = await enterBrand(await house.owner())
    const before = await leavesOf(house)
    const { db } = house.deps
    const effect = db.orm.update(brands).set({ name: 'Never' }).where(eq(brands.id, 'br_nobody'))
    const also = db.orm.update(brands).set({ name: 'Also never' }).where(eq(brands.id, id))
    const leaf = await leafOf(house.deps, decision(id), await headOf(db, id))
    const written = await db.write([effect, ...leaf, also])
    expect(written).toEqual({ written: false, violated: 'leaf_has_effect' })
    expect(raced('leaf_has_effect')).toBe(true)
    expect(await leavesOf(house)).toEqual(before)
    expect(await db.orm.select({ name: brands.name }).from(brands)).toEqual([{ name: 'Acme' }])
    expect(await db.orm.$count(leafValues, eq(leafValues.subject, id))).toBe(1)
  })

  test('that follow the same leaf as another cannot both be, and the second takes its effect back', async () => {
    const house = await openHouse()
    const id = await enterBrand(await house.owner())
    const { db } = house.deps
    const head = await headOf(db, id)
    const rename = async (name: string) =>
      await db.write([
        db.orm.update(brands).set({ name }).where(eq(brands.id, id)),
        ...(await leafOf(house.deps, decision(id), head)),
      ])
    expect(await rename('First')).toMatchObject({ written: true })
    const second = await rename('Second')
    expect(second.written || second.violated).toBe('leaves.subject, leaves.seq')
    expect(raced('leaves.subject, leaves.seq')).toBe(true)
    expect(await db.orm.select({ name: brands.name }).from(brands)).toEqual([{ name: 'First' }])
    await expectWhole(await leavesOf(house))
  })

  test('come in one order however many come at once', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const id = await enterBrand(owner)
    const names = Array.from({ length: 20 }, (_, index) => `Acme ${index}`)
    const all = await Promise.all([
      ...names.map((name) => owner.patch(`/v1/brands/${id}`, { name })),
      ...names.map((name) => owner.post('/v1/brands', { name })),
    ])
    expect(all.map(({ status }) => status)).toEqual([...names.map(() => 200), ...names.map(() => 201)])
    const leaves = await leavesOf(house)
    await expectWhole(leaves)
    expect(leaves.filter(({ said }) => said.act === 'brand.changed')).toHaveLength(20)
  })

  test('no leaf can be changed in silence: its hash no longer fits', async () => {
    const [leaf] = await leavesOf(await withHistory())
    if (leaf === undefined) throw new Error('There is no leaf')
    const bytes = new TextEncoder().encode(leaf.text.replace('operator', 'nobody'))
    expect(await rehash({ ...leaf, bytes })).not.toBe(leaf.hash)
  })
})

async function hmac(salt: Uint8Array<ArrayBuffer>, value: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', salt, algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value))
  return Buffer.from(mac).toString('base64url')
}

import { door } from '#test-door'
import { expect, test, vi } from 'vitest'
import { newId } from '#base/random.ts'
import { newKey, hashKey } from '#auth/key.ts'
import { apiKeys, organisations } from '#db/schema.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { addDomain, challengeOf, claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

// A crowd takes its seconds, and more of them on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const crowd = 200
/** A database over HTTP answers each statement by a round trip, so a crowd of organisations is smaller there. */
const organisationsCrowd = door === 'node' ? 200 : 50

const tally = (values: readonly (string | number)[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]))

test('of two hundred identical domains at once by one organisation one is added and the rest are there already', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brand = await enterBrand(owner)
  const before = await rowsOf(house)
  const all = await Promise.all(
    Array.from({ length: crowd }, () => owner.post(`/v1/brands/${brand}/domains`, { domain: 'acme.com' })),
  )
  expect(tally(all.map(({ status }) => status))).toEqual({ 201: 1, 409: crowd - 1 })
  expect(tally(all.flatMap(({ body }) => body.reason ?? []))).toEqual({ domain_exists: crowd - 1 })
  const after = await rowsOf(house)
  for (const table of ['domains', 'challenges', 'leaves'])
    expect(after[table], table).toBe((before[table] ?? 0) + 1)
})

test('of two hundred identical claims at once by one organisation one is opened and the rest are claimed already', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  const forms = [
    'https://x.com/acme',
    'https://twitter.com/ACME',
    'x.com/Acme?lang=es',
    'https://mobile.twitter.com/acme/',
  ]
  const all = await Promise.all(
    Array.from({ length: crowd }, (_, index) =>
      owner.post(`/v1/brands/${brandId}/accounts`, { account: forms[index % forms.length] }),
    ),
  )
  expect(tally(all.map(({ status }) => status))).toEqual({ 201: 1, 409: crowd - 1 })
  expect((await rowsOf(house))['claims']).toBe(1)
})

test('of many releases at once one releases, and the log has one leaf of it', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { id, brandId } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
  const key = (await owner.post('/v1/keys', { name: 'Second' })).body.id
  for (const path of [
    `/v1/claims/${claim}`,
    `/v1/keys/${key}`,
    `/v1/domains/${id}`,
    `/v1/brands/${brandId}`,
  ]) {
    const all = await Promise.all(Array.from({ length: 20 }, () => owner.delete(path)))
    const counted = tally(all.map(({ status }) => status))
    expect(counted[204], path).toBeGreaterThanOrEqual(1)
    expect((counted[204] ?? 0) + (counted[404] ?? 0), path).toBe(20)
  }
  const acts = (await leavesOf(house)).map(({ said }) => `${said.act} ${said.subject}`)
  for (const ended of [
    `claim.withdrawn ${claim}`,
    `key.revoked ${key}`,
    `domain.released ${id}`,
    `brand.deleted ${brandId}`,
  ]) {
    expect(
      acts.filter((act) => act === ended),
      ended,
    ).toHaveLength(1)
  }
})

/** As many organisations as wanted, made in one batch. */
async function organise({ deps }: House, count: number): Promise<readonly string[]> {
  const { random, db } = deps
  const made = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const key = newKey(random)
      return { id: newId(random, 'org'), key, hash: await hashKey(key), name: `Organisation ${index}` }
    }),
  )
  const written = await db.write([
    db.orm.insert(organisations).values(
      made.map(({ id, name }) => {
        return { id, name, email: 'web@acme.example', pseudonym: newId(random, 'act'), createdAt: 0 }
      }),
    ),
    db.orm.insert(apiKeys).values(
      made.map(({ id, hash }) => {
        const scopes = ['read', 'write'] as const
        return {
          id: newId(random, 'key'),
          organisationId: id,
          name: 'First',
          hash,
          hint: 'vm_',
          scopes,
          createdAt: 0,
        }
      }),
    ),
  ])
  expect(written).toMatchObject({ written: true })
  return made.map(({ key }) => key)
}

test('of a crowd of organisations which prove one domain at once one has it, and all others contest it', async () => {
  const house = await openHouse()
  const keys = await organise(house, organisationsCrowd)
  const send = async (key: string, path: string, body: object) =>
    await house.ask(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const ids = await Promise.all(
    keys.map(async (key) => {
      const brand = await send(key, '/v1/brands', { name: 'Acme' })
      const domain = await send(key, `/v1/brands/${brand.body.id}/domains`, { domain: 'acme.com' })
      expect(domain.status).toBe(201)
      house.world.publish(challengeOf(domain.body, 'dns-txt'))
      return domain.body.id as string
    }),
  )
  const checks = await Promise.all(
    keys.map(async (key, index) => await send(key, `/v1/domains/${ids[index]}/check`, { method: 'dns-txt' })),
  )
  expect(tally(checks.map(({ status }) => status))).toEqual({ 200: keys.length })
  expect(tally(checks.map(({ body }) => body.state))).toEqual({ proved: 1, contested: keys.length - 1 })
  const { rows } = await house.deps.db.client.execute(
    'select state, count(*) as many from domains group by state',
  )
  expect(Object.fromEntries(rows.map((row) => [row['state'], Number(row['many'])]))).toEqual({
    proved: 1,
    contested: keys.length - 1,
  })
  const leaves = await leavesOf(house)
  expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, index) => index))
  expect(tally(leaves.map(({ said }) => said.act))).toMatchObject({
    'domain.added': keys.length,
    'domain.proved': 1,
    'domain.contested': keys.length - 1,
  })
  const { body } = await house.ask('/v1/lookup?q=acme.com')
  expect(body).toMatchObject({ verdict: 'controlled', matched_domain: 'acme.com' })
})

test('two organisations which add one domain at once both have it, each with its own token', async () => {
  const house = await openHouse()
  const [one, other] = [await house.owner(), await house.owner('Other Ltd')]
  const added = await Promise.all(
    [one, other].map(async (owner) => await addDomain(owner, await enterBrand(owner), 'acme.com')),
  )
  const values = added.map((each) => challengeOf(each, 'dns-txt').value)
  expect(values[0]).toContain(one.organisationId)
  expect(values[1]).toContain(other.organisationId)
  expect(values[0]?.slice(0, 38)).not.toBe(values[1]?.slice(0, 38))
})

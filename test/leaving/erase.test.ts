import { hex } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { createKey } from '#auth/create-key.ts'
import { hour, minute } from '#base/clock.ts'
import { leafHash } from '#log/hash.ts'
import { mailTo, openBrowser, signInByCode } from '#test/support/browser.ts'
import { founder, idOf, join, linkTo, where } from '#test/support/organisation.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { claimAccount, proveBrand, storeAccountProof, suspendClaim } from '#test/support/registered.ts'
import { leavesOf, textIn } from '#test/support/stored.ts'
import { openScene, pass, start, watched } from '#test/recoveries/fixture.ts'
import { signIn } from '#test/support/sign-in.ts'

/** Where a text stands in the database, whatever tables and columns there are. */
async function placesOf({ deps }: House, text: string): Promise<readonly string[]> {
  const { client } = deps.db
  const { rows } = await client.execute("select name from sqlite_master where type = 'table'")
  const tables = rows.map((row) => textIn(row, 'name')).filter((name) => /^[a-z][a-z_]*$/.test(name))
  const found = await Promise.all(
    tables.map(async (table) => {
      const { rows: all } = await client.execute(`select * from ${table}`)
      return all.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) => {
          const shown = value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value)
          return shown.toLowerCase().includes(text.toLowerCase()) ? [`${table}.${column}`] : []
        }),
      )
    }),
  )
  return [...new Set(found.flat())]
}

/** The log as whoever keeps it checks it: each leaf has its hash, follows the one before of its subject, leaves no gap. */
async function expectWhole(house: House): Promise<void> {
  const heads = new Map<string, { readonly seq: number; readonly hash: string }>()
  for (const [at, { index, hash, bytes, said }] of (await leavesOf(house)).entries()) {
    expect(index).toBe(at)
    expect(hex.encode(await leafHash(bytes))).toBe(hash)
    const before = heads.get(said.subject)
    expect([said.seq, said.prev]).toEqual([before === undefined ? 0 : before.seq + 1, before?.hash ?? null])
    heads.set(said.subject, { seq: said.seq, hash })
  }
}

async function furnished() {
  const house = await openHouse()
  const ana = await founder(house, 'ana@zebra.example', 'Zebra Works')
  const { body } = await ana.get('/v1/organisation/brands')
  expect(body.items).toEqual([])
  await ana.post('/keys', { name: 'Zebra key', read: 'on', write: 'on' })
  const bo = await join(house, ana, 'bo@elsewhere.example')
  await ana.post('/members/invite', { email: 'cy@invited.example', role: 'viewer', ends: '' })
  await house.work()
  const { rows } = await house.deps.db.client.execute('select id from organisations')
  const organisationId = textIn(rows[0], 'id')
  const owner = await keyOf(house, organisationId)
  const { brandId, id } = await proveBrand(house, owner, 'zebra.example', { name: 'Zebra Brand' })
  const claim = await claimAccount(owner, brandId, 'https://x.com/zebrahandle')
  await storeAccountProof(house, claim, { domain: 'zebra.example' })
  await owner.post(`/v1/brands/${brandId}/not-ours`, { account: 'https://x.com/zebrafake' })
  house.world.web.site('zebra.example')
  await pass(house, 3 * hour)
  await signInByCode(house, ana, 'ana@zebra.example')
  return { house, ana, bo, owner, organisationId, brandId, domainId: id, claim }
}

async function keyOf(house: House, organisationId: string): Promise<Owner> {
  const made = await createKey(
    house.deps,
    { organisationId, pseudonym: 'act_test', membershipId: null },
    { name: 'Test', scopes: ['read', 'write'], expiresAt: null },
  )
  if (!made.ok) throw new Error('No key')
  const { key } = made.value
  const ask = async (method: string, path: string, body?: unknown) =>
    await house.ask(path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    organisationId,
    key,
    get: async (path) => await ask('GET', path),
    post: async (path, body) => await ask('POST', path, body),
    patch: async (path, body) => await ask('PATCH', path, body),
    delete: async (path) => await ask('DELETE', path),
  }
}

describe('an organisation that is erased', () => {
  test('is in no table any more, and the log is whole', async () => {
    const { house, ana, organisationId, brandId } = await furnished()
    expect((await placesOf(house, 'zebra')).length).toBeGreaterThan(10)
    expect((await ana.get('/dashboard/export.json')).text).toContain('zebrahandle')
    const page = await ana.get('/organisation/erase')
    expect(page.text).toContain('href="/dashboard/export.json"')
    const leaves = (await leavesOf(house)).length
    expect((await ana.post('/organisation/erase', { name: 'Zebra Works' })).status).toBe(200)
    await pass(house, 2 * hour)
    // What stays is Ana's own: she keeps her account.
    const own = ['people.email', 'email_codes.email', 'mails.to', 'mails.values']
    const places = (await placesOf(house, 'zebra')).filter((place) => !own.includes(place))
    // Caches of the outside world know no organisation, and forget by themselves.
    expect(places.filter((place) => !/^(?:budgets|hosts|kept_pages)\./.test(place))).toEqual([])
    expect(await placesOf(house, 'cy@invited.example')).toEqual([])
    expect(await placesOf(house, organisationId)).toEqual([])
    const { rows } = await house.deps.db.client.execute(
      'select distinct brand_id, revoked_at from status_entries',
    )
    expect(rows.filter((row) => row['brand_id'] === brandId).every((row) => row['revoked_at'] !== null)).toBe(
      true,
    )
    await expectWhole(house)
    const acts = (await leavesOf(house)).slice(leaves).map(({ said }) => said.act)
    expect(acts).toEqual(['claim.withdrawn', 'domain.released', 'brand.deleted', 'organisation.erased'])
    expect((await house.ask('/v1/lookup?q=x.com/zebrahandle')).body.verdict).toBe('unregistered')
  })

  test('leaves its members their accounts, and nobody a key or a page of it', async () => {
    const { ana, bo, owner } = await furnished()
    await ana.post('/organisation/erase', { name: 'Zebra Works' })
    expect((await owner.get('/v1/notices')).body.reason).toBe('key_invalid')
    for (const browser of [ana, bo]) {
      expect((await browser.get('/account')).status).toBe(200)
      expect(where(await browser.get('/dashboard'))[1]).toContain('/organisations/new')
    }
  })

  test('is so by an owner alone, who typed its name and showed who they are a moment ago', async () => {
    const { house, ana, bo } = await furnished()
    const before = (await leavesOf(house)).length
    expect(where(await bo.post('/organisation/erase', { name: 'Zebra Works' }))[0]).toBe(303)
    house.pass(11 * minute)
    const late = await ana.post('/organisation/erase', { name: 'Zebra Works' })
    expect(where(late)).toEqual([303, '/step-up?next=%2Forganisation%2Ferase'])
    expect((await leavesOf(house)).length).toBe(before)
  })

  test('is not, by an editor or under another name', async () => {
    const house = await openHouse()
    const owner = await house.owner('Zebra Works')
    const ana = await signIn(house, owner)
    const ed = await signIn(house, owner, { role: 'editor', email: 'ed@acme.example' })
    expect((await ed.get('/organisation/erase')).text).toContain('Only owners may erase')
    expect((await ed.post('/organisation/erase', { name: 'Zebra Works' })).status).toBe(403)
    expect((await ana.post('/organisation/erase', { name: 'Zebra' })).status).toBe(409)
    expect((await owner.get('/v1/notices')).status).toBe(200)
  })

  test('is not while something of it is frozen: that would hide it', async () => {
    const house = await openHouse()
    const owner = await house.owner('Zebra Works')
    const { brandId } = await proveBrand(house, owner)
    await suspendClaim(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    const ana = await signIn(house, owner)
    const { status, text } = await ana.post('/organisation/erase', { name: 'Zebra Works' })
    expect([status, text.includes('frozen by a moderator')]).toEqual([409, true])
    expect((await owner.get(`/v1/brands/${brandId}`)).status).toBe(200)
  })

  test('is not by an agency while its brand is being regained', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const bo = await signIn(house, incumbent)
    await watched(scene)
    expect((await bo.post('/organisation/erase', { name: 'Old Agency' })).status).toBe(409)
    await pass(house, 80 * hour)
    // It has nothing any more but rows of the past, under a brand of somebody else's.
    const again = await signIn(house, incumbent, { email: 'cy@agency.example' })
    expect((await again.post('/organisation/erase', { name: 'Old Agency' })).status).toBe(200)
    expect((await house.ask('/v1/brands/acme.com')).status).toBe(200)
    await expectWhole(house)
  })

  test('is so with recoveries that it asked for, and brands that it regained', async () => {
    const scene = await openScene()
    const { house, asker } = scene
    const ana = await signIn(house, asker)
    await watched(scene)
    await pass(house, 80 * hour)
    house.pass(minute)
    const later = await signIn(house, asker, { email: 'bo@acme.example' })
    expect((await ana.get('/account')).status).toBe(200)
    expect((await later.post('/organisation/erase', { name: 'New Acme' })).status).toBe(200)
    expect(await placesOf(house, asker.organisationId)).toEqual([])
    await expectWhole(house)
  })
})

describe('a person who leaves', () => {
  test('is in no table any more; the organisation goes on with another owner’s address', async () => {
    const house = await openHouse()
    const ana = await founder(house, 'ana@zebra.example', 'Works')
    await join(house, ana, 'bo@elsewhere.example', 'owner')
    await ana.post('/members/invite', { email: 'cy@invited.example', role: 'viewer', ends: '' })
    expect((await ana.post('/account/erase')).status).toBe(200)
    await pass(house, 2 * hour)
    expect(await placesOf(house, 'ana@zebra')).toEqual([])
    const { rows } = await house.deps.db.client.execute('select email from organisations')
    expect(rows[0]?.['email']).toBe('bo@elsewhere.example')
    expect(where(await ana.get('/account'))[1]).toContain('/sign-in')
    await expectWhole(house)
    expect((await leavesOf(house)).map(({ said }) => said.act)).toContain('membership.ended')
    // An invitation dies with whoever wrote it.
    const cy = openBrowser(house)
    const link = await linkTo(house, 'cy@invited.example')
    await signInByCode(house, cy, 'cy@invited.example')
    expect((await cy.post(link)).status).toBe(404)
    const again = openBrowser(house)
    await signInByCode(house, again, 'ana@zebra.example')
    expect(where(await again.get('/dashboard'))[1]).toContain('/organisations/new')
  })

  test('does not while an organisation has no other owner', async () => {
    const house = await openHouse()
    const ana = await founder(house, 'ana@zebra.example', 'Works')
    const bo = await join(house, ana, 'bo@elsewhere.example', 'editor')
    expect((await ana.get('/account/erase')).text).toContain('<bdi>Works</bdi>')
    expect((await ana.post('/account/erase')).status).toBe(409)
    expect((await ana.get('/account')).status).toBe(200)
    expect((await bo.post('/account/erase')).status).toBe(200)
    expect(await idOf(ana, 'bo@elsewhere.example')).toBe('')
    expect((await mailTo(house, 'ana@zebra.example')).code).not.toBe('')
  })

  test('of two owners at once leaves one', async () => {
    const house = await openHouse()
    const ana = await founder(house, 'ana@zebra.example', 'Works')
    const bo = await join(house, ana, 'bo@elsewhere.example', 'owner')
    const both = await Promise.all([ana.post('/account/erase'), bo.post('/account/erase')])
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
  })

  test('who had asked for a recovery is named in it no more', async () => {
    const scene = await openScene(31)
    const { house, asker, incumbent } = scene
    const ana = await signIn(house, asker, { email: 'ana@zebra.example' })
    await signIn(house, asker, { email: 'bo@elsewhere.example' })
    const sent = await ana.post('/recoveries/new', { domain: 'acme.com' })
    const id = sent.headers.get('location')?.split('/').at(-1) ?? ''
    expect((await incumbent.get(`/v1/recoveries/${id}`)).body.asked_by).toBe('New Acme (…@zebra.example)')
    await ana.post('/account/erase')
    expect((await incumbent.get(`/v1/recoveries/${id}`)).body.asked_by).toBe('New Acme')
    await expect(start(scene)).rejects.toThrow('recovery_open')
  })
})

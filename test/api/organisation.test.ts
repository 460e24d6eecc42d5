import { describe, expect, test } from 'vitest'
import { hour, minute } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { addDomain, challengeOf, enterBrand, proveBrand } from '#test/support/registered.ts'

const withKey =
  (house: House, key: string) =>
  async (path: string, method = 'GET', body?: object) =>
    await house.ask(path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

describe('a key', () => {
  test('is shown once, when it is made, and listed without what could serve as one', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.pass(minute)
    const { status, body } = await owner.post('/v1/keys', {
      name: 'Deploy',
      expires_at: '2026-04-01T00:00:00+02:00',
    })
    expect(status).toBe(201)
    const { key, ...listed } = body
    expect(key).toMatch(/^vm_[a-z2-7]{32}$/)
    expect(listed).toStrictEqual({
      id: expect.stringMatching(/^key_[a-z2-7]{20}$/),
      name: 'Deploy',
      hint: key.slice(0, 7),
      scopes: ['read', 'write'],
      created_at: '2026-03-01T12:01:00Z',
      expires_at: '2026-03-31T22:00:00Z',
    })
    const list = await owner.get('/v1/keys')
    expect(list.body).toMatchObject({
      items: [listed, { name: 'First key', expires_at: null }],
      next_cursor: null,
    })
    expect(list.text).not.toContain(key)
    expect(list.text).not.toContain('hash')
    const { rows } = await house.deps.db.client.execute('select * from api_keys')
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  test('works until it is revoked, from that moment never again, and others go on', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { body } = await owner.post('/v1/keys', { name: 'Second' })
    const second = withKey(house, body.key)
    expect((await second('/v1/keys')).status).toBe(200)
    const revoked = await owner.delete(`/v1/keys/${body.id}`)
    expect([revoked.status, revoked.text]).toEqual([204, ''])
    expect((await second('/v1/keys')).status).toBe(401)
    expect((await owner.get('/v1/keys')).body.items).toHaveLength(1)
    expect((await owner.delete(`/v1/keys/${body.id}`)).status).toBe(404)
  })

  test('works until it expires', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { body } = await owner.post('/v1/keys', { name: 'Short', expires_at: '2026-03-01T13:00:00Z' })
    house.pass(hour - 1)
    expect((await withKey(house, body.key)('/v1/keys')).status).toBe(200)
    house.pass(1)
    expect((await withKey(house, body.key)('/v1/keys')).status).toBe(401)
  })

  test('that may only read reads, and writes nothing; one that may only write makes no key that reads', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const id = await enterBrand(owner)
    const reader = withKey(house, (await owner.post('/v1/keys', { name: 'R', scopes: ['read'] })).body.key)
    const writer = withKey(house, (await owner.post('/v1/keys', { name: 'W', scopes: ['write'] })).body.key)
    expect((await reader(`/v1/brands/${id}`)).body.id).toBe(id)
    expect((await reader(`/v1/brands/${id}`, 'PATCH', { name: 'Changed' })).body.reason).toBe('scope_missing')
    expect((await writer('/v1/keys')).body.reason).toBe('scope_missing')
    const greedy = await writer('/v1/keys', 'POST', { name: 'Greedy', scopes: ['write', 'read'] })
    expect(greedy.body).toMatchObject({
      status: 403,
      reason: 'scope_missing',
      detail: 'Your own key lacks the scope "read".',
    })
    expect((await writer('/v1/keys', 'POST', { name: 'Fair', scopes: ['write'] })).status).toBe(201)
  })

  test('of another organisation is listed to nobody else and revoked by nobody else', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const stranger = await house.owner('Other Ltd')
    const { body } = await owner.post('/v1/keys', { name: 'Mine' })
    expect((await stranger.get('/v1/keys')).text).not.toContain(body.id)
    expect((await stranger.delete(`/v1/keys/${body.id}`)).body.reason).toBe('key_unknown')
    expect((await withKey(house, body.key)('/v1/keys')).status).toBe(200)
  })
})

/** Contests a domain as often as wanted, so that its holder is told as often. */
async function contest(house: House, owner: Owner, times: number): Promise<void> {
  const other = await house.owner('Other Ltd')
  const added = await addDomain(other, await enterBrand(other), 'acme.com')
  await proveBrand(house, owner)
  const challenge = challengeOf(added, 'dns-txt')
  for (let each = 0; each < times; each += 1) {
    house.world.publish(challenge)
    await other.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
    house.world.unpublish(challenge)
    house.pass(each % 3 === 0 ? 5_000 : minute)
    await other.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
    house.pass(5_000)
  }
}

describe('notices', () => {
  test('tell an organisation what became of its domains, newest first, and nobody else', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await contest(house, owner, 2)
    const { body } = await owner.get('/v1/notices')
    expect(body.next_cursor).toBeNull()
    expect(body.items).toHaveLength(2)
    expect(body.items[0]).toStrictEqual({
      id: expect.stringMatching(/^ntc_[a-z2-7]{20}$/),
      kind: 'domain_contested',
      subject: expect.stringMatching(/^dom_/),
      detail:
        'Another organisation has shown control of acme.com too. If that is not expected, look through the zone for records of another "org=".',
      created_at: '2026-03-01T12:00:10Z',
    })
    expect((await (await house.owner('Third Ltd')).get('/v1/notices')).body.items).toEqual([])
  })

  test('come page by page without loss or doubles, also when several are of one moment', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await contest(house, owner, 7)
    await house.deps.db.client.execute('update notices set created_at = created_at / 100000 * 100000')
    const { body: all } = await owner.get('/v1/notices')
    const paged: unknown[] = []
    for (let cursor = ''; ;) {
      const { body } = await owner.get(`/v1/notices?limit=2${cursor}`)
      expect(body.items.length).toBeLessThanOrEqual(2)
      paged.push(...body.items)
      if (body.next_cursor === null) break
      cursor = `&cursor=${body.next_cursor}`
    }
    expect(paged).toEqual(all.items)
    expect(paged).toHaveLength(7)
  })
})

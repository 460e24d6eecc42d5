import { describe, expect, test } from 'vitest'
import { hour, minute } from '#base/clock.ts'
import { memberships } from '#db/schema.ts'
import { mailTo, openBrowser, signInByCode, type Browser } from '#test/support/browser.ts'
import type { Answered, House } from '#test/support/house.ts'
import { idOf, join, openOrganisation, where } from '#test/support/organisation.ts'
import { rowsOf } from '#test/support/stored.ts'

describe('keys', () => {
  const keyIn = ({ text }: Answered) => /vm_[a-z2-7]{32}/.exec(text)?.[0] ?? ''
  const reads = async (house: House, key: string) =>
    (await house.ask('/v1/keys', { headers: { authorization: `Bearer ${key}` } })).status
  const make = async (browser: Browser, form: Readonly<Record<string, string>> = {}) =>
    await browser.post('/keys/new', { name: 'Server', read: 'on', write: 'on', ...form })

  test('are shown once, can what was chosen, and are revoked', async () => {
    const { house, ana } = await openOrganisation()
    const made = await make(ana, { write: '', ends: '2026-03-02' })
    const key = keyIn(made)
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const { body } = await house.ask('/v1/keys', { headers: { authorization: `Bearer ${key}` } })
    expect(body.items).toMatchObject([
      { name: 'Server', scopes: ['read'], expires_at: '2026-03-03T00:00:00Z' },
    ])
    const list = await ana.get('/keys')
    expect(list.text).not.toContain(key)
    expect(list.text).toContain(`${key.slice(0, 7)}…`)
    expect(where(await ana.post('/keys/revoke', { key: body.items[0].id }))).toEqual([303, '/keys'])
    expect(await reads(house, key)).toBe(401)
    expect((await ana.post('/keys/revoke', { key: body.items[0].id })).status).toBe(404)
  })

  test.each([
    [{ name: '' }, 'name of 1 to 100'],
    [{ read: '', write: '' }, 'Choose what the key may do'],
    [{ ends: '2026-02-28' }, 'must lie in the future'],
    [{ ends: 'x' }, 'not a day'],
  ])('are not made with %j', async (form, words) => {
    const { house, ana } = await openOrganisation()
    const refused = await make(ana, form)
    expect([refused.status, refused.text.includes(words)]).toEqual([422, true])
    expect((await rowsOf(house))['api_keys']).toBe(0)
  })

  test('die with the membership of whoever made them, and so do the keys that these made', async () => {
    const { house, ana } = await openOrganisation()
    const bob = await join(house, ana, 'bob@acme.example', 'owner')
    const key = keyIn(await make(bob))
    const child = await house.ask('/v1/keys', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Child' }),
    })
    const own = keyIn(await make(ana))
    const statuses = async () =>
      await Promise.all([key, String(child.body.key), own].map(async (each) => await reads(house, each)))
    expect(await statuses()).toEqual([200, 200, 200])
    await ana.post('/members/role', { member: await idOf(ana, 'bob@acme.example'), role: 'viewer' })
    const written = await house.ask('/v1/brands', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Acme' }),
    })
    expect(written.body.reason).toBe('scope_missing')
    await ana.post('/members/end', { member: await idOf(ana, 'bob@acme.example') })
    expect(await statuses()).toEqual([401, 401, 200])
    expect((await ana.get('/keys')).text.match(/name="key"/g)).toHaveLength(1)
  })

  test('of an owner who became an editor neither make nor revoke keys', async () => {
    const { house, ana } = await openOrganisation()
    const bob = await join(house, ana, 'bob@acme.example', 'owner')
    const headers = { authorization: `Bearer ${keyIn(await make(bob))}`, 'content-type': 'application/json' }
    const own = keyIn(await make(ana))
    const { body } = await house.ask('/v1/keys', { headers })
    await ana.post('/members/role', { member: await idOf(ana, 'bob@acme.example'), role: 'editor' })
    const made = await house.ask('/v1/keys', { method: 'POST', headers, body: '{"name": "Child"}' })
    expect([made.status, made.body.reason]).toEqual([403, 'scope_missing'])
    for (const { id } of body.items) {
      expect((await house.ask(`/v1/keys/${id}`, { method: 'DELETE', headers })).status).toBe(403)
    }
    expect(await reads(house, own)).toBe(200)
  })

  test('die with it by its date, too', async () => {
    const { house, ana } = await openOrganisation()
    await join(house, ana, 'bob@acme.example', 'owner')
    const { orm } = house.deps.db
    const bob = openBrowser(house)
    await signInByCode(house, bob, 'bob@acme.example')
    const key = keyIn(await make(bob))
    const endsAt = house.deps.clock.now() + hour
    await orm.update(memberships).set({ endsAt })
    house.pass(hour - 1)
    expect(await reads(house, key)).toBe(200)
    house.pass(1)
    expect(await reads(house, key)).toBe(401)
  })
})

describe('dangerous acts', () => {
  const acts = [
    ['/keys/new', '/keys/new', { name: 'Key', read: 'on' }],
    ['/keys/revoke', '/keys', { key: 'key_x' }],
    ['/members/invite', '/members', { email: 'b@acme.example', role: 'owner' }],
    ['/members/role', '/members', { member: 'mem_x', role: 'viewer' }],
    ['/members/end', '/members', { member: 'mem_x' }],
    ['/account/passkeys', '/account/passkeys', { response: '{}' }],
    ['/account/passkeys/remove', '/account', { passkey: 'x' }],
  ] as const

  test.each(acts)(
    '%s asks anew who sits there after ten minutes, and takes it then',
    async (path, back, form) => {
      const { house, ana } = await openOrganisation()
      house.pass(10 * minute)
      const before = await rowsOf(house)
      expect(where(await ana.post(path, form))).toEqual([303, `/step-up?next=${encodeURIComponent(back)}`])
      expect(await rowsOf(house)).toEqual(before)
      expect(where(await ana.post('/step-up', { next: back }))).toEqual([
        303,
        `/step-up/code?next=${encodeURIComponent(back)}`,
      ])
      const token = ana.jar.get('__Host-session')
      const { code } = await mailTo(house, 'ana@acme.example')
      expect(where(await ana.post('/step-up/code', { code, next: back }))).toEqual([303, back])
      expect(ana.jar.get('__Host-session')).not.toBe(token)
      expect((await ana.post(path, form)).headers.get('location') ?? '').not.toContain('/step-up')
    },
  )

  test('are not opened by a code for another purpose, or for somebody else', async () => {
    const { house, ana } = await openOrganisation()
    house.pass(10 * minute)
    await ana.post('/sign-in', { email: 'ana@acme.example' })
    const signIn = await mailTo(house, 'ana@acme.example')
    expect((await ana.post('/step-up/code', { code: signIn.code })).status).toBe(422)
    const eve = openBrowser(house)
    await signInByCode(house, eve, 'eve@evil.example')
    await eve.post('/step-up')
    const hers = await mailTo(house, 'eve@evil.example')
    ana.jar.set('__Host-code', eve.jar.get('__Host-code') ?? '')
    expect((await ana.post('/step-up/code', { code: hers.code })).status).toBe(422)
    expect((await ana.get('/keys/new')).status).toBe(303)
  })
})

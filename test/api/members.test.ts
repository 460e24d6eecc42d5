import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import { memberships } from '#db/schema.ts'
import { mailTo, openBrowser, signInByCode, type Browser } from '#test/support/browser.ts'
import { openHouse, type Answered, type House } from '#test/support/house.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

const where = ({ status, headers }: Answered) => [status, headers.get('location')]

/** Somebody who made an organisation and acts for it. */
async function founder(house: House, email = 'ana@acme.example', name = 'Acme Ltd'): Promise<Browser> {
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  expect(where(await browser.post('/organisations/new', { name, next: '/members' }))).toEqual([
    303,
    '/members',
  ])
  return browser
}

async function open() {
  const house = await openHouse()
  return { house, ana: await founder(house) }
}

const linkTo = async (house: House, email: string) => (await mailTo(house, email)).link

async function join(
  house: House,
  owner: Browser,
  email: string,
  role = 'editor',
  ends = '',
): Promise<Browser> {
  expect(where(await owner.post('/members/invite', { email, role, ends }))).toEqual([303, '/members'])
  const link = await linkTo(house, email)
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  expect(where(await browser.post(link))).toEqual([303, '/dashboard'])
  return browser
}

async function idOf(browser: Browser, email: string): Promise<string> {
  const { body } = await browser.get('/v1/members')
  const items: readonly { readonly id: string; readonly email: string }[] = body.items
  return items.find((member) => member.email === email)?.id ?? ''
}

describe('an organisation', () => {
  test('is made with its maker as the owner, without a key, with a leaf for each', async () => {
    const { house, ana } = await open()
    expect(await rowsOf(house)).toMatchObject({ organisations: 1, memberships: 1, api_keys: 0 })
    const [made, began] = await leavesOf(house)
    expect([made?.said.act, began?.said.act]).toEqual(['organisation.created', 'membership.began'])
    expect(began?.said.actor).toBe(made?.said.subject)
    expect((await ana.get('/members')).text).toContain('Who acts for <bdi>Acme Ltd</bdi>')
  })

  test.each([
    ['', 'Dale un nombre', 422],
    ['\u202E\u200B', 'Ponle un nombre', 422],
    ['a'.repeat(101), 'Ponle un nombre', 422],
  ])('is not named %j', async (name, _, status) => {
    const house = await openHouse()
    const browser = openBrowser(house, { language: 'es' })
    await signInByCode(house, browser, 'ana@acme.example')
    const refused = await browser.post('/organisations/new', { name })
    expect([refused.status, refused.text.includes('Ponle un nombre de 1 a 100')]).toEqual([status, true])
    expect((await rowsOf(house))['organisations']).toBe(0)
  })

  test('is asked for first by whoever has none', async () => {
    const house = await openHouse()
    const browser = openBrowser(house)
    await signInByCode(house, browser, 'ana@acme.example')
    for (const path of ['/members', '/keys']) {
      expect(where(await browser.get(path))).toEqual([
        303,
        `/organisations/new?next=${encodeURIComponent(path)}`,
      ])
    }
  })

  test('is one of several, among which one switches; another’s is none of them', async () => {
    const { house, ana } = await open()
    await ana.post('/organisations/new', { name: 'Second' })
    const other = await founder(house, 'eve@evil.example', 'Evil Ltd')
    const { rows } = await house.deps.db.client.execute('select id, name from organisations')
    const id = (name: string) => String(rows.find((row) => row['name'] === name)?.['id'])
    expect((await ana.get('/members')).text).toContain('<bdi>Second</bdi>')
    await ana.post('/account/organisation', { organisation: id('Acme Ltd') })
    expect((await ana.get('/members')).text).toContain('Who acts for <bdi>Acme Ltd</bdi>')
    await other.post('/account/organisation', { organisation: id('Acme Ltd') })
    expect((await other.get('/members')).text).toContain('Who acts for <bdi>Evil Ltd</bdi>')
  })

  test('that was acted for last is the one after the next sign-in', async () => {
    const { house, ana } = await open()
    await ana.post('/organisations/new', { name: 'Second' })
    const later = openBrowser(house)
    await signInByCode(house, later, 'ana@acme.example')
    expect((await later.get('/members')).text).toContain('Who acts for <bdi>Second</bdi>')
  })
})

describe('an invitation', () => {
  test('makes whoever holds its address a member, once, and says so in the log', async () => {
    const { house, ana } = await open()
    await join(house, ana, 'bob@acme.example', 'editor', '2026-12-31')
    const { text } = await ana.get('/members')
    expect(text).toContain('<bdi>bob@acme.example</bdi>')
    expect(text).toContain('until the end of 31 December 2026')
    expect(text).not.toContain('Take back')
    const acts = (await leavesOf(house)).map(({ said }) => said.act)
    expect(acts.slice(2)).toEqual(['invitation.made', 'invitation.accepted', 'membership.began'])
    const again = openBrowser(house)
    await signInByCode(house, again, 'bob@acme.example')
    expect((await again.post(await linkTo(house, 'bob@acme.example')).catch(() => null))?.status).not.toBe(
      303,
    )
  })

  test('is shown before it is accepted, in the language of whoever reads it', async () => {
    const { house, ana } = await open()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    const link = await linkTo(house, 'bob@acme.example')
    const stranger = openBrowser(house, { language: 'pl' })
    expect(where(await stranger.get(link))).toEqual([303, `/sign-in?next=${encodeURIComponent(link)}`])
    await signInByCode(house, stranger, 'bob@acme.example')
    const { text } = await stranger.get(link)
    expect(text).toContain(
      '<bdi>ana@acme.example</bdi> zaprasza Cię do działania w imieniu <strong><bdi>Acme Ltd</bdi></strong>',
    )
  })

  test('is for its address alone', async () => {
    const { house, ana } = await open()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'owner' })
    const link = await linkTo(house, 'bob@acme.example')
    const eve = openBrowser(house)
    await signInByCode(house, eve, 'eve@evil.example')
    for (const answer of [await eve.get(link), await eve.post(link)]) {
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('for another address')
      expect(answer.text).not.toContain('bob@')
      expect(answer.text).not.toContain('Acme Ltd')
    }
    expect(await house.deps.db.orm.$count(memberships)).toBe(1)
  })

  test.each([
    ['a week old', async (house: House) => void house.pass(7 * day)],
    [
      'taken back',
      async (_: House, ana: Browser) => {
        const { text } = await ana.get('/members')
        const invitation = /name="invitation" value="(inv_[a-z2-7]+)"/.exec(text)?.[1] ?? ''
        expect(where(await ana.post('/members/take-back', { invitation }))).toEqual([303, '/members'])
      },
    ],
  ])('that is %s is over', async (_, happens) => {
    const { house, ana } = await open()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    const link = await linkTo(house, 'bob@acme.example')
    await happens(house, ana)
    const bob = openBrowser(house)
    await signInByCode(house, bob, 'bob@acme.example')
    expect([(await bob.get(link)).status, (await bob.post(link)).status]).toEqual([404, 404])
  })

  test('accepted twenty times at once makes one member', async () => {
    const { house, ana } = await open()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    const link = await linkTo(house, 'bob@acme.example')
    const bob = openBrowser(house)
    await signInByCode(house, bob, 'bob@acme.example')
    const all = await Promise.all(Array.from({ length: 20 }, () => bob.post(link)))
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await house.deps.db.orm.$count(memberships)).toBe(2)
  })

  test.each([
    [{ email: 'nobody', role: 'viewer' }, 422, 'not an e-mail address'],
    [{ email: 'ana@acme.example', role: 'viewer' }, 409, 'belongs to a member already'],
    [{ email: 'b@acme.example', role: 'owner', ends: '2027-01-01' }, 422, 'An owner has no last day'],
    [{ email: 'b@acme.example', role: 'viewer', ends: '2026-02-27' }, 422, 'must lie in the future'],
    [{ email: 'b@acme.example', role: 'viewer', ends: '2027-02-31' }, 422, 'not a day'],
    [{ email: 'b@acme.example', role: 'viewer', ends: 'soon' }, 422, 'not a day'],
  ])('of %j is refused', async (form, status, words) => {
    const { house, ana } = await open()
    const refused = await ana.post('/members/invite', form)
    expect([refused.status, refused.text.includes(words)]).toEqual([status, true])
    expect((await rowsOf(house))['invitations']).toBe(0)
  })

  test('is the twenty-first in a quarter of an hour', async () => {
    const { house, ana } = await open()
    for (let each = 0; each < 20; each += 1) {
      expect(
        (await ana.post('/members/invite', { email: `p${each}@acme.example`, role: 'viewer' })).status,
      ).toBe(303)
    }
    const refused = await ana.post('/members/invite', { email: 'last@acme.example', role: 'viewer' })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
    expect((await rowsOf(house))['invitations']).toBe(20)
  })
})

describe('a member', () => {
  test('who is no owner invites, changes and ends nobody, and makes no key', async () => {
    const { house, ana } = await open()
    const bob = await join(house, ana, 'bob@acme.example')
    const before = await rowsOf(house)
    const member = await idOf(ana, 'ana@acme.example')
    for (const [path, form] of [
      ['/members/invite', { email: 'c@acme.example', role: 'owner' }],
      ['/members/role', { member: await idOf(ana, 'bob@acme.example'), role: 'owner' }],
      ['/members/end', { member }],
      ['/members/take-back', { invitation: 'inv_x' }],
      ['/keys/new', { name: 'Mine', read: 'on' }],
      ['/keys/revoke', { key: 'key_x' }],
    ] as const) {
      const refused = await bob.post(path, form)
      expect([path, refused.status, refused.text.includes('Only owners may do this')]).toEqual([
        path,
        403,
        true,
      ])
    }
    expect(await rowsOf(house)).toEqual(before)
    expect((await bob.get('/members')).text).not.toContain('/members/invite')
  })

  test('is given another role, with a leaf; theirs, not another organisation’s', async () => {
    const { house, ana } = await open()
    await join(house, ana, 'bob@acme.example')
    const eve = await founder(house, 'eve@evil.example', 'Evil Ltd')
    const member = await idOf(ana, 'bob@acme.example')
    for (const path of ['/members/role', '/members/end']) {
      expect((await eve.post(path, { member, role: 'viewer' })).status).toBe(404)
    }
    expect(where(await ana.post('/members/role', { member, role: 'viewer' }))).toEqual([303, '/members'])
    expect((await leavesOf(house)).at(-1)?.said).toMatchObject({
      act: 'membership.changed',
      subject: member,
      seq: 1,
    })
  })

  test('who is the last owner can neither go nor be less', async () => {
    const { house, ana } = await open()
    await join(house, ana, 'bob@acme.example')
    const member = await idOf(ana, 'ana@acme.example')
    for (const answer of [
      await ana.post('/members/end', { member }),
      await ana.post('/members/role', { member, role: 'viewer' }),
    ]) {
      expect([answer.status, answer.text.includes('An organisation needs an owner')]).toEqual([409, true])
    }
  })

  test('who is the only owner is not offered to go', async () => {
    const { house, ana } = await open()
    await join(house, ana, 'bob@acme.example')
    expect((await ana.get('/members')).text.match(/action="\/members\/end"/g)).toHaveLength(1)
    await ana.post('/members/role', { member: await idOf(ana, 'bob@acme.example'), role: 'owner' })
    expect((await ana.get('/members')).text.match(/action="\/members\/end"/g)).toHaveLength(2)
  })

  test('of two owners who leave at once, one stays', async () => {
    const { house, ana } = await open()
    const bob = await join(house, ana, 'bob@acme.example', 'owner')
    const [one, two] = [await idOf(ana, 'ana@acme.example'), await idOf(ana, 'bob@acme.example')]
    const both = await Promise.all([
      ana.post('/members/end', { member: one }),
      bob.post('/members/end', { member: two }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  test('acts no more once the membership is ended, or is past its last day', async () => {
    const { house, ana } = await open()
    const bob = await join(house, ana, 'bob@acme.example')
    const kim = await join(house, ana, 'kim@agency.example', 'editor', '2026-03-01')
    expect([(await bob.get('/members')).status, (await kim.get('/members')).status]).toEqual([200, 200])
    await ana.post('/members/end', { member: await idOf(ana, 'bob@acme.example') })
    expect(where(await bob.get('/members'))).toEqual([303, '/organisations/new?next=%2Fmembers'])
    house.pass(12 * hour)
    expect(where(await kim.get('/members'))).toEqual([303, '/organisations/new?next=%2Fmembers'])
    // And may come back.
    await signInByCode(house, ana, 'ana@acme.example')
    const back = await join(house, ana, 'kim@agency.example')
    expect((await back.get('/members')).status).toBe(200)
  })
})

describe('keys', () => {
  const keyIn = ({ text }: Answered) => /vm_[a-z2-7]{32}/.exec(text)?.[0] ?? ''
  const reads = async (house: House, key: string) =>
    (await house.ask('/v1/keys', { headers: { authorization: `Bearer ${key}` } })).status
  const make = async (browser: Browser, form: Readonly<Record<string, string>> = {}) =>
    await browser.post('/keys/new', { name: 'Server', read: 'on', write: 'on', ...form })

  test('are shown once, can what was chosen, and are revoked', async () => {
    const { house, ana } = await open()
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
    const { house, ana } = await open()
    const refused = await make(ana, form)
    expect([refused.status, refused.text.includes(words)]).toEqual([422, true])
    expect((await rowsOf(house))['api_keys']).toBe(0)
  })

  test('die with the membership of whoever made them, and so do the keys that these made', async () => {
    const { house, ana } = await open()
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

  test('die with it by its date, too', async () => {
    const { house, ana } = await open()
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
      const { house, ana } = await open()
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
    const { house, ana } = await open()
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

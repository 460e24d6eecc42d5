import { isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import { memberships, organisations } from '#db/schema.ts'
import { openBrowser, signInByCode, type Browser } from '#test/support/browser.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { founder, idOf, join, linkTo, openOrganisation, where } from '#test/support/organisation.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

describe('an organisation', () => {
  test('is made with its maker as the owner, without a key, with a leaf for each', async () => {
    const { house, ana } = await openOrganisation()
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

  test.each([
    'https://evil.example',
    'Acme http : //evil.com',
    'www.evil.example',
    'evil.com/pay',
    'Pay at evil.com/now today',
    'evil.com?acme',
    'evil.com:8443',
    'ana@evil.com',
    'ｅｖｉｌ。ｃｏｍ／pay',
    'mailto:ana',
  ])('is not named %j, which leads somewhere', async (name) => {
    const house = await openHouse()
    const browser = openBrowser(house)
    await signInByCode(house, browser, 'ana@acme.example')
    const refused = await browser.post('/organisations/new', { name })
    expect([refused.status, refused.text.includes('A name holds no link and no address.')]).toEqual([
      422,
      true,
    ])
    expect((await rowsOf(house))['organisations']).toBe(0)
  })

  test.each([
    ['Booking.com', 'Booking.\u2060com'],
    ['Acme A/S', 'Acme A/\u2060S'],
    ['Acme S.A.', 'Acme S.\u2060A.'],
    ['Acme: Tools & Co.', 'Acme: Tools & Co.'],
  ])('may be named %s, of which a mail to strangers makes no link', async (name, inMail) => {
    const house = await openHouse()
    const ana = await founder(house, 'ana@acme.example', name)
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    await house.work()
    const letter = house.letters.at(-1)
    expect(letter?.subject).toBe(`An invitation at Veramarca: “${inMail}”`)
    expect(letter?.text).toContain(`It calls itself “${inMail}”, which nobody has checked.`)
    expect(letter?.text.startsWith('At Veramarca, ana@acme.example invites you')).toBe(true)
    expect(letter?.html).toContain(`“<bdi>${inMail.replace('&', '&amp;')}</bdi>”`)
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
    const { house, ana } = await openOrganisation()
    await ana.post('/organisations/new', { name: 'Second' })
    const other = await founder(house, 'eve@evil.example', 'Evil Ltd')
    const made = await house.deps.db.orm.select().from(organisations)
    const id = (wanted: string) => made.find(({ name }) => name === wanted)?.id ?? ''
    expect((await ana.get('/members')).text).toContain('<bdi>Second</bdi>')
    await ana.post('/account/organisation', { organisation: id('Acme Ltd') })
    expect((await ana.get('/members')).text).toContain('Who acts for <bdi>Acme Ltd</bdi>')
    await other.post('/account/organisation', { organisation: id('Acme Ltd') })
    expect((await other.get('/members')).text).toContain('Who acts for <bdi>Evil Ltd</bdi>')
  })

  test('that was acted for last is the one after the next sign-in', async () => {
    const { house, ana } = await openOrganisation()
    await ana.post('/organisations/new', { name: 'Second' })
    const later = openBrowser(house)
    await signInByCode(house, later, 'ana@acme.example')
    expect((await later.get('/members')).text).toContain('Who acts for <bdi>Second</bdi>')
  })
})

describe('an invitation', () => {
  test('makes whoever holds its address a member, once, and says so in the log', async () => {
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
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
    ['a week old', async (house: House) => house.pass(7 * day)],
    [
      'taken back',
      async (_: House, ana: Browser) => {
        const { text } = await ana.get('/members')
        const invitation = /name="invitation" value="(inv_[a-z2-7]+)"/.exec(text)?.[1] ?? ''
        expect(where(await ana.post('/members/take-back', { invitation }))).toEqual([303, '/members'])
      },
    ],
  ])('that is %s is over', async (_, happens) => {
    const { house, ana } = await openOrganisation()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    const link = await linkTo(house, 'bob@acme.example')
    await happens(house, ana)
    const bob = openBrowser(house)
    await signInByCode(house, bob, 'bob@acme.example')
    expect([(await bob.get(link)).status, (await bob.post(link)).status]).toEqual([404, 404])
  })

  test('written twice lets nobody come back whose membership was ended', async () => {
    const { house, ana } = await openOrganisation()
    await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
    const first = await linkTo(house, 'bob@acme.example')
    const bob = await join(house, ana, 'bob@acme.example')
    expect((await bob.get(first)).status).toBe(404)
    await house.deps.db.client.execute('update invitations set revoked_at = null')
    await ana.post('/members/end', { member: await idOf(ana, 'bob@acme.example') })
    expect((await bob.post(first)).status).toBe(404)
    expect(await house.deps.db.orm.$count(memberships, isNull(memberships.endedAt))).toBe(1)
  })

  test.each([
    ['is an owner no more', '/members/role', { role: 'editor' }],
    ['is gone', '/members/end', {}],
  ])('of somebody who %s is over', async (_, path, form) => {
    const { house, ana } = await openOrganisation()
    const bob = await join(house, ana, 'bob@acme.example', 'owner')
    await bob.post('/members/invite', { email: 'accomplice@evil.example', role: 'owner' })
    const link = await linkTo(house, 'accomplice@evil.example')
    const eve = openBrowser(house)
    await signInByCode(house, eve, 'accomplice@evil.example')
    expect((await eve.get(link)).status).toBe(200)
    await ana.post(path, { member: await idOf(ana, 'bob@acme.example'), ...form })
    expect([(await eve.get(link)).status, (await eve.post(link)).status]).toEqual([404, 404])
  })

  test('accepted twenty times at once makes one member', async () => {
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
    const refused = await ana.post('/members/invite', form)
    expect([refused.status, refused.text.includes(words)]).toEqual([status, true])
    expect((await rowsOf(house))['invitations']).toBe(0)
  })

  test('is the twenty-first in a quarter of an hour', async () => {
    const { house, ana } = await openOrganisation()
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

test('an invitation is taken back only by whoever shows anew who they are', async () => {
  const { house, ana } = await openOrganisation()
  await ana.post('/members/invite', { email: 'bob@acme.example', role: 'viewer' })
  const [, invitation = ''] =
    /name="invitation" value="(inv_[a-z2-7]+)"/.exec((await ana.get('/members')).text) ?? []
  house.pass(11 * minute)
  expect(where(await ana.post('/members/take-back', { invitation }))).toEqual([
    303,
    '/step-up?next=%2Fmembers',
  ])
  expect((await ana.get('/members')).text).toContain(invitation)
})

describe('a member', () => {
  test('who is no owner invites, changes and ends nobody, and makes no key', async () => {
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
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
    const { house, ana } = await openOrganisation()
    await join(house, ana, 'bob@acme.example')
    expect((await ana.get('/members')).text.match(/action="\/members\/end"/g)).toHaveLength(1)
    await ana.post('/members/role', { member: await idOf(ana, 'bob@acme.example'), role: 'owner' })
    expect((await ana.get('/members')).text.match(/action="\/members\/end"/g)).toHaveLength(2)
  })

  test('of two owners who leave at once, one stays', async () => {
    const { house, ana } = await openOrganisation()
    const bob = await join(house, ana, 'bob@acme.example', 'owner')
    const [one, two] = [await idOf(ana, 'ana@acme.example'), await idOf(ana, 'bob@acme.example')]
    const both = await Promise.all([
      ana.post('/members/end', { member: one }),
      bob.post('/members/end', { member: two }),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 409]))
  })

  test('acts no more once the membership is ended, or is past its last day', async () => {
    const { house, ana } = await openOrganisation()
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

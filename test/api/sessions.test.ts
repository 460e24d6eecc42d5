import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { emailCodes, jobs, passkeyChallenges, rateWindows, sessions } from '#db/schema.ts'
import { mailTo, openBrowser, signInByCode, type Browser } from '#test/support/browser.ts'
import { openHouse, type House } from '#test/support/house.ts'

const email = 'ana@acme.example'
const cookie = '__Host-session'

async function open() {
  const house = await openHouse()
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  return { house, browser }
}

/** Somebody else with the same cookies. */
function copyOf(house: House, browser: Browser): Browser {
  const copy = openBrowser(house, { address: '203.0.113.66', userAgent: 'curl/8' })
  for (const [name, value] of browser.jar) copy.jar.set(name, value)
  return copy
}

const isIn = async (browser: Browser) => (await browser.get('/account')).status === 200

describe('a session that was stolen', () => {
  test('ends for the thief when its owner signs out', async () => {
    const { house, browser } = await open()
    const thief = copyOf(house, browser)
    expect(await isIn(thief)).toBe(true)
    const out = await browser.post('/sign-out')
    expect([out.status, out.headers.get('location')]).toEqual([303, '/'])
    expect(browser.jar.has(cookie)).toBe(false)
    expect(await isIn(thief)).toBe(false)
  })

  test('ends when its owner ends it from elsewhere, or ends all others', async () => {
    for (const name of ['one', 'all']) {
      const { house, browser } = await open()
      const home = openBrowser(house)
      await signInByCode(house, home, email)
      const { text } = await home.get('/account')
      const [, session = ''] = /name="session" value="(ses_[a-z2-7]+)"/.exec(text) ?? []
      await home.post('/account/sessions/end', name === 'one' ? { session } : {})
      expect(await isIn(browser), name).toBe(false)
      expect(await isIn(home), name).toBe(true)
    }
  })

  test('ends no other before the thief shows anew that he is the owner', async () => {
    const { house, browser } = await open()
    const elsewhere = openBrowser(house)
    await signInByCode(house, elsewhere, email)
    const thief = copyOf(house, browser)
    house.pass(11 * minute)
    const [, session = ''] =
      /name="session" value="(ses_[a-z2-7]+)"/.exec((await thief.get('/account')).text) ?? []
    for (const form of [{ session }, {}]) {
      const { status, headers } = await thief.post('/account/sessions/end', form)
      expect([status, headers.get('location')]).toEqual([303, '/step-up?next=%2Faccount'])
    }
    expect(await isIn(elsewhere)).toBe(true)
  })

  test('cannot be ended by somebody else’s', async () => {
    const { house, browser } = await open()
    const other = openBrowser(house)
    await signInByCode(house, other, 'eve@evil.example')
    const [mine] = await house.deps.db.orm.select().from(sessions)
    await other.post('/account/sessions/end', { session: mine?.id ?? '' })
    await other.post('/account/sessions/end')
    expect(await isIn(browser)).toBe(true)
  })

  test('gives the thief away once both have used it after its token changed', async () => {
    const { house, browser } = await open()
    const thief = copyOf(house, browser)
    house.pass(hour)
    const before = browser.jar.get(cookie)
    expect(await isIn(browser)).toBe(true)
    expect(browser.jar.get(cookie)).not.toBe(before)
    expect(await isIn(browser)).toBe(true)
    // Requests that were under way when it changed still count.
    house.pass(59 * second)
    expect(await isIn(thief)).toBe(true)
    house.pass(2 * second)
    expect(await isIn(thief)).toBe(false)
    expect(await isIn(browser)).toBe(false)
  })

  test('does so, too, when the thief came first', async () => {
    const { house, browser } = await open()
    const thief = copyOf(house, browser)
    house.pass(hour)
    for (let uses = 0; uses < 2; uses += 1) expect(await isIn(thief)).toBe(true)
    house.pass(2 * minute)
    expect(await isIn(browser)).toBe(false)
    expect(await isIn(thief)).toBe(false)
  })

  test.each([
    ['the oldest token', (token: string) => token],
    ['no token', () => ''],
    ['a guess', () => 'a'.repeat(32)],
    ['SQL', () => "' or 1=1 --"],
  ])('is not opened by %s', async (_, changed) => {
    const { house, browser } = await open()
    const first = browser.jar.get(cookie) ?? ''
    for (let rotations = 0; rotations < 2; rotations += 1) {
      house.pass(hour)
      for (let uses = 0; uses < 2; uses += 1) await browser.get('/account')
    }
    const thief = openBrowser(house)
    thief.jar.set(cookie, changed(first))
    const sent = await thief.get('/account')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount'])
    expect(await isIn(browser)).toBe(true)
  })

  test('is not stepped up by what its owner shows, under a copy of the token before', async () => {
    const { house, browser } = await open()
    const thief = copyOf(house, browser)
    house.pass(11 * minute)
    await browser.post('/step-up', { next: '/account/passkeys' })
    await browser.post('/step-up/code', {
      code: (await mailTo(house, email)).code,
      next: '/account/passkeys',
    })
    expect((await browser.get('/account/passkeys')).status).toBe(200)
    const asked = await thief.get('/account/passkeys')
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/step-up?next=%2Faccount%2Fpasskeys',
    ])
  })

  test('is stored as hashes alone', async () => {
    const { house, browser } = await open()
    house.pass(hour)
    const tokens = [browser.jar.get(cookie)]
    await browser.get('/account')
    tokens.push(browser.jar.get(cookie))
    const { rows } = await house.deps.db.client.execute('select * from sessions')
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('a session', () => {
  test('goes on when the answer with the new token was lost', async () => {
    const { house, browser } = await open()
    house.pass(hour)
    const lost = copyOf(house, browser)
    await lost.get('/account')
    house.pass(day)
    expect(await isIn(browser)).toBe(true)
    expect(await isIn(browser)).toBe(true)
  })

  test('changes its token once, however many requests come at once', async () => {
    const { house, browser } = await open()
    house.pass(hour)
    const all = await Promise.all(Array.from({ length: 10 }, () => copyOf(house, browser).get('/account')))
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(all.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1)
  })

  test('ends after a week without use, and after thirty days of use', async () => {
    const idle = await open()
    idle.house.pass(7 * day)
    expect(await isIn(idle.browser)).toBe(false)
    const busy = await open()
    for (let days = 1; days < 30; days += 1) {
      busy.house.pass(day)
      expect(await isIn(busy.browser), `day ${days}`).toBe(true)
    }
    busy.house.pass(day)
    expect(await isIn(busy.browser)).toBe(false)
  })

  test('gives way to the next that begins in the same browser', async () => {
    const { house, browser } = await open()
    const before = copyOf(house, browser)
    await signInByCode(house, browser, 'eve@evil.example')
    expect((await browser.get('/account')).text).toContain('<bdi>eve@evil.example</bdi>')
    expect(await isIn(before)).toBe(false)
  })
})

test('what is over is swept away, until nothing is left to sweep', async () => {
  const { house, browser } = await open()
  const { orm } = house.deps.db
  await browser.post('/sign-in/passkey/options')
  const counts = async () =>
    await Promise.all(
      [emailCodes, passkeyChallenges, sessions, rateWindows].map(async (table) => await orm.$count(table)),
    )
  expect((await counts()).every((count) => count > 0)).toBe(true)
  house.pass(hour)
  await house.work()
  expect((await counts()).slice(0, 3)).toEqual([0, 0, 1])
  expect(await isIn(browser)).toBe(true)
  for (let days = 0; days < 32; days += 1) {
    house.pass(day)
    await house.work()
  }
  expect(await counts()).toEqual([0, 0, 0, 0])
  expect(await orm.$count(jobs)).toBe(0)
})

describe('the mailbox', () => {
  const loopback = { 'cf-connecting-ip': '127.0.0.1' }
  const atHome = { publicUrl: 'http://localhost:8787', atHome: true }

  test('shows at home what would be sent, as it would be sent', async () => {
    const house = await openHouse(atHome, undefined, null)
    const browser = openBrowser(house)
    await browser.post('/sign-in', { email })
    await house.work()
    expect((await browser.get('/sign-in/code')).text).toContain('href="/mailbox"')
    const list = await browser.get('/mailbox', loopback)
    const [, path = ''] = /href="(\/mailbox\/mail_[a-z2-7]+)"/.exec(list.text) ?? []
    const letter = await browser.get(path, loopback)
    expect(letter.text).toMatch(/\d{4} \d{4}/)
    expect(letter.text).toContain('href="http://localhost:8787/sign-in/link?token=')
    const html = await browser.get(`${path}.html`, loopback)
    expect(html.text).toContain('<!doctype html><html lang="en">')
    expect(html.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    for (const answer of [list, letter, html]) expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['where mail leaves', async () => await openHouse(atHome), {}, '/mailbox'],
    [
      'abroad',
      async () => await openHouse({ publicUrl: 'https://registry.example', atHome: false }, undefined, null),
      {},
      '/mailbox',
    ],
    [
      'for another machine',
      async () => await openHouse(atHome, undefined, null),
      { 'cf-connecting-ip': '192.168.1.9' },
      '/mailbox',
    ],
    [
      'for nobody knows whom',
      async () => await openHouse(atHome, undefined, null),
      { 'cf-connecting-ip': '' },
      '/mailbox',
    ],
    [
      'for a letter that is none',
      async () => await openHouse(atHome, undefined, null),
      {},
      '/mailbox/mail_2222',
    ],
  ])('is not there %s', async (_, opened, headers, path) => {
    const house = await opened()
    const browser = openBrowser(house)
    await browser.post('/sign-in', { email }, { origin: house.deps.site.publicUrl })
    await house.work()
    expect((await browser.get(path, { ...loopback, ...headers })).status).toBe(404)
  })
})

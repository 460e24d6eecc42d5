import { describe, expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { emailCodes, people, sessions } from '#db/schema.ts'
import { openBrowser, mailTo, signInByCode } from '#test/support/browser.ts'
import { openHouse, type Answered, type House } from '#test/support/house.ts'

const email = 'ana@acme.example'
const where = ({ status, headers }: Answered) => [status, headers.get('location')]

async function asked(house: House) {
  const browser = openBrowser(house)
  expect(where(await browser.post('/sign-in', { email, next: '/account' }))).toEqual([
    303,
    '/sign-in/code?next=%2Faccount',
  ])
  return { browser, ...(await mailTo(house, email)) }
}

const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`

describe('a code', () => {
  test('lets its address in once, in a cookie that no page reads and no other site is sent', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    expect((await browser.get('/sign-in/code')).text).toContain(`<bdi>${email}</bdi>`)
    const entered = await browser.post('/sign-in/code', { code, next: '/account' })
    expect(where(entered)).toEqual([303, '/account'])
    const cookie = entered.headers.getSetCookie().find((each) => each.startsWith('__Host-session='))
    expect(cookie).toMatch(
      /^__Host-session=[a-z2-7]{32}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await browser.get('/account')).text).toContain(`<bdi>${email}</bdi>`)
    const thief = openBrowser(house)
    thief.jar.set('__Host-code', browser.jar.get('__Host-code') ?? '')
    expect((await thief.post('/sign-in/code', { code })).status).toBe(303)
    expect(thief.jar.has('__Host-session')).toBe(false)
  })

  test('is taken as people type it', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    const [first, second] = code.split(' ')
    expect(where(await browser.post('/sign-in/code', { code: ` ${first}-${second}\u00A0` }))).toEqual([
      303,
      '/dashboard',
    ])
  })

  test.each([
    ['wrong', wrong, 0, 'not the code that we sent'],
    ['empty', () => '', 0, 'not the code that we sent'],
    ['too old', (code: string) => code, 10 * minute, 'older than 10 minutes'],
  ])('that is %s lets nobody in', async (_, typed, passed, words) => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    house.pass(passed)
    const refused = await browser.post('/sign-in/code', { code: typed(code) })
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([422, 'no-store'])
    expect(refused.text).toContain(words)
    expect(refused.text).toContain('role="alert"')
    expect(await house.deps.db.orm.$count(sessions)).toBe(0)
  })

  test('mistyped five times is over, and the right one comes too late', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    for (let tries = 1; tries <= 5; tries += 1) {
      const { text } = await browser.post('/sign-in/code', { code: wrong(code) })
      expect(text).toContain(tries < 5 ? 'not the code that we sent' : 'mistyped too often')
    }
    expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    expect(await house.deps.db.orm.$count(sessions)).toBe(0)
  })

  test('is nothing in a browser that did not ask for it, even for whoever asked there for the same address', async () => {
    const house = await openHouse()
    const { code } = await asked(house)
    const other = openBrowser(house)
    expect(where(await other.post('/sign-in/code', { code }))).toEqual([303, '/sign-in?next=%2Fdashboard'])
    await other.post('/sign-in', { email })
    expect((await other.post('/sign-in/code', { code })).text).toContain('not the code that we sent')
  })

  test('of either mail counts, when somebody asked twice', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    await browser.post('/sign-in', { email })
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
    expect(browser.jar.has('__Host-session')).toBe(true)
  })

  test('shown twenty times at once lets in once', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    const all = await Promise.all(Array.from({ length: 20 }, () => browser.post('/sign-in/code', { code })))
    const entered = all.filter(({ headers }) =>
      headers.getSetCookie().some((each) => each.startsWith('__Host-session=')),
    )
    expect(entered).toHaveLength(1)
    expect(await house.deps.db.orm.$count(sessions)).toBe(1)
  })

  test('is nowhere stored as it is once its mail has left', async () => {
    const house = await openHouse()
    const { code, link } = await asked(house)
    const { rows } = await house.deps.db.client.execute('select * from email_codes, mails')
    const stored = JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    expect(stored).not.toContain(code)
    expect(stored).not.toContain(code.replace(' ', ''))
    expect(stored).not.toContain(new URLSearchParams(link.split('?')[1]).get('token'))
  })
})

describe('a link', () => {
  test('followed by programs that read mail is spent by none of them; a press of a button lets in once', async () => {
    const house = await openHouse()
    const { browser, link } = await asked(house)
    const scanner = openBrowser(house, { address: '198.51.100.7' })
    for (const each of [scanner, browser, browser]) await each.get(link)
    const shown = await browser.get(link)
    expect(shown.text).toContain('Sign in here?')
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? ''
    expect(where(await browser.post('/sign-in/link', { token, next: '/account' }))).toEqual([303, '/account'])
    expect((await browser.get('/account')).status).toBe(200)
    expect((await browser.post('/sign-in/link', { token })).status).toBe(422)
    expect(await house.deps.db.orm.$count(sessions)).toBe(1)
  })

  test('in another browser says to type the code, and lets nobody in there', async () => {
    const house = await openHouse()
    const { browser, link } = await asked(house)
    const other = openBrowser(house)
    const shown = await other.get(link)
    expect(shown.status).toBe(403)
    expect(shown.text).toContain('Type the code from the same mail there instead')
    expect(shown.text).not.toContain(email)
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? ''
    expect((await other.post('/sign-in/link', { token })).status).toBe(403)
    expect((await browser.get(link)).status).toBe(200)
  })

  test('and its code are one: whichever comes second is over', async () => {
    const house = await openHouse()
    const { browser, code, link } = await asked(house)
    await browser.post('/sign-in/code', { code })
    expect((await browser.get(link)).text).toContain('used already')
  })
})

describe('who has an account', () => {
  test('is not told: the same answer and the same work for an address that is known and one that is not', async () => {
    const house = await openHouse()
    await signInByCode(house, openBrowser(house), email)
    const seen: unknown[] = []
    for (const address of [email, 'eve@acme.example']) {
      const counted: string[] = []
      const { client } = house.deps.db
      const execute = client.execute.bind(client)
      const batch = client.batch.bind(client)
      client.execute = async (...given: Parameters<typeof execute>) => {
        const [statement] = given
        counted.push(typeof statement === 'string' ? statement : (statement as { sql: string }).sql)
        return await execute(...given)
      }
      client.batch = async (...given: Parameters<typeof batch>) => {
        counted.push(
          ...given[0].map((each) => (typeof each === 'string' ? each : (each as { sql: string }).sql)),
        )
        return await batch(...given)
      }
      const browser = openBrowser(house, { address: '198.51.100.9' })
      const answered = await browser.post('/sign-in', { email: address })
      client.execute = execute
      client.batch = batch
      const page = await browser.get('/sign-in/code')
      seen.push([where(answered), counted, page.text.replaceAll(address, '')])
    }
    expect(seen[1]).toEqual(seen[0])
  })

  test('is made one by the first code that comes back, and never by asking', async () => {
    const house = await openHouse()
    const { browser, code } = await asked(house)
    expect(await house.deps.db.orm.$count(people)).toBe(0)
    await browser.post('/sign-in/code', { code })
    const later = openBrowser(house, { language: 'pl' })
    await later.post('/sign-in', { email: ' ANA@acme.example' })
    await later.post('/sign-in/code', { code: (await mailTo(house, email)).code })
    expect(await house.deps.db.orm.select().from(people)).toMatchObject([{ email, language: 'pl' }])
  })
})

describe('too much', () => {
  test('is six codes to one address, wherever they are asked for', async () => {
    const house = await openHouse()
    const statuses: number[] = []
    for (let each = 0; each < 6; each += 1) {
      const browser = openBrowser(house, { address: `192.0.2.${each}` })
      statuses.push((await browser.post('/sign-in', { email })).status)
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    const refused = await openBrowser(house).post('/sign-in', { email })
    expect(refused.headers.get('retry-after')).toBe('900')
    house.pass(15 * minute)
    expect((await openBrowser(house).post('/sign-in', { email })).status).toBe(303)
  })

  test('is thirty-one codes from one network, whoever they are for', async () => {
    const house = await openHouse()
    const from = async (address: string, count: number) => {
      const statuses = new Set<number>()
      for (let each = 0; each < count; each += 1) {
        const browser = openBrowser(house, { address })
        statuses.add(
          (await browser.post('/sign-in', { email: `p${address.length}-${each}@acme.example` })).status,
        )
      }
      return [...statuses]
    }
    expect(await from('2001:db8::1', 30)).toEqual([303])
    expect(await from('2001:db8::ffff:2', 1)).toEqual([429])
    expect(await from('2001:db8:0:1::1', 1)).toEqual([303])
    expect(await house.deps.db.orm.$count(emailCodes)).toBe(31)
  })

  test('is a hundred tries from one network', async () => {
    const house = await openHouse()
    const { browser } = await asked(house)
    let last = await browser.post('/sign-in/code', { code: '1' })
    for (let tries = 1; tries <= 100; tries += 1) last = await browser.post('/sign-in/code', { code: '1' })
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '900'])
  })
})

describe('afterwards one goes on', () => {
  test.each([
    ['/account?x=1', '/account?x=1'],
    ['//evil.example/', '/dashboard'],
    ['/\\evil.example', '/dashboard'],
    ['/\t/evil.example', '/dashboard'],
    ['https://evil.example/', '/dashboard'],
    ['javascript:alert(1)', '/dashboard'],
    ['', '/dashboard'],
    [`/${'a'.repeat(1_000)}`, '/dashboard'],
  ])('%j leads to %s', async (next, expected) => {
    const house = await openHouse()
    const browser = openBrowser(house)
    const sent = await browser.post('/sign-in', { email, next })
    expect(where(sent)).toEqual([303, `/sign-in/code?next=${encodeURIComponent(expected)}`])
    const { code, link } = await mailTo(house, email)
    expect(new URLSearchParams(link.split('?')[1]).get('next')).toBe(expected)
    expect(where(await browser.post('/sign-in/code', { code, next }))).toEqual([303, expected])
  })
})

test.each([
  ['', 'no address'],
  ['ana', 'no address'],
  ['ana@acme', 'no dot'],
  ['ana@acme.example\r\nBcc: eve@evil.example', 'a second line'],
  ['ana@acme.example, eve@evil.example', 'two'],
  ['<ana@acme.example>', 'brackets'],
  ['"a b"@acme.example', 'quotes'],
  ['ana@192.0.2.1', 'an IP address'],
  ['ana@acme.example/x', 'a path'],
  [`${'a'.repeat(65)}@acme.example`, 'too long'],
  ['аna@acme.example', 'a Cyrillic letter'],
])('%j is no address: %s', async (text) => {
  const house = await openHouse()
  const refused = await openBrowser(house, { language: 'es' }).post('/sign-in', { email: text })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Esto no es una dirección de correo')
  expect(await house.deps.db.orm.$count(emailCodes)).toBe(0)
})

test.each([
  ['Ana.B+x@ACME.example', 'ana.b+x@acme.example'],
  ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
])('%s is %s', async (text, expected) => {
  const house = await openHouse()
  await openBrowser(house).post('/sign-in', { email: text })
  expect(await house.deps.db.orm.select().from(emailCodes)).toMatchObject([{ email: expected }])
})

import { base64urlnopad } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { passkeys, sessions } from '#db/schema.ts'
import { createAuthenticator, type Lies } from '#test/support/authenticator.ts'
import { openBrowser, signInByCode, type Browser } from '#test/support/browser.ts'
import { openHouse, type Answered, type House } from '#test/support/house.ts'

const email = 'ana@acme.example'
const where = ({ status, headers }: Answered) => [status, headers.get('location')]
const optionsFor = async (browser: Browser, path: string) => (await browser.post(`${path}/options`)).body

/** Somebody with a passkey, signed in. */
async function open(lies: Lies = {}) {
  const house = await openHouse()
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  const device = await createAuthenticator()
  const options = await optionsFor(browser, '/account/passkeys')
  const registered = await browser.post('/account/passkeys', {
    response: await device.register(options, lies),
    name: 'Work\u202E laptop',
  })
  return { house, browser, device, options, registered }
}

const isIn = (browser: Browser) => browser.jar.has('__Host-session')
const count = async ({ deps }: House) => await deps.db.orm.$count(passkeys)

describe('a passkey', () => {
  test('is registered by its public half, named, told of by mail, and signs in whoever holds it', async () => {
    const { house, browser, device, options, registered } = await open()
    expect(where(registered)).toEqual([303, '/account'])
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Veramarca' },
      user: { name: email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect((await browser.get('/account')).text).toContain('<bdi>Work laptop</bdi>')
    await house.work()
    expect(house.letters.at(-1)).toMatchObject({ to: email, subject: 'A passkey was added to your account' })
    const other = openBrowser(house)
    const asked = await optionsFor(other, '/sign-in/passkey')
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
    const entered = await other.post('/sign-in/passkey', {
      response: await device.show(asked),
      next: '/account',
    })
    expect(where(entered)).toEqual([303, '/account'])
    expect((await other.get('/account')).text).toContain(`<bdi>${email}</bdi>`)
  })

  const lies: readonly (readonly [string, Lies])[] = [
    ['for another site', { origin: 'https://evil.example' }],
    ['bound to another site', { rpId: 'evil.example' }],
    ['over another challenge', { challenge: base64urlnopad.encode(new Uint8Array(32)) }],
    ['of another kind', { type: 'payment.get' }],
    ['without that somebody showed who they are', { isVerified: false }],
  ]
  test.each(lies)('made %s is not taken', async (_, lie) => {
    const { house, registered } = await open(lie)
    expect([registered.status, registered.text.includes('This passkey was not accepted')]).toEqual([
      422,
      true,
    ])
    expect(await count(house)).toBe(0)
  })

  test.each([
    ...lies,
    ['for another person', { userHandle: base64urlnopad.encode(new TextEncoder().encode('per_eve')) }],
    ['with a counter that did not grow', { counter: 1 }],
    ['with a signature of nobody’s', { signature: new Uint8Array(64).fill(7) }],
  ] as readonly (readonly [string, Lies])[])('shown %s lets nobody in', async (_, lie) => {
    const { house, device } = await open()
    const other = openBrowser(house)
    const response = await device.show(await optionsFor(other, '/sign-in/passkey'), lie)
    const refused = await other.post('/sign-in/passkey', { response })
    expect([refused.status, refused.text.includes('This passkey was not accepted'), isIn(other)]).toEqual([
      422,
      true,
      false,
    ])
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"id":"x"}',
    JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} }),
  ])('that is %j is none', async (response) => {
    const { house, browser } = await open()
    for (const path of ['/sign-in/passkey', '/step-up/passkey', '/account/passkeys']) {
      expect([path, (await browser.post(path, { response })).status]).toEqual([path, 422])
    }
    expect(await count(house)).toBe(1)
  })
})

describe('an answer', () => {
  test('counts once, however often it is sent at once', async () => {
    const { house, device } = await open()
    const other = openBrowser(house)
    const response = await device.show(await optionsFor(other, '/sign-in/passkey'))
    const before = await house.deps.db.orm.$count(sessions)
    const all = await Promise.all(
      Array.from({ length: 10 }, () => openBrowser(house).post('/sign-in/passkey', { response })),
    )
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await house.deps.db.orm.$count(sessions)).toBe(before + 1)
  })

  test('counts for five minutes', async () => {
    const { house, device } = await open()
    const other = openBrowser(house)
    const response = await device.show(await optionsFor(other, '/sign-in/passkey'))
    house.pass(5 * minute)
    expect((await other.post('/sign-in/passkey', { response })).status).toBe(422)
  })

  test('counts for what it was asked for alone', async () => {
    const { browser, device } = await open()
    const forSignIn = await device.show(await optionsFor(browser, '/sign-in/passkey'))
    expect((await browser.post('/step-up/passkey', { response: forSignIn })).status).toBe(422)
    const forStepUp = await device.show(await optionsFor(browser, '/step-up/passkey'))
    expect((await browser.post('/sign-in/passkey', { response: forStepUp })).status).toBe(422)
  })
})

describe('stepping up', () => {
  test('by one’s own passkey opens what is dangerous', async () => {
    const { house, browser, device } = await open()
    house.pass(10 * minute)
    expect(where(await browser.get('/account/passkeys'))).toEqual([
      303,
      '/step-up?next=%2Faccount%2Fpasskeys',
    ])
    const options = await optionsFor(browser, '/step-up/passkey')
    expect(options.allowCredentials).toMatchObject([{ id: device.id }])
    const response = await device.show(options)
    expect(where(await browser.post('/step-up/passkey', { response, next: '/keys' }))).toEqual([303, '/keys'])
    expect((await browser.get('/account/passkeys')).status).toBe(200)
  })

  test('by somebody else’s does not', async () => {
    const { house, device } = await open()
    const eve = openBrowser(house)
    await signInByCode(house, eve, 'eve@evil.example')
    house.pass(10 * minute)
    const response = await device.show(await optionsFor(eve, '/step-up/passkey'))
    expect((await eve.post('/step-up/passkey', { response })).status).toBe(422)
    expect((await eve.get('/account/passkeys')).status).toBe(303)
  })
})

test('a passkey is removed by its own person alone, and opens nothing then', async () => {
  const { house, browser, device } = await open()
  const eve = openBrowser(house)
  await signInByCode(house, eve, 'eve@evil.example')
  await eve.post('/account/passkeys/remove', { passkey: device.id })
  expect(await count(house)).toBe(1)
  await browser.post('/account/passkeys/remove', { passkey: device.id })
  expect(await count(house)).toBe(0)
  const other = openBrowser(house)
  const response = await device.show(await optionsFor(other, '/sign-in/passkey'))
  expect((await other.post('/sign-in/passkey', { response })).status).toBe(422)
})

test('the same passkey twice is refused, also for somebody else', async () => {
  const { house, device, browser } = await open()
  const again = await device.register(await optionsFor(browser, '/account/passkeys'))
  expect((await browser.post('/account/passkeys', { response: again })).status).toBe(409)
  const eve = openBrowser(house)
  await signInByCode(house, eve, 'eve@evil.example')
  const hers = await device.register(await optionsFor(eve, '/account/passkeys'))
  expect((await eve.post('/account/passkeys', { response: hers })).status).toBe(409)
  expect(await count(house)).toBe(1)
})

test.each(['/account/passkeys', '/sign-in/passkey'])(
  'questions at %s are three hundred a quarter of an hour for a network, and then nobody else’s matter',
  async (path) => {
    const { house, browser } = await open()
    const asked: Answered[] = []
    // One was asked when the passkey was registered.
    for (let each = 0; each < 300; each += 1) asked.push(await browser.post(`${path}/options`))
    expect(new Set(asked.slice(0, 299).map(({ status }) => status))).toEqual(new Set([200]))
    const last = asked.at(-1)
    expect([last?.status, last?.body.reason, last?.headers.get('retry-after')]).toEqual([
      429,
      'too_many_attempts',
      '900',
    ])
    const elsewhere = openBrowser(house, { address: '198.51.100.7' })
    expect((await elsewhere.post('/sign-in/passkey/options')).status).toBe(200)
    // Whoever asked too often may still be let in by a code.
    await signInByCode(house, openBrowser(house), 'bob@acme.example')
  },
)

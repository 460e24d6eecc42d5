import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOn } from './axe.ts'
import { openStreet, type Street, type Visitor } from './fixture.ts'

let street: Street
let url = ''
beforeAll(async () => {
  street = await openStreet()
  ;({ url } = street.registry)
})
afterAll(async () => await street.close())

/** What the newest letter in the mailbox says; the page is read beside the visitor's own. */
async function letter({ context }: Visitor): Promise<{ readonly code: string; readonly link: string }> {
  const page = await context.newPage()
  await page.goto(`${url}/mailbox`)
  await page.locator('.rows a').first().click()
  const text = await page.locator('.letter').innerText()
  const link = (await page.locator('.letter a').first().getAttribute('href')) ?? ''
  await page.close()
  return { code: /\d{4} \d{4}/.exec(text)?.[0] ?? '', link }
}

async function signIn(visitor: Visitor, email: string, next = '/account'): Promise<void> {
  const { page } = visitor
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code').fill((await letter(visitor)).code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(`${url}${next}`)
}

async function actFor({ page }: Visitor, name: string): Promise<void> {
  await page.goto(`${url}/organisations/new?next=%2Fmembers`)
  await page.getByLabel('Its name').fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.waitForURL(`${url}/members`)
}

async function invite({ page }: Visitor, email: string): Promise<void> {
  await page.goto(`${url}/members`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Role', { exact: true }).selectOption('viewer')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByRole('button', { name: `Take back the invitation of ${email}` }).waitFor()
}

type Authenticator = { readonly cdp: CDPSession; readonly id: string }

/** A device that knows passkeys, in the browser itself. */
async function plugIn({ context, page }: Visitor): Promise<Authenticator> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('What to call it').fill(name)
  await page.getByRole('button', { name: 'Go on with this device' }).click()
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor()
}

describe('a passkey', () => {
  test('is registered, signs in by itself, steps up, and is removed', async () => {
    const visitor = await street.visitor()
    const { page, complaints } = visitor
    await signIn(visitor, 'ana@acme.example')
    const { cdp, id } = await plugIn(visitor)
    await addPasskey(page, 'Work laptop')
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${url}/`)

    await page.goto(`${url}/sign-in?next=%2Faccount`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${url}/account`)
    await page.getByText('with a passkey').first().waitFor()

    await page.goto(`${url}/step-up?next=${encodeURIComponent('/account?stepped=1')}`)
    await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
    await page.waitForURL(`${url}/account?stepped=1`)

    await page.getByRole('button', { name: 'Remove Work laptop' }).click()
    await page.getByText('You have none.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey was not accepted.').waitFor()
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([])
  })

  test('is offered in the field of the address, where nothing has to be pressed', async () => {
    const visitor = await street.visitor()
    const { page, requests } = visitor
    await signIn(visitor, 'fill@acme.example')
    await plugIn(visitor)
    await addPasskey(page, 'Key')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${url}/`)
    const asked = () => requests.filter((each) => each.url().endsWith('/sign-in/passkey/options')).length
    const before = asked()
    // To point at the field is to turn to it, too.
    await page.mouse.move(0, 0)
    await page.goto(`${url}/sign-in?next=%2Faccount`)
    expect(await page.getByLabel('Your e-mail address').getAttribute('autocomplete')).toBe(
      'username webauthn',
    )
    expect(asked()).toBe(before)
    await page.getByLabel('Your e-mail address').focus()
    await page.waitForURL(`${url}/account`)
    expect(asked()).toBe(before + 1)
    await page.getByText('with a passkey').first().waitFor()
  })

  test('whose counter did not grow is a copy, and is refused', async () => {
    const visitor = await street.visitor()
    const { page } = visitor
    await signIn(visitor, 'bob@acme.example')
    const { cdp, id } = await plugIn(visitor)
    await addPasskey(page, 'Key')
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
    const copy = credentials[0]
    if (copy === undefined) throw new Error('No credential')
    for (const expected of ['/account', '/account']) {
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.goto(`${url}/sign-in?next=%2Faccount`)
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.waitForURL(`${url}${expected}`)
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    await cdp.send('WebAuthn.removeCredential', { authenticatorId: id, credentialId: copy.credentialId })
    await cdp.send('WebAuthn.addCredential', { authenticatorId: id, credential: copy })
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey was not accepted.').waitFor()
  })

  test('that the device does not give leaves everything as it was, and is told', async () => {
    const visitor = await street.visitor()
    const { page } = visitor
    await plugIn(visitor)
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('The device did not answer, or you stopped it.').waitFor()
    await page.getByLabel('Your e-mail address').waitFor()
  })
})

describe('the link of a mail', () => {
  test('signs in where it was asked for, by a press of a button', async () => {
    const visitor = await street.visitor()
    const { page } = visitor
    await page.goto(`${url}/sign-in?next=%2Faccount`)
    await page.getByLabel('Your e-mail address').fill('link@acme.example')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Code').waitFor()
    await page.goto((await letter(visitor)).link)
    await page.getByRole('button', { name: 'Yes, sign in' }).click()
    await page.waitForURL(`${url}/account`)
  })

  test('says elsewhere to type the code', async () => {
    const visitor = await street.visitor()
    const { page } = visitor
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('Your e-mail address').fill('other@acme.example')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Code').waitFor()
    const { link } = await letter(visitor)
    const other = await street.visitor()
    await other.page.goto(link)
    await other.page.getByRole('alert').waitFor()
    expect(await other.page.getByRole('button').count()).toBe(0)
  })
})

test('whoever is invited signs in on the way and acts for the organisation', async () => {
  const owner = await street.visitor()
  await signIn(owner, 'owner@acme.example')
  await actFor(owner, 'Acme Tools')
  await invite(owner, 'guest@agency.example')
  const { link } = await letter(owner)
  const guest = await street.visitor()
  const { page } = guest
  await page.goto(link)
  await page.getByLabel('Your e-mail address').fill('guest@agency.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code').fill((await letter(guest)).code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Accept, and act for Acme Tools' }).click()
  await page.goto(`${url}/members`)
  await page.getByText('Owners invite and change members.').waitFor()
  await page.getByRole('button', { name: 'Leave the organisation' }).click()
  await page.waitForURL(`${url}/account`)
  await page.getByText('You act for no organisation yet.').waitFor()
})

test('without script one signs in by e-mail, and no button is there that does nothing', async () => {
  const visitor = await street.visitor({ javaScriptEnabled: false })
  await visitor.page.goto(`${url}/sign-in`)
  expect(await visitor.page.locator('button:visible').allTextContents()).toEqual(['Send me a code'])
  await signIn(visitor, 'plain@acme.example')
})

/** What somebody who is signed in sees, a page each. */
const pages = [
  '/sign-in',
  '/sign-in/link?token=x',
  '/mailbox',
  '/account',
  '/account/passkeys',
  '/step-up',
  '/organisations/new',
  '/members',
  '/keys',
  '/keys/new',
]

describe.each([
  ['light', 'en', 1280],
  ['dark', 'es', 320],
  ['light', 'pl', 320],
] as const)('%s, in %s, %i px wide', (colorScheme, lang, width) => {
  test('axe finds nothing, and nothing runs out of the page', async () => {
    const visitor = await street.visitor({ colorScheme, viewport: { width, height: 800 } })
    const { page } = visitor
    const look = async (path: string) => {
      await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      // What is light has its colours looked at in English.
      expect(await faultsOn(page, { colours: lang !== 'pl' }), path).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width)
      const folder = process.env['SCREENSHOTS']
      const name = `${path.slice(1).replaceAll(/\W/g, '-')}-${lang}-${colorScheme}-${width}.png`
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}`, fullPage: true })
    }
    await signIn(visitor, `${lang}@acme.example`)
    await plugIn(visitor)
    await addPasskey(page, 'A key')
    await actFor(visitor, 'Acme Ltd')
    await invite(visitor, `friend-of-${lang}@acme.example`)
    const { link } = await letter(visitor)
    await page.goto(`${url}/keys/new`)
    await page.getByLabel('What it is for').fill('Server')
    await page.getByRole('button', { name: 'Make the key' }).click()
    await page.getByText(/^vm_[a-z2-7]{32}$/).waitFor()
    expect(await faultsOn(page)).toEqual([])
    expect(visitor.complaints).toEqual([])
    for (const path of [...pages, new URL(link).pathname]) await look(path)
    expect(visitor.complaints.filter((each) => !/ (?:403|422) /.test(each))).toEqual([])
  })
})

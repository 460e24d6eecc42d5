import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '#i18n/languages.ts'
import type { Owner } from '#test/support/house.ts'
import { faultsOn } from './axe.ts'
import { openStreet, type Street } from './fixture.ts'
import { memberOf } from './member.ts'

let street: Street
let url = ''
beforeAll(async () => {
  street = await openStreet()
  ;({ url } = street.registry)
})
afterAll(async () => await street.close())

const at = (page: Page) => new URL(page.url()).pathname
const narrow = { width: 320, height: 800 }

/** The site of a domain, which lists an account on GitHub that links back. */
function build(domain: string, login: string): void {
  street.build(`https://${domain}`, `<a rel="me" href="https://github.com/${login}">us</a>`)
  const { page, zone } = street.registry.internet
  const user = {
    login,
    id: login.length * 1_000 + domain.length,
    type: 'Organization',
    blog: `https://${domain}`,
    bio: null,
  }
  zone.set('api.github.com', { A: [street.registry.address] })
  for (const path of [`users/${login}`, `user/${user.id}`]) {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    page.set(`https://api.github.com/${path}`, { headers, body: JSON.stringify(user) })
  }
}

/** What the page tells to publish, published. */
async function publish(page: Page, domain: string): Promise<void> {
  const host = await page.locator('#dns-txt-host').textContent()
  const value = (await page.locator('#dns-txt-value').textContent()) ?? ''
  street.registry.internet.zone.set(`${host}.${domain}`, { TXT: [value] })
}

/** By Tab alone until the wanted element has the focus, and Enter. */
async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const isThere = await page.evaluate(
      `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`,
    )
    if (isThere === true) return await page.keyboard.press(key)
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached by keyboard`)
}

async function expectFits(page: Page, width: number): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
}

describe('from a name to a badge', () => {
  test.each([
    ['with script', 'scripted.example', { viewport: { width: 1280, height: 800 } }],
    ['without script', 'plain.example', { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }],
    ['with script, at 320 px', 'narrow.example', { viewport: narrow }],
    ['without script, at 320 px', 'plain-narrow.example', { viewport: narrow, javaScriptEnabled: false }],
  ])('%s', async (_, domain, options) => {
    const login = domain.replace('.example', '')
    build(domain, login)
    const owner = await street.registry.owner()
    const { page, complaints } = await memberOf(street, owner, options)
    const { width } = options.viewport
    await page.goto(`${url}/dashboard`)
    await page.locator('main a[href="/register"]').click()
    await page.fill('#name', 'Acme')
    await page.fill('#domain', domain)
    await expectFits(page, width)
    await page.locator('form[action="/register"] button').click()
    await page.locator('#dns-txt-value').waitFor()
    await expectFits(page, width)
    await publish(page, domain)
    await page.locator('form[action$="/check"] button').click()
    await page.locator('.state[data-state=proved] a').click()
    await page.locator('form[action$="/sites"] button').click()
    await page.locator('form[action$="/claims"] button').click()
    await page.locator('.claimed').waitFor()
    await expectFits(page, width)
    await page.locator('form[action$="/check"] button').first().click()
    await page.locator('.claimed .tone-proved').waitFor()
    await page.locator('section a[href$="/badge"]').click()
    expect(at(page)).toBe(`/b/${domain}/badge`)
    expect(complaints).toEqual([])
  })

  test('by keyboard alone', async () => {
    build('keys.example', 'keys')
    const { page } = await memberOf(street, await street.registry.owner())
    await page.goto(`${url}/dashboard`)
    await press(page, 'main a[href="/register"]')
    await page.waitForURL(/\/register$/)
    await press(page, '#name', 'End')
    await page.keyboard.type('Acme')
    await press(page, '#domain', 'End')
    await page.keyboard.type('keys.example')
    await page.keyboard.press('Enter')
    await page.locator('#dns-txt-value').waitFor()
    await press(page, 'details:nth-of-type(2) > summary')
    expect(await page.locator('#dns-cname-value').isVisible()).toBe(true)
    await publish(page, 'keys.example')
    await press(page, 'form[action$="/check"] button')
    await page.locator('.state[data-state=proved]').waitFor()
    await press(page, '.state a')
    await page.waitForURL(/\/accounts$/)
    await press(page, 'form[action$="/sites"] button')
    await page.locator('.ticks').first().waitFor()
    await press(page, 'form[action$="/claims"] button')
    await page.locator('.claimed').waitFor()
    await press(page, 'form[action^="/dashboard/claims/"] button')
    await page.locator('.claimed .tone-proved').waitFor()
    await press(page, 'section a[href$="/badge"]')
    await page.waitForURL(/\/b\/keys\.example\/badge/)
  })
})

describe('a domain’s page', () => {
  test('copies what has to be typed, says so, and follows what comes of it', async () => {
    const owner = await street.registry.owner()
    const { page, context, complaints } = await memberOf(street, owner)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${url}/register`)
    await page.fill('#name', 'Acme')
    await page.fill('#domain', 'followed.example')
    await page.locator('form[action="/register"] button').click()
    const copy = page.locator('[data-copies=dns-txt-value]')
    await copy.click()
    expect(await copy.textContent()).toBe('Copied')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      await page.locator('#dns-txt-value').textContent(),
    )
    await publish(page, 'followed.example')
    const id = at(page).replace('/dashboard/domains/', '')
    // Somebody else says that it is published: this page hears of it by itself.
    expect((await owner.post(`/v1/domains/${id}/check`, { method: 'dns-txt' })).body.state).toBe('proved')
    await page.locator('.state[data-state=proved]').waitFor()
    expect(await page.locator('#ways').isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })

  test.each([true, false])(
    'has a link for the web admin, who needs no sign-in; script: %s',
    async (javaScriptEnabled) => {
      const domain = `handed-${String(javaScriptEnabled)}.example`
      const { page } = await memberOf(street, await street.registry.owner(), { javaScriptEnabled })
      await page.goto(`${url}/register`)
      await page.fill('#name', 'Acme')
      await page.fill('#domain', domain)
      await page.locator('form[action="/register"] button').click()
      await page.locator('form[action$="/handovers"] button').click()
      const link = (await page.locator('#handover-link').textContent()) ?? ''
      const admin = await street.visitor({ javaScriptEnabled, viewport: narrow })
      await admin.page.goto(link)
      await expectFits(admin.page, 320)
      await publish(admin.page, domain)
      await admin.page.locator('main form button').click()
      await admin.page.locator('.state[data-state=proved]').waitFor()
      await page.reload()
      expect(await page.locator('.state').getAttribute('data-state')).toBe('proved')
      expect(admin.complaints).toEqual([])
    },
  )
})

/** A brand with a proved domain, one that waits, and a claim. */
async function furnish(owner: Owner, tag: string): Promise<readonly string[]> {
  const brand = (await owner.post('/v1/brands', { name: 'Acme' })).body.id
  const ids: string[] = []
  for (const domain of [`axe-${tag}.example`, `axe-${tag}-waits.example`]) {
    const { body } = await owner.post(`/v1/brands/${brand}/domains`, { domain })
    ids.push(body.id)
    if (ids.length > 1) continue
    street.registry.internet.zone.set(body.challenges[0].name, { TXT: [body.challenges[0].value] })
    await owner.post(`/v1/domains/${body.id}/check`, { method: 'dns-txt' })
  }
  await owner.post(`/v1/domains/${ids[1]}/check`, { method: 'dns-txt' })
  const claim = (
    await owner.post(`/v1/brands/${brand}/accounts`, { account: `https://github.com/axe-${tag}` })
  ).body.id
  await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/impostor' })
  return [
    '/dashboard',
    '/register',
    '/dashboard/notices',
    `/dashboard/brands/${brand}`,
    `/dashboard/brands/${brand}/accounts`,
    `/dashboard/brands/${brand}/freeze`,
    `/dashboard/domains/${ids[0]}`,
    `/dashboard/domains/${ids[1]}`,
    `/dashboard/claims/${claim}`,
    '/dashboard/nothing',
  ]
}

test.each([
  ['light', 'en', 1280, true],
  ['dark', 'es', 320, true],
  ['light', 'pl', 320, false],
] as const satisfies readonly (readonly [string, Language, number, boolean])[])(
  'axe finds nothing on any page, %s, in %s, at %i px',
  async (colorScheme, lang, width, colours) => {
    const owner = await street.registry.owner()
    const paths = await furnish(owner, `${lang}-${width}`)
    const { page } = await memberOf(street, owner, { colorScheme, viewport: { width, height: 800 } })
    for (const path of paths) {
      await page.goto(`${url}${path}?lang=${lang}`)
      // All that can be opened is looked at.
      await page.evaluate(
        "document.querySelectorAll('details').forEach((each) => { each.removeAttribute('name'); each.open = true })",
      )
      expect(await faultsOn(page, { colours }), path).toEqual([])
      await expectFits(page, width)
    }
    await page.goto(`${url}/register`)
    await page.fill('#name', 'Acme')
    await page.fill('#domain', 'not a domain')
    await page.locator('form[action="/register"] button').click()
    await page.locator('[aria-invalid]').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await page.goto(`${url}${paths[7] ?? ''}`)
    await page.locator('form[action$="/handovers"] button').click()
    await page.goto((await page.locator('#handover-link').textContent()) ?? '')
    expect(await faultsOn(page)).toEqual([])
    await expectFits(page, width)
  },
  // Axe takes seconds a page.
  180_000,
)

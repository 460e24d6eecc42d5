import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { show } from '#test/demo/accounts.ts'
import { component, openStreet, stateOf, type Street } from './fixture.ts'

let street: Street
beforeAll(async () => void (street = await openStreet()))
afterAll(async () => await street.close())

/** What somebody reads in a letter: the code that stands on a line of its own. */
async function newestCode(page: Page): Promise<string> {
  const letters = await page.context().newPage()
  await letters.goto(`${street.registry.url}/mailbox`)
  await letters.locator('main .rows a').first().click()
  const text = (await letters.locator('.letter').textContent()) ?? ''
  await letters.close()
  return /^\s*([0-9A-Z][0-9A-Z -]{4,12}[0-9A-Z])\s*$/m.exec(text)?.[1] ?? ''
}

test.each(['en', 'es', 'pl'])(
  'in %s, somebody new comes from the home page to a badge on a second site, in the browser alone',
  async (language) => {
    const { registry } = street
    const domain = `nuevo-${language}.example`
    const { page, complaints } = await street.visitor({ locale: language })
    await page.goto(registry.url)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await page.locator('header a[href="/dashboard"]').click()

    await page.locator('#email').fill(`web@${domain}`)
    await page.locator('form[action="/sign-in"] button').click()
    await page.locator('#code').fill(await newestCode(page))
    await page.locator('form:has(#code) button').click()
    await page.locator('form[action="/organisations/new"] #name').fill('Nuevo')
    await page.locator('form[action="/organisations/new"] button').click()

    await page.locator('main a[href^="/register"]').first().click()
    await page.locator('[name=name]').fill('Nuevo')
    await page.locator('[name=domain]').fill(domain)
    await page.locator('form[action="/register"] button').click()

    await page.locator('#dns-txt-value').waitFor()
    const value = (await page.locator('#dns-txt-value').textContent()) ?? ''
    registry.internet.zone.set(`_veramarca-challenge.${domain}`, { TXT: [value] })
    await page.locator('form[action$="/check"] button').click()
    await page.locator('#live a').first().click()

    await page.locator('[name=account][type=text]').fill(`https://github.com/nuevo-${language}`)
    await page.locator('form[action$="/accounts"] button').click()
    show(registry.internet, {
      platform: 'github',
      handle: `nuevo-${language}`,
      website: `https://${domain}/`,
    })
    await page.locator('form[action$="/check"] button').first().click()
    await page.locator('.tone-proved').first().waitFor()

    await page.locator(`a[href="/b/${domain}/badge"]`).first().click()
    await page.waitForURL(`**/b/${domain}/badge*`)
    expect(complaints).toEqual([])

    street.build(`https://${domain}`, component(registry, domain))
    street.build(`https://copy-of-${domain}`, component(registry, domain))
    await page.goto(`https://${domain}/`)
    expect(await stateOf(page)).toBe('controlled')
    await page.goto(`https://copy-of-${domain}/`)
    expect(await stateOf(page)).toBe('elsewhere')
    const { body } = await registry.ask(`/v1/lookup?q=github.com/nuevo-${language}`)
    expect(body).toMatchObject({ verdict: 'verified', brand: { slug: domain } })
    await page.goto(`${registry.url}/dashboard`)
    await page.locator('form[action="/sign-out"] button').click()
    await page.goto(`${registry.url}/dashboard`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  },
)

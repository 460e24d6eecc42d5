import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { languages } from '#i18n/languages.ts'
import { publicPages } from '#test/web/public-pages.ts'
import { faultsOn } from './axe.ts'
import { findChromium } from './programs.ts'
import { openPublicHouse, type PublicHouse } from './public-house.ts'

let house: PublicHouse
let browser: Browser
beforeAll(async () => {
  house = await openPublicHouse()
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext(options)
  onTestFinished(async () => await context.close())
  return await context.newPage()
}

const pages = Object.entries(publicPages)

describe.each(languages)('every public page in %s', (locale) => {
  // Neither colours nor markup hang on the language: English is looked at in both, and each page in one other.
  const schemes = { en: ['light', 'dark'], es: ['dark'], pl: ['light'] } as const
  test.each(schemes[locale])(
    'has nothing that axe finds, %s',
    async (colorScheme) => {
      const page = await open({ locale, colorScheme, reducedMotion: 'reduce' })
      for (const [name, path] of pages) {
        await page.goto(`${house.url}${path}`)
        expect(await faultsOn(page, { colours: locale === 'en' }), name).toEqual([])
      }
    },
    240_000,
  )

  test('fits 320 pixels', async () => {
    const page = await open({ locale, viewport: { width: 320, height: 640 } })
    for (const [name, path] of pages) {
      await page.goto(`${house.url}${path}`)
      // What stands out to the right of the window, innermost, as text to read in a failure.
      const out = await page.evaluate(
        `[...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll')).map((each) => each.outerHTML.slice(0, 80))`,
      )
      expect(out, name).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(320)
    }
  })
})

test('the home page weighs at most 60 KB, all told, and asks nobody else for anything', async () => {
  const page = await open({ locale: 'pl' })
  const asked: { url: string; bytes: number }[] = []
  page.on('response', (response) => {
    void response.body().then(({ length }) => asked.push({ url: response.url(), bytes: length }))
  })
  await page.goto(house.url, { waitUntil: 'networkidle' })
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.every(({ url }) => url.startsWith(house.url))).toBe(true)
  expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60 * 1_024)
})

test('without script and by keyboard alone: from a pasted text to one account’s proofs, in another language', async () => {
  const page = await open({ locale: 'es-MX', javaScriptEnabled: false })
  await page.goto(house.url)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Mira x.com/acme\ny github.com/wile')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '2 cuentas y dominios en este texto' }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('Mira x.com/acme\r\ny github.com/wile')
  await page.getByRole('link', { name: 'acme en X' }).click()
  await page.getByRole('heading', { name: 'Sí. acme.com dice que esta cuenta es suya' }).waitFor()
  await page.getByRole('link', { name: 'Polski' }).click()
  await page.getByRole('heading', { name: 'Tak. acme.com podaje to konto jako własne' }).waitFor()
  await page.getByRole('link', { name: 'acme.com', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Własne konta' }).waitFor()
})

test('with script Enter asks, Shift and Enter begin a line, and the box grows with its text', async () => {
  const page = await open({ locale: 'en' })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(house.url)
  const box = page.locator('#q')
  const before = await box.boundingBox()
  await box.fill('x.com/acme')
  await box.press('Shift+Enter')
  await box.press('Shift+Enter')
  expect((await box.boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) + 20)
  expect(page.url()).toBe(`${house.url}/`)
  await box.press('Enter')
  await page.getByRole('heading', { name: 'Yes. acme.com says this account is its own' }).waitFor()
  expect(complaints).toEqual([])
})

test('on paper an answer is dark on white, with its proofs and without forms', async () => {
  const page = await open({ locale: 'en', colorScheme: 'dark' })
  await page.goto(`${house.url}${publicPages.verified}`)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const looks = await page.evaluate(
    `[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('.deed')).backgroundColor]`,
  )
  expect(looks).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  expect(await page.locator('form.lookup').isVisible()).toBe(false)
  expect(await page.getByText('TXT record in its DNS').isVisible()).toBe(true)
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOn } from './axe.ts'
import { openStreet, type Street } from './fixture.ts'

let street: Street
let address = ''
beforeAll(async () => {
  street = await openStreet()
  await street.prove('acme.example', 'Acme Tools')
  address = `${street.registry.url}/b/acme.example/badge`
})
afterAll(async () => await street.close())

const codeIn = async (page: Page, id: string) => await page.locator(`#${id}`).inputValue()
const pathOf = (page: Page) => new URL(page.url()).search

async function markup(page: Page, root: string): Promise<readonly string[]> {
  return await page.evaluate(`[...${root}.querySelectorAll('.vm')].map((badge) => badge.outerHTML)`)
}

async function pressUntilFocused(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(`document.activeElement === document.querySelector('${selector}')`)
    if (isThere === true) return
  }
  throw new Error(`${selector} is not reached by keyboard`)
}

describe('the builder', () => {
  test('by keyboard alone: a choice shows at once, a code is copied, and both are announced', async () => {
    const { context, page, complaints } = await street.visitor()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(address)
    await page.locator('#component + button').waitFor()
    await pressUntilFocused(page, '#style')
    await page.keyboard.press('ArrowDown')
    await page.locator('#result .vm-card').first().waitFor()
    await pressUntilFocused(page, '#language')
    await page.keyboard.press('ArrowDown')
    await page.locator('#result .vm-card[lang=es]').first().waitFor()
    expect(await page.locator('#announced').textContent()).toBe('The preview and the codes show your choice.')
    expect(pathOf(page)).toContain('style=card&theme=light&language=es')
    await pressUntilFocused(page, '#component + button')
    await page.keyboard.press('Enter')
    await page.getByText('Copied: Component.').waitFor()
    const copied = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toBe(await codeIn(page, 'component'))
    expect(copied).toContain('lang="es" theme="light" variant="card"')
    await pressUntilFocused(page, '#frame')
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  })

  test('without script: a form, and codes that can be selected', async () => {
    const { page } = await street.visitor({ javaScriptEnabled: false })
    await page.goto(address)
    await page.locator('#style').selectOption('mark')
    await page.locator('#language').selectOption('pl')
    await page.locator('#site').selectOption('https://www.acme.example')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.locator('#result .vm-mark[lang=pl]').first().waitFor()
    expect(await codeIn(page, 'frame')).toContain('host=www.acme.example&amp;lang=pl&amp;style=mark')
    expect(await page.getByRole('button').allTextContents()).toEqual(['Show'])
  })

  test('what it previews is what the codes show', async () => {
    const { page } = await street.visitor()
    await page.goto(`${address}?style=card&lang=es`)
    const previewed = await markup(page, 'document')
    const component = await codeIn(page, 'component')
    const shown = async (origin: string) => {
      street.build(origin, component)
      const visitor = await street.visitor()
      await visitor.page.goto(`${origin}/`)
      await visitor.page.locator('brand-badge[state]').waitFor()
      return await markup(visitor.page, `document.querySelector('brand-badge').shadowRoot`)
    }
    expect(previewed).toHaveLength(3)
    expect(await shown('https://acme.example')).toEqual(previewed.slice(0, 1))
    expect(await shown('https://squatter.example')).toEqual(previewed.slice(1, 2))
  })

  test.each([
    [320, 1],
    [640, 2],
    [1280, 1],
  ])('at %i px and %i times the size nothing runs out of the page', async (width, deviceScaleFactor) => {
    const visitor = await street.visitor({ viewport: { width, height: 800 }, deviceScaleFactor })
    for (const style of ['flat', 'card', 'mark']) {
      await visitor.page.goto(`${address}?style=${style}&lang=es`)
      expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
  })

  test.each([
    ['light', '?style=card&theme=auto'],
    ['light', '?style=flat&theme=dark'],
    ['dark', '?style=mark&theme=auto'],
    ['dark', '?style=card&theme=light'],
  ] as const)('has nothing that axe finds, %s, %s', async (colorScheme, query) => {
    const { page } = await street.visitor({ colorScheme })
    await page.goto(`${address}${query}`)
    await page.locator('#component + button').waitFor()
    expect(await faultsOn(page)).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plaqueLooks } from '#badges/plaque/looks.ts'
import { languages } from '#i18n/languages.ts'
import { styles, themes } from '#badges/variant.ts'
import { wordsOf, type PlaqueState } from '#badges/plaque/words.ts'
import { faultsOn } from './axe.ts'
import { openStreet, type Street, type Visitor } from './fixture.ts'

let street: Street
let url = ''
const badges = new Map<string, string>()
beforeAll(async () => {
  street = await openStreet()
  const { registry, owner } = street
  ;({ url } = registry)
  const old = ['good.example', 'renamed.example']
  for (const domain of old) {
    const { brandId } = await street.prove(domain)
    badges.set(domain, (await registry.ask(`/badges/${domain}.jwt`)).text)
    if (domain === 'renamed.example') await owner.patch(`/v1/brands/${brandId}`, { name: 'Renamed' })
  }
  const frozen = await street.prove('frozen.example')
  expect((await owner.post(`/v1/brands/${frozen.brandId}/freeze`)).status).toBe(200)
  const failing = await street.prove('failing.example')
  registry.internet.zone.remove(failing.challenge('dns-txt').name)
  // One may be looked at again after five seconds.
  await registry.travel(6)
  expect((await failing.check('dns-txt')).body.state).toBe('failing')
})
afterAll(async () => await street.close())

/** Every way of drawing it, on one page. */
function gallery(brand: string): string {
  const tags = styles.flatMap((style) =>
    themes.map((theme, index) => {
      const lang = languages[index % languages.length]
      return `<p><brand-badge brand="${brand}" variant="${style}" theme="${theme}" lang="${lang}"><a href="${url}/b/${brand}">${brand}</a></brand-badge></p>`
    }),
  )
  return `<main><h1>Shop</h1><script type="module" src="${url}/embed.js"></script>${tags.join('')}</main>`
}

async function tell(visitor: Visitor, path: string, body: string): Promise<void> {
  await visitor.context.route(`${url}${path}`, async (route) => {
    await route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body })
  })
}

/** In every look and theme: its words, its colour, nothing that axe finds, no way out of a narrow page. */
async function expectShown(page: Page, origin: string, state: PlaqueState): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${origin}/`)
    await page.waitForFunction(
      `document.querySelectorAll('brand-badge[state=${state}]').length === ${styles.length * themes.length}`,
    )
    const said = await page.getByRole('status').allTextContents()
    for (const [index, text] of said.entries()) {
      expect(text).toContain(wordsOf(languages[index % languages.length] ?? 'en', state).word)
    }
    expect(await page.locator(`.vm-${plaqueLooks[state].tone}`).count()).toBe(said.length)
    expect(await page.locator('.vm-good').count()).toBe(state === 'controlled' ? said.length : 0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  }
  expect(await faultsOn(page)).toEqual([])
}

const situations: readonly [PlaqueState, string, ((visitor: Visitor) => Promise<void>)?][] = [
  ['controlled', 'good.example'],
  ['at_risk', 'failing.example'],
  ['suspended', 'frozen.example'],
  ['unregistered', 'nobody.example'],
  [
    'revoked',
    'renamed.example',
    async (visitor) =>
      await tell(visitor, '/badges/renamed.example.jwt', badges.get('renamed.example') ?? ''),
  ],
  [
    'invalid',
    'good.example',
    async (visitor) => await tell(visitor, '/badges/good.example.jwt', badges.get('renamed.example') ?? ''),
  ],
  [
    'unknown',
    'good.example',
    async ({ context }) => {
      await context.route(`${url}/status/*`, async (route) => await route.abort())
    },
  ],
]

test.each(situations)('%s: %s', async (state, brand, arrange) => {
  const origin = `https://${brand}`
  street.build(origin, gallery(brand))
  const visitor = await street.visitor()
  await arrange?.(visitor)
  await expectShown(visitor.page, origin, state)
})

test('elsewhere: on another’s site', async () => {
  const origin = 'https://squatter.example'
  street.build(origin, gallery('good.example'))
  const { page } = await street.visitor()
  await expectShown(page, origin, 'elsewhere')
})

test.each([
  ['light', 'good.example', 'card'],
  ['light', 'failing.example', 'flat'],
  ['light', 'frozen.example', 'mark'],
  ['dark', 'good.example', 'mark'],
  ['dark', 'frozen.example', 'flat'],
  ['dark', 'nobody.example', 'card'],
] as const)('a %s frame of %s as a %s has nothing that axe finds', async (colorScheme, brand, style) => {
  const { page } = await street.visitor({ colorScheme, viewport: { width: 320, height: 300 } })
  await page.goto(`${url}/badges/${brand}/frame?style=${style}&theme=auto`)
  expect(await faultsOn(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

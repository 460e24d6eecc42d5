import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, test } from 'vitest'
import { openStreet, type Street } from './fixture.ts'
import { memberOf } from './member.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(async () => await street.close())
const out = '/tmp/owner-shots'
mkdirSync(out, { recursive: true })

test.each([
  ['light', 1100, 'en'],
  ['dark', 320, 'es'],
  ['light', 320, 'pl'],
  ['dark', 1100, 'pl'],
] as const)('shots %s %i %s', async (colorScheme, width, lang) => {
  const owner = await street.registry.owner('Acme Tools')
  const { page } = await memberOf(street, owner, {
    colorScheme,
    viewport: { width, height: 900 },
    locale: lang,
  })
  const { url, internet } = street.registry
  const tag = `${colorScheme}-${width}-${lang}`
  let n = 0
  const shot = async (name: string) => {
    await page.screenshot({ path: `${out}/${tag}-${n++}-${name}.png`, fullPage: true })
    const sw = await page.evaluate('document.documentElement.scrollWidth')
    if (sw !== width) console.log('WIDE', tag, name, sw)
  }
  const domain = `acme${width}${lang}.example`
  await page.goto(`${url}/dashboard?lang=${lang}`)
  await shot('empty')
  await page.goto(`${url}/register`)
  await shot('register')
  await page.fill('#name', 'Acme Tools')
  await page.fill('#domain', 'not a domain')
  await page.locator('form.form button').click()
  await shot('refused')
  await page.fill('#domain', domain)
  await page.locator('form.form button').click()
  await page.locator('#dns-txt-value').waitFor()
  await shot('domain')
  const value = (await page.locator('#dns-txt-value').textContent()) ?? ''
  await page.locator('form[action$="/check"] button').click()
  await page.locator('.state[data-state=pending]').waitFor()
  await shot('checked')
  await page.locator('form[action$="/handovers"] button').click()
  await page.locator('#handover-link').waitFor()
  await shot('handover')
  const link = (await page.locator('#handover-link').textContent()) ?? ''
  const at = page.url()
  await page.goto(link)
  await shot('publish')
  await page.goto(at)
  internet.zone.set(`_veramarca-challenge.${domain}`, { TXT: [value] })
  internet.page.set(
    `https://${domain}/`,
    `<a rel="me" href="https://github.com/acme${width}${lang}">x</a><a rel="me" href="https://x.com/acme${width}${lang}">x</a><a rel="me" href="https://www.instagram.com/acme${width}${lang}">x</a>`,
  )
  await page.waitForTimeout(5500)
  await owner
    .post(`/v1/domains/${new URL(at).pathname.split('/').pop()}/check`, { method: 'dns-txt' })
    .then((r) => console.log(r.status, r.text.slice(0, 200)))
  await page.locator('.state[data-state=proved]').waitFor({ timeout: 10000 })
  await shot('proved')
  await page.locator('.state .button').click()
  await page.locator('#found').waitFor()
  await page.locator('form[action$="/sites"] button').click()
  await page.locator('.ticks').first().waitFor()
  await shot('accounts')
  await page.locator('form[action$="/claims"] button').click()
  await page.locator('.claimed').first().waitFor()
  await shot('claimed')
  await page.locator('form[action$="/check"] button').first().click()
  await page.waitForURL(/done=checked/)
  await shot('claim-checked')
  await page.locator('.claimed a[href^="/dashboard/claims/"]').first().click()
  await shot('claim')
  await page.goto(`${url}/dashboard`)
  await shot('dashboard')
  await page.locator('.brand h2 a').click()
  await shot('brand')
  await page.locator('a[href$="/freeze"]').click()
  await shot('freeze')
  await page.goto(`${url}/dashboard/notices`)
  await shot('notices')
  await page.goto(at.replace('#handover', ''))
  await shot('domain-after')
})

import { expect } from 'vitest'
import { mailTo, openBrowser, signInByCode, type Browser } from './browser.ts'
import { openHouse, type Answered, type House } from './house.ts'

export const where = ({ status, headers }: Answered) => [status, headers.get('location')]

/** Somebody who made an organisation and acts for it. */
export async function founder(house: House, email = 'ana@acme.example', name = 'Acme Ltd'): Promise<Browser> {
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  expect(where(await browser.post('/organisations/new', { name, next: '/members' }))).toEqual([
    303,
    '/members',
  ])
  return browser
}

export async function openOrganisation() {
  const house = await openHouse()
  return { house, ana: await founder(house) }
}

export const linkTo = async (house: House, email: string) => (await mailTo(house, email)).link

export async function join(
  house: House,
  owner: Browser,
  email: string,
  role = 'editor',
  ends = '',
): Promise<Browser> {
  expect(where(await owner.post('/members/invite', { email, role, ends }))).toEqual([303, '/members'])
  const link = await linkTo(house, email)
  const browser = openBrowser(house)
  await signInByCode(house, browser, email)
  expect(where(await browser.post(link))).toEqual([303, '/dashboard'])
  return browser
}

export async function idOf(browser: Browser, email: string): Promise<string> {
  const { body } = await browser.get('/v1/members')
  const items: readonly { readonly id: string; readonly email: string }[] = body.items
  return items.find((member) => member.email === email)?.id ?? ''
}

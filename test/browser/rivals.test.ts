import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, type Visitor } from './fixture.ts'
import { memberOf } from './member.ts'

let street: Street
let url = ''
beforeAll(async () => {
  street = await openStreet()
  ;({ url } = street.registry)
})
afterAll(async () => await street.close())

/** The same person at two browsers. */
async function both(visitor: Visitor): Promise<readonly [Visitor, Visitor]> {
  const other = await street.visitor()
  await other.context.addCookies(await visitor.context.cookies())
  return [visitor, other]
}

/** Two browsers send their forms, and neither is let through before both are there. */
async function atOnce(
  visitors: readonly [Visitor, Visitor],
  path: (path: string) => boolean,
  press: (page: Page) => Promise<void>,
): Promise<readonly Visitor[]> {
  const { promise: bothThere, resolve } = Promise.withResolvers<void>()
  let there = 0
  const hold = async (context: BrowserContext) =>
    await context.route(
      (asked) => path(asked.pathname),
      async (route) => {
        if (route.request().method() !== 'POST') return await route.continue()
        there += 1
        if (there === 2) resolve()
        await bothThere
        return await route.continue()
      },
    )
  for (const { context } of visitors) await hold(context)
  await Promise.all(
    visitors.map(async ({ page }) => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await Promise.all([answered, press(page)])
      await page.waitForLoadState()
    }),
  )
  expect(there).toBe(2)
  return visitors
}

/** Which of the two reads this, and which the other. */
async function told(visitors: readonly Visitor[], won: string, lost: string): Promise<void> {
  const said = await Promise.all(
    visitors.map(async ({ page }) => {
      await page.getByText(won).or(page.getByText(lost)).first().waitFor()
      return (await page.getByText(won).count()) > 0 ? 'won' : 'lost'
    }),
  )
  expect(said.toSorted()).toEqual(['lost', 'won'])
}

test('both claim one account: it is claimed once, and the other is told so beside the field, which keeps what was typed', async () => {
  const owner = await street.registry.owner()
  const brand = (await owner.post('/v1/brands', { name: 'Acme' })).body.id
  const visitors = await both(await memberOf(street, owner))
  const path = `/dashboard/brands/${brand}/accounts`
  for (const { page } of visitors) {
    await page.goto(`${url}${path}`)
    await page.fill('#account', 'https://x.com/acme_rivals')
  }
  const form = `form[action="${path}"] button`
  await atOnce(
    visitors,
    (asked) => asked === path,
    (page) => page.locator(form).click(),
  )
  await told(visitors, '1 account claimed.', 'has claimed https://x.com/acme_rivals already')
  const { items } = (await owner.get(`/v1/brands/${brand}/accounts`)).body
  expect(items).toHaveLength(1)
  const typed = await Promise.all(visitors.map(({ page }) => page.locator('#account').inputValue()))
  expect(typed.toSorted()).toEqual(['', 'https://x.com/acme_rivals'])
})

test('both withdraw the same claim: it is withdrawn once, and the other reads that it is gone', async () => {
  const owner = await street.registry.owner()
  const brand = (await owner.post('/v1/brands', { name: 'Acme' })).body.id
  const { body } = await owner.post(`/v1/brands/${brand}/accounts`, { account: 'https://x.com/acme_gone' })
  const visitors = await both(await memberOf(street, owner))
  const path = `/dashboard/claims/${body.id}/withdraw`
  for (const { page } of visitors) await page.goto(`${url}${path}`)
  await atOnce(
    visitors,
    (asked) => asked === path,
    (page) => page.locator('main form button.danger').click(),
  )
  await told(visitors, 'The claim is withdrawn.', 'Your organisation has nothing at this address.')
  expect((await owner.get(`/v1/brands/${brand}/accounts`)).body.items).toEqual([])
})

test('both spend the same code: one is signed in, and the other is told that it was used', async () => {
  const visitor = await street.visitor()
  await visitor.page.goto(`${url}/sign-in?next=%2Faccount`)
  await visitor.page.getByLabel('Your e-mail address').fill('rival@acme.example')
  await visitor.page.getByRole('button', { name: 'Send me a code' }).click()
  await visitor.page.getByLabel('Code').waitFor()
  const visitors = await both(visitor)
  const mail = await visitor.context.newPage()
  await mail.goto(`${url}/mailbox`)
  await mail.locator('.rows a').first().click()
  const code = /\d{4} \d{4}/.exec(await mail.locator('.letter').innerText())?.[0] ?? ''
  await mail.close()
  for (const { page } of visitors) {
    await page.goto(visitor.page.url())
    await page.getByLabel('Code').fill(code)
  }
  await atOnce(
    visitors,
    (asked) => asked === '/sign-in/code',
    (page) => page.getByRole('button', { name: 'Go on' }).click(),
  )
  await told(visitors, 'Where you are signed in', 'This code was used already')
  const signedIn = await Promise.all(
    visitors.map(async ({ context }) =>
      (await context.cookies()).some(({ name }) => name === '__Host-session'),
    ),
  )
  expect(signedIn.filter(Boolean)).toHaveLength(1)
})

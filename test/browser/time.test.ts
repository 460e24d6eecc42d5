import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { component, openStreet, stateOf, type Street } from './fixture.ts'

let street: Street
let url = ''
beforeAll(async () => {
  street = await openStreet()
  ;({ url } = street.registry)
})
afterAll(async () => await street.close())

test('a frozen brand turns for new visitors at once, and for one who was there before within the minute', async () => {
  const { brandId } = await street.prove('frozen.example')
  const origin = 'https://frozen.example'
  street.build(
    origin,
    `${component({ url }, 'frozen.example')}<iframe src="${url}/badges/frozen.example/frame" title="frozen.example"></iframe>`,
  )
  const before = await street.visitor()
  await before.page.goto(`${origin}/`)
  expect(await stateOf(before.page)).toBe('controlled')
  await before.page.frameLocator('iframe').getByText('Domain proved').waitFor()
  const frozenAt = Date.now()
  expect((await street.owner.post(`/v1/brands/${brandId}/freeze`)).status).toBe(200)

  const after = await street.visitor()
  await after.page.goto(`${origin}/`)
  expect(await stateOf(after.page)).toBe('suspended')
  expect(await after.page.getByRole('status').textContent()).toContain('Do not trust')
  await after.page.frameLocator('iframe').getByText('Do not trust').waitFor()

  await vi.waitFor(
    async () => {
      await before.page.goto(`${origin}/`)
      expect(await stateOf(before.page)).toBe('suspended')
      await before.page.frameLocator('iframe').getByText('Do not trust').waitFor({ timeout: 500 })
    },
    { timeout: 60_000 - (Date.now() - frozenAt), interval: 500 },
  )
})

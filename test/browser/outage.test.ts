import { expect, onTestFinished, test } from 'vitest'
import { component, openStreet, stateOf } from './fixture.ts'

test('while the registry is down nothing is green, nobody is accused, and what is inside stays', async () => {
  const street = await openStreet()
  onTestFinished(street.close)
  const { url } = street.registry
  await street.prove('acme.example')
  const origin = 'https://acme.example'
  street.build(origin, `<script type="module" src="${url}/embed.js"></script><p>Nothing yet</p>`)
  const there = await street.visitor()
  await there.page.goto(`${origin}/`)
  await there.page.evaluate(`customElements.whenDefined('brand-badge')`)
  await street.registry.kill()
  await there.page.evaluate(`{
    const badge = document.createElement('brand-badge')
    badge.setAttribute('brand', 'acme.example')
    badge.innerHTML = '<a class="inside" href="/">acme.example</a>'
    document.body.append(badge)
  }`)
  expect(await stateOf(there.page)).toBe('unknown')
  expect(await there.page.getByRole('status').textContent()).toContain('Not known')
  await there.page.locator('a.inside').waitFor()

  street.build(origin, component({ url }, 'acme.example'))
  const late = await street.visitor()
  await late.page.goto(`${origin}/`)
  expect(await late.page.locator('brand-badge').getAttribute('state')).toBeNull()
  await late.page.locator('a.inside').waitFor()
})

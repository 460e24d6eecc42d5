import { expect, onTestFinished, test, vi } from 'vitest'
import { day, second } from '#base/clock.ts'
import { component, openStreet, stateOf } from './fixture.ts'

test('eleven days later an old badge has expired, and a domain whose proof went is no longer proved', async () => {
  const street = await openStreet()
  onTestFinished(street.close)
  const { registry } = street
  const { url } = registry
  const kept = await street.prove('kept.example')
  const { text: old } = await registry.ask('/badges/kept.example.jwt')
  const lost = await street.prove('lost.example')
  registry.internet.zone.remove(lost.challenge('dns-txt').name)
  const later = 11 * day
  const eventually = { timeout: 20_000, interval: 200 }
  // In between it is looked at and renewed, so that nothing is ever taken back.
  await registry.travel((6 * day) / second)
  await vi.waitFor(async () => {
    const { attempts } = (await street.owner.get(`/v1/domains/${kept.domainId}`)).body
    expect(attempts).toHaveLength(2)
  }, eventually)
  await registry.travel((8 * day) / second)
  await vi.waitFor(async () => {
    expect((await registry.ask('/badges/kept.example.jwt')).text).not.toBe(old)
  }, eventually)
  await registry.travel(later / second)
  await vi.waitFor(async () => {
    expect(await lost.state()).toBe('lapsed')
    expect((await registry.ask('/badges/kept.example.json')).body.verdict).toBe('controlled')
  }, eventually)
  for (const site of ['kept.example', 'lost.example']) {
    street.build(`https://${site}`, component({ url }, site, 'variant="card"'))
  }
  const visitor = await street.visitor()
  await visitor.context.clock.install({ time: Date.now() + later })
  await visitor.page.goto('https://lost.example/')
  expect(await stateOf(visitor.page)).toBe('lapsed')
  expect(await visitor.page.getByRole('status').textContent()).toContain('No longer proved')

  await visitor.context.route('**/kept.example.jwt', async (route) => {
    await route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: old })
  })
  await visitor.page.goto('https://kept.example/')
  expect(await stateOf(visitor.page)).toBe('expired')
  await visitor.context.unroute('**/kept.example.jwt')
  await visitor.page.goto('https://kept.example/')
  expect(await stateOf(visitor.page)).toBe('controlled')
})

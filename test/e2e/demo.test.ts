import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samples } from '#test/demo/brands.ts'
import { createPanel } from '#test/demo/panel.ts'
import { beginning, offset, seed } from '#test/demo/seed.ts'
import { openBrowser } from '#test/support/browser.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import { addDomain, lookUp } from './fixture.ts'

describe('the demo', () => {
  let registry: Registry
  beforeAll(async () => {
    registry = await nodeDoor.open(offset(beginning))
    await seed(registry, () => undefined)
  })
  afterAll(async () => await registry.close())

  test('has forty brands, those that never proved anything unseen', async () => {
    const { body } = await registry.ask('/v1/brands?limit=100')
    const listed = new Set(body.items.map(({ slug }: { slug: string }) => slug))
    expect(samples).toHaveLength(40)
    for (const { domain, fate } of samples) expect(listed.has(domain), domain).toBe(fate !== 'pending')
  })

  test.each([
    ['@lumen@mastodon.social', 'verified'],
    ['@lumen.example', 'verified'],
    ['@atelier_nord_fans@mastodon.social', 'verified'],
    ['https://x.com/lumen', 'declared'],
    ['https://x.com/lumen_sorteos', 'not_ours'],
    ['github.com/embajada', 'suspended'],
    ['@mazur@mastodon.social', 'at_risk'],
    ['github.com/pampa', 'at_risk'],
    ['lumen.example', 'controlled'],
    ['marea.example', 'at_risk'],
    ['cobre.example', 'lapsed'],
    ['nube.example', 'unregistered'],
  ])('%s is %s', async (query, verdict) => {
    await expect
      .poll(async () => (await lookUp(registry, query)).body.verdict, { timeout: 30_000 })
      .toBe(verdict)
  })

  test.each([
    ['lumеn.example', 'same_look'],
    ['https://x.com/1umen', 'same_look'],
    ['https://x.com/soporte_lumen', 'affix'],
    ['https://x.com/lumenoficial', 'affix'],
    ['lmuen.example', 'letters_swapped'],
  ])('%s is told to be like lumen.example', async (query, reason) => {
    const { body } = await lookUp(registry, query)
    const brands = body.lookalikes.map((one: { brand: { slug: string }; reason: string }) => {
      return `${one.brand.slug} ${one.reason}`
    })
    expect(brands).toContain(`lumen.example ${reason}`)
  })

  test('is one in which a visitor can prove a domain of his own', async () => {
    const panel = createPanel(registry)
    const owner = await registry.owner('A visitor')
    const { body: brand } = await owner.post('/v1/brands', { name: 'Visitor' })
    const entered = await addDomain(owner, brand.id, 'visitor.example')
    const { name, value } = entered.challenge('dns-txt')
    const set = await panel.request('/records', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ name, type: 'TXT', value: `"${value}"` }),
    })
    expect(set.status).toBe(303)
    expect((await entered.check('dns-txt')).body.state).toBe('proved')
    expect(await (await panel.request('/')).text()).toContain(name)
  })

  test('is one in which anybody can sign in as a brand’s own people', async () => {
    const browser = openBrowser(registry)
    await browser.post('/sign-in', { email: 'web@lumen.example', next: '/dashboard' })
    const newest = /href="(\/mailbox\/[^".]+)"/.exec((await browser.get('/mailbox')).text)?.[1] ?? ''
    const code = /\b\d{4} ?\d{4}\b/.exec((await browser.get(newest)).text)?.[0] ?? ''
    const signedIn = await browser.post('/sign-in/code', { code, next: '/dashboard' })
    expect(signedIn.status, signedIn.text).toBe(303)
    const { text } = await browser.get('/dashboard')
    expect(text).toContain('lumen.example')
    expect(text).toContain('lumen_ayuda@mastodon.social')
  })

  test('refuses in its panel what cannot be published, and says why', async () => {
    const panel = createPanel(registry)
    const refused = await panel.request('/records', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ name: '<b>', type: 'MX', value: '' }),
    })
    expect(refused.status).toBe(422)
    const said = await refused.text()
    expect(said).toContain('role="alert"')
    expect(said).not.toContain('<b>')
  })
})

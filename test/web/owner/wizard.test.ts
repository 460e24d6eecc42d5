import { describe, expect, test } from 'vitest'
import { second } from '#base/clock.ts'
import { onGitHub } from '#test/support/platforms.ts'
import { formsIn, openDesk, register, submit, textOf } from './pages.ts'

describe('the wizard', () => {
  test('goes from a name to a verified account and a badge through forms alone', async () => {
    const desk = await openDesk()
    const { house, ana } = desk
    const { world } = house
    world.web.page('https://acme.com/', '<a rel="me" href="https://github.com/acme">us</a>')
    onGitHub(house, 'acme', { id: 783214, blog: 'https://acme.com' })

    const { at: domainPath, page } = await submit(ana, '/register', {
      name: 'Acme',
      domain: 'https://www.Acme.com/shop',
      country: 'ES',
    })
    expect(page.text).toContain('To be published')
    const host = textOf(page, 'dns-txt-host')
    expect(host).toBe('_veramarca-challenge')
    world.dns.records(`${host}.acme.com`, 'TXT', textOf(page, 'dns-txt-value'))

    const checked = await submit(ana, `${domainPath}/check`)
    expect(checked.page.text).toContain('is proved')
    const accounts = /href="(\/dashboard\/brands\/[^"]*\/accounts)"/.exec(checked.page.text)?.[1] ?? ''
    expect((await house.work()).failed).toEqual([])

    const offered = await ana.get(accounts)
    expect(offered.text).toContain('value="https://github.com/acme"')
    const claimed = await submit(ana, `${accounts.replace('/accounts', '')}/claims`, {
      account: 'https://github.com/acme',
    })
    expect(claimed.page.text).toContain('1 account claimed.')
    const check = formsIn(claimed.page).find((action) => action.endsWith('/check')) ?? ''
    const done = await submit(ana, check, { back: 'accounts' })
    expect(done.page.text).toContain('Verified')
    expect(done.page.text).toContain('href="/b/acme.com/badge"')
    expect((await house.ask('/v1/lookup?q=github.com/acme')).body.verdict).toBe('verified')
    expect((await house.ask('/b/acme.com/badge')).status).toBe(200)
  })

  test('says what was found and what was expected, and goes on by itself', async () => {
    const desk = await openDesk()
    const { house, ana } = desk
    house.world.dns.zone('acme.com')
    const id = await register(desk)
    const { page } = await submit(ana, `/dashboard/domains/${id}/check`)
    expect(page.text).toContain('We are looking')
    expect(page.text).toContain('There is no name')
    expect(page.text).toContain('2026-03-01 12:00:05 UTC')
    house.world.dns.records('_veramarca-challenge.acme.com', 'TXT', textOf(page, 'dns-txt-value'))
    house.pass(15 * second)
    expect((await house.work()).failed).toEqual([])
    expect((await ana.get(`/dashboard/domains/${id}`)).text).toContain('is proved')
  })

  test('is left and resumed from the dashboard at each step, and nothing is typed twice', async () => {
    const desk = await openDesk()
    const { house, ana } = desk
    expect((await ana.get('/dashboard')).text).toContain('Register your brand in five minutes')
    const id = await register(desk)
    const dashboard = await ana.get('/dashboard')
    expect(dashboard.text).toContain(`href="/dashboard/domains/${id}"`)
    expect(dashboard.text).toContain('Go on: prove the domain')
    const twice = await ana.post('/register', { name: 'Acme', domain: 'acme.com' })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain(`href="/dashboard/domains/${id}"`)
    expect(twice.text).toContain('value="acme.com"')
    const page = await ana.get(`/dashboard/domains/${id}`)
    house.world.dns.records('_veramarca-challenge.acme.com', 'TXT', textOf(page, 'dns-txt-value'))
    await submit(ana, `/dashboard/domains/${id}/check`)
    expect((await ana.get('/dashboard')).text).toContain('Go on: claim its accounts')
  })
})

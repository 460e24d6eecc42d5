import { expect, test } from 'vitest'
import { foreseePanels } from '#brands/foresee-panels.ts'
import { ownedDomain } from '#brands/owned.ts'
import type { House } from '#test/support/house.ts'
import { addDomain, enterBrand } from '#test/support/registered.ts'
import { openDesk, register, submit, textOf } from './pages.ts'

test('a look’s evidence names each perspective, what it asked and what it was told', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  house.world.dns.zone('acme.com')
  const id = await register(desk)
  const { page } = await submit(ana, `/dashboard/domains/${id}/check`)
  for (const said of [
    'primary.test',
    'second.test',
    'third.test',
    'TXT _veramarca-challenge.acme.com: nxdomain',
  ]) {
    expect(page.text).toContain(said)
  }
  const spanish = await ana.get(`/dashboard/domains/${id}`, { 'accept-language': 'es' })
  expect(spanish.text).toContain('Aún no hay ningún registro con ese nombre.')
  expect(spanish.text).toMatch(/<span lang="en"><bdi>There is no name/)
})

test('whose panel to open is said before anything was looked for, in the form that it wants', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  house.world.dns.records('acme.com', 'NS', 'ada.ns.cloudflare.com', 'bob.ns.cloudflare.com')
  const id = await register(desk)
  const path = `/dashboard/domains/${id}`
  const first = await ana.get(path)
  expect(first.text).toContain('The DNS of this domain is run by <strong><bdi>Cloudflare</bdi></strong>')
  expect(first.text).toContain('href="https://dash.cloudflare.com/')
  expect(textOf(first, 'dns-txt-host')).toBe('_veramarca-challenge')
  // Once a while, and never the name that is waited for.
  expect(house.world.asked).toEqual(['primary.test NS acme.com'])
  const { page } = await submit(ana, `${path}/check`)
  expect(page.text).toContain('<bdi>Cloudflare</bdi>')
  house.pass(60_000)
  const fresh = await submit(ana, `${path}/challenges`)
  expect(fresh.page.text).toContain('<bdi>Cloudflare</bdi>')
  expect(textOf(fresh.page, 'dns-txt-value')).not.toBe(textOf(first, 'dns-txt-value'))
})

test('the panel of a zone below is that of whoever runs the zone, and whoever publishes is told it too', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  house.world.dns.records('acme.com', 'NS', 'ns1.own-host.com')
  house.world.dns.records('shop.acme.com', 'NS', 'ada.ns.cloudflare.com')
  const id = await register(desk, 'shop.acme.com')
  await ana.post(`/dashboard/domains/${id}/handovers`)
  const cookie = (await ana.post(`/dashboard/domains/${id}/handovers`)).headers.get('set-cookie') ?? ''
  const [, token = ''] = /\.([a-z2-7]{32})/.exec(cookie) ?? []
  const page = await house.ask(`/publish/${token}`, { headers: { accept: 'text/html' } })
  expect(page.text).toContain('<bdi>Cloudflare</bdi>')
  expect(textOf(page, 'dns-txt-host')).toBe('_veramarca-challenge')
})

test.each([
  ['cannot be learnt', (house: House) => house.world.dns.timeout('acme.com')],
  ['are nobody’s we know', (house: House) => house.world.dns.records('acme.com', 'NS', 'ns1.own-host.com')],
  ['are not there', (house: House) => house.world.dns.nxdomain('acme.com')],
])('while name servers %s, instructions are for any panel', async (_, arrange) => {
  const desk = await openDesk()
  desk.house.world.dns.zone('acme.com')
  arrange(desk.house)
  const id = await register(desk)
  const page = await desk.ana.get(`/dashboard/domains/${id}`)
  expect([page.status, page.text.includes('In the DNS panel of <bdi>acme.com</bdi>')]).toEqual([200, true])
})

test('a resolver that never answers keeps no page', async () => {
  const { house, owner } = await openDesk()
  const { id } = await addDomain(owner, await enterBrand(owner), 'acme.com')
  const dns = { ask: async () => await new Promise<never>(() => undefined) }
  const resolvers = house.deps.net.resolvers.map((resolver) => ({ ...resolver, dns }))
  const waits: number[] = []
  const foresee = foreseePanels(
    { ...house.deps, net: { ...house.deps.net, resolvers } },
    async (milliseconds) => void waits.push(milliseconds),
  )
  const owned = await ownedDomain(house.deps, owner, id)
  expect(owned.ok && (await foresee(owned.value))).toEqual([])
  expect(waits).toEqual([1_500])
})

test('a mistake is told from a wait, and what an older text’s look found is not told of a fresh one', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  const id = await register(desk)
  const path = `/dashboard/domains/${id}`
  house.world.dns.records(
    '_veramarca-challenge.acme.com',
    'TXT',
    `"${textOf(await ana.get(path), 'dns-txt-value')}"`,
  )
  const { page } = await submit(ana, `${path}/check`)
  expect(page.text).toContain('waiting alone will not help')
  expect(page.text).toContain('has quotation marks as part of its value')
  house.pass(60_000)
  const fresh = await submit(ana, `${path}/challenges`)
  expect(fresh.page.text.split('id="ways"')[0]).not.toContain('quotation marks')
})

test('the file for the website comes as a file', async () => {
  const desk = await openDesk()
  const id = await register(desk)
  const { headers, text } = await desk.ana.get(`/dashboard/domains/${id}/file`)
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${id}.txt"`)
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(text).toBe(textOf(await desk.ana.get(`/dashboard/domains/${id}`), 'file-content'))
})

test('a code to post spells the domain, and another is given when asked for', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  const id = await register(desk)
  const page = await ana.get(`/dashboard/domains/${id}`)
  house.world.dns.records('_veramarca-challenge.acme.com', 'TXT', textOf(page, 'dns-txt-value'))
  const { page: proved } = await submit(ana, `/dashboard/domains/${id}/check`)
  const brand = /\/dashboard\/brands\/(br_[a-z2-7]+)\/accounts/.exec(proved.text)?.[1] ?? ''
  const account = { account: 'https://x.com/acme', relation: 'official' }
  const claimed = await submit(ana, `/dashboard/brands/${brand}/accounts`, account)
  const claim = /id="(clm_[a-z2-7]+)"/.exec(claimed.page.text)?.[1] ?? ''
  const code = textOf(claimed.page, `value-post-${claim}`)
  expect(code).toMatch(/^vm-acme-com-/)
  const renewed = await submit(ana, `/dashboard/claims/${claim}/codes`, { back: 'claim' })
  expect(textOf(renewed.page, `value-post-${claim}`)).not.toBe(code)
})

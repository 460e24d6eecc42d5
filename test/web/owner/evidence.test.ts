import { expect, test } from 'vitest'
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

test('whose panel to open is said once a look has told, in the form that it wants', async () => {
  const desk = await openDesk()
  const { house, ana } = desk
  house.world.dns.records('acme.com', 'NS', 'ada.ns.cloudflare.com', 'bob.ns.cloudflare.com')
  const id = await register(desk)
  expect((await ana.get(`/dashboard/domains/${id}`)).text).not.toContain('Cloudflare')
  const { page } = await submit(ana, `/dashboard/domains/${id}/check`)
  expect(page.text).toContain('The DNS of this domain is run by <strong><bdi>Cloudflare</bdi></strong>')
  expect(page.text).toContain('href="https://dash.cloudflare.com/')
  house.pass(60_000)
  const fresh = await submit(ana, `/dashboard/domains/${id}/challenges`)
  expect(fresh.page.text.split('id="evidence"')[0]).not.toContain('Cloudflare')
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

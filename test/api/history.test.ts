import { describe, expect, test } from 'vitest'
import { minute } from '#base/clock.ts'
import { addDomain, claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'
import { openHouse } from '#test/support/house.ts'
import { verifiedOnGitHub } from './account-fixture.ts'

const said = (body: { items: { act: string; about: string | null }[] }) =>
  body.items.map(({ act, about }) => `${act} ${about}`)

describe('what changed', () => {
  test('of a brand is told newest first, by its address and by its id, as data, page and feed', async () => {
    const { house, owner, brandId } = await verifiedOnGitHub()
    house.pass(minute)
    await owner.post(`/v1/brands/${brandId}/not-ours`, { account: 'https://x.com/acme_prizes' })
    house.pass(minute)
    await owner.post(`/v1/brands/${brandId}/freeze`)
    for (const name of ['acme.com', brandId]) {
      const { status, body } = await house.ask(`/v1/brands/${name}/history`)
      expect(status).toBe(200)
      expect(said(body)).toEqual([
        'brand.frozen null',
        'account.disavowed https://x.com/acme_prizes',
        'claim.verified https://github.com/acme',
        'domain.proved acme.com',
      ])
      expect(body.items[0]).toMatchObject({ slug: 'acme.com', at: '2026-03-01T12:02:00Z' })
    }
    const brandPage = await house.ask('/b/acme.com')
    expect(brandPage.text).toContain('href="/b/acme.com/feed.atom"')
    expect(brandPage.text).toContain('href="/b/acme.com/history"')
    const card = /og:image" content="http:\/\/localhost:8787([^"]+)"/.exec(brandPage.text)?.[1] ?? ''
    await house.work()
    expect((await house.fetch(card)).headers.get('content-type')).toBe('image/png')
    const page = await house.ask('/b/acme.com/history')
    expect(page.text).toContain('x.com/acme_prizes')
    const feed = await house.ask('/b/acme.com/feed.atom', { headers: { 'accept-language': 'es' } })
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(feed.text).toContain('xml:lang="es"')
    expect(feed.text).toContain('<updated>2026-03-01T12:02:00Z</updated>')
    expect(feed.text).toContain('<title>github.com/acme lo confirmó: es una cuenta de acme.com.</title>')
  })

  test.each([
    ['en', 'What happened', 'The whole history of <bdi>acme.com</bdi>', '<bdi>github.com/acme</bdi> agreed'],
    [
      'es',
      'Qué ha pasado',
      'Todo el historial de <bdi>acme.com</bdi>',
      '<bdi>github.com/acme</bdi> lo confirmó',
    ],
    [
      'pl',
      'Co się działo',
      'Cała historia <bdi>acme.com</bdi>',
      '<bdi>github.com/acme</bdi>: konto potwierdziło',
    ],
  ])('of an account stands in its answer, in %s, and of a domain in the domain’s', async (lang, ...words) => {
    const { house } = await verifiedOnGitHub()
    const [heading, whole, agreed] = words
    const account = (await house.ask(`/?q=github.com/acme&lang=${lang}`)).text
    for (const said of [heading, whole, agreed, 'href="/b/acme.com/history"']) expect(account).toContain(said)
    expect(account.match(/<ol class="trail">.*?<\/ol>/s)?.[0].match(/<li>/g)).toHaveLength(1)
    const domain = (await house.ask(`/?q=acme.com&lang=${lang}`)).text
    expect(domain).toContain(heading)
    expect(domain).not.toContain(agreed)
  })

  test('is in no answer that nobody vouches for', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await claimAccount(owner, brandId, 'https://x.com/acme')
    for (const asked of ['x.com/acme', 'x.com/nobody', 'nobody.com', 'Acme']) {
      const { status, text } = await house.ask(`/?q=${asked}&lang=en`)
      expect([asked, status, text.includes('What happened')]).toEqual([asked, 200, false])
    }
  })

  test('shows five of many, the newest first', async () => {
    const { house, owner, brandId } = await verifiedOnGitHub()
    for (let each = 0; each < 7; each += 1) {
      house.pass(minute)
      await owner.post(`/v1/brands/${brandId}/not-ours`, { account: `https://x.com/fake${each}` })
    }
    house.pass(minute)
    await owner.post(`/v1/brands/${brandId}/freeze`)
    const { text } = await house.ask('/?q=github.com/acme&lang=en')
    const trail = text.match(/<ol class="trail">.*?<\/ol>/s)?.[0] ?? ''
    expect(trail.match(/<li>/g)).toHaveLength(5)
    expect(trail.indexOf('froze all its accounts')).toBeLessThan(trail.indexOf('fake6'))
  })

  test('never tells what was not public: pending names, declared accounts, keys', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await addDomain(owner, brandId, 'secret-launch.com')
    await claimAccount(owner, brandId, 'https://x.com/acme_secret')
    await owner.post('/v1/keys', { name: 'Second' })
    const other = await enterBrand(owner, { name: 'Not there yet' })
    const { body } = await house.ask('/v1/changes')
    expect(said(body)).toEqual(['domain.proved acme.com'])
    expect((await house.ask(`/v1/brands/${other}/history`)).body.reason).toBe('brand_unknown')
    expect((await house.ask('/feed.atom')).text).not.toContain('secret')
  })

  test('of all brands comes in pages that miss nothing and repeat nothing', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    for (const name of ['one', 'two', 'three', 'four', 'five'])
      await proveBrand(house, owner, `${name}.com`, { name })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body }: Awaited<ReturnType<typeof house.ask>> = await house.ask(
        `/v1/changes?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...said(body))
      cursor = body.next_cursor
    }
    expect(seen).toEqual(['five', 'four', 'three', 'two', 'one'].map((name) => `domain.proved ${name}.com`))
    const first = await house.ask('/changes')
    expect(first.text).toContain('five.com')
  })

  test('is found behind a long stretch of the log that tells nothing, without looking through all of it at once', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    await proveBrand(house, owner)
    await house.deps.db.client.execute(`
      with recursive filler(n) as (select 1 union all select n + 1 from filler where n < 20005)
      insert into leaves ("index", subject, seq, bytes, hash, effect, at)
      select (select max("index") from leaves) + n, 'nobody', n, cast('{}' as blob), 'h' || n, 1, 0 from filler`)
    const first = await house.ask('/v1/changes')
    expect(first.body.items).toEqual([])
    const next = await house.ask(`/v1/changes?cursor=${first.body.next_cursor}`)
    expect(said(next.body)).toEqual(['domain.proved acme.com'])
    expect(next.body.next_cursor).toBeNull()
  })

  test.each(['/v1/changes?cursor=eA', '/v1/brands/acme.com/history?cursor=%00', '/v1/changes?limit=0'])(
    'refuses %s',
    async (path) => {
      const { house } = await verifiedOnGitHub()
      const { status, body } = await house.ask(path)
      expect({ status, reason: body.reason }).toEqual({ status: 422, reason: 'invalid_request' })
    },
  )

  test('of what is not there is a page that says so', async () => {
    const house = await openHouse()
    expect((await house.ask('/b/nobody.com/history')).status).toBe(404)
    expect((await house.ask('/b/nobody.com/feed.atom')).status).toBe(404)
    const feed = await house.ask('/feed.atom')
    expect(feed.status).toBe(200)
    expect(feed.text).not.toContain('<entry>')
  })
})

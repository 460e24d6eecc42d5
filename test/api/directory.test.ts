import { describe, expect, test } from 'vitest'
import { platforms } from '#accounts/platforms/index.ts'
import { newId } from '#base/random.ts'
import { searchWords } from '#brands/brand.ts'
import { brands, brandWords, domains } from '#db/schema.ts'
import { noon, openHouse, publicUrl, type House } from '#test/support/house.ts'
import { indexNames } from '#test/support/index-names.ts'
import { addDomain, claimAccount, enterBrand, proveBrand } from '#test/support/registered.ts'

type Entry = {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly category?: string
  readonly country?: string
}

/** Enters brands with a proved domain directly, all in one batch. */
async function enter(house: House, entries: Readonly<Record<string, Entry>>): Promise<void> {
  const { organisationId } = await house.owner()
  const { db, random } = house.deps
  const own = { organisationId, createdAt: noon, updatedAt: noon }
  const written = await db.write(
    Object.entries(entries).flatMap(([domain, { name, aliases = [], category = null, country = null }]) => {
      const brandId = newId(random, 'br')
      const words = searchWords({ name, aliases }).map((word) => ({ word, brandId }))
      return [
        db.orm.insert(brands).values({
          id: brandId,
          ...own,
          slug: domain,
          name,
          nameState: 'self_given',
          aliases,
          category,
          country,
        }),
        db.orm.insert(domains).values({
          id: newId(random, 'dom'),
          ...own,
          brandId,
          name: domain,
          registrableDomain: domain,
          state: 'proved',
          method: 'dns-txt',
          strength: 'dns',
          checkedAt: noon,
          firstProvedAt: noon,
          publicFrom: noon,
          expiresAt: noon + 864_000_000,
        }),
        ...(words.length === 0 ? [] : [db.orm.insert(brandWords).values(words)]),
      ]
    }),
  )
  expect(written).toMatchObject({ written: true })
  await indexNames(db)
}

async function slugs(house: House, query: string): Promise<string[]> {
  const { status, body } = await house.ask(`/v1/brands?${query}`)
  expect(status, query).toBe(200)
  return body.items.map(({ slug }: { slug: string }) => slug)
}

test('the directory lists brands with a proved domain by address, and each with every member of the contract', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner, 'acme.com', {
    name: 'Acme',
    aliases: ['Toys'],
    country: 'ES',
  })
  await addDomain(owner, await enterBrand(owner, { name: 'Pending' }), 'pending.com')
  const { body } = await house.ask('/v1/brands')
  expect(body).toStrictEqual({
    items: [
      {
        id: brandId,
        slug: 'acme.com',
        name: 'Acme',
        name_state: 'self_given',
        domain: 'acme.com',
        url: `${publicUrl}/b/acme.com`,
        aliases: ['Toys'],
        category: null,
        country: 'ES',
        languages: [],
        verdict: 'controlled',
      },
    ],
    next_cursor: null,
    near: false,
  })
})

describe('a search', () => {
  const entries: Readonly<Record<string, Entry>> = {
    'acme.com': { name: 'Acme Widgets', aliases: ['Road Runner Supplies'] },
    'lodz.example': { name: 'Łódź Fabryka' },
    'strasse.example': { name: 'Große Straße' },
    'sorensen.example': { name: 'Sørensen & Æble' },
    'istanbul.example': { name: 'İstanbul Simit' },
    'nihon.example': { name: '日本酒' },
    'ferre.example': { name: 'Ferré' },
    'quote.example': { name: '100% "Pure"; O’Neill' },
  }
  test.each([
    ['acme', ['acme.com']],
    ['ACME', ['acme.com']],
    ['wid', ['acme.com']],
    ['widgets acme', ['acme.com']],
    ['acme supp', ['acme.com']],
    ['runner', ['acme.com']],
    ['nner', []],
    ['acme nothing', []],
    ['acme.c', ['acme.com']],
    ['lodz', ['lodz.example']],
    ['Łódź', ['lodz.example']],
    ['strasse', ['strasse.example']],
    ['STRASSE', ['strasse.example']],
    ['grosse', ['strasse.example']],
    ['sorensen aeble', ['sorensen.example']],
    ['istanbul', ['istanbul.example']],
    ['日本', ['nihon.example']],
    ['ferre', ['ferre.example']],
    ['Ferre\u0301', ['ferre.example']],
    ['100', ['quote.example']],
    ['o’neill', ['quote.example']],
    ['%', []],
    ['_', []],
    ["'", []],
    ['" or 1=1 --', []],
  ])('for %j finds %j', async (search, found) => {
    const house = await openHouse()
    await enter(house, entries)
    expect(await slugs(house, `search=${encodeURIComponent(search)}`)).toEqual(found)
  })
})

describe('a filter', () => {
  test('by category, by country in any case, and by platform, alone and together', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner, 'shop.example', {
      name: 'Shop',
      category: 'retail',
      country: 'es',
    })
    await claimAccount(owner, brandId, 'https://x.com/shop')
    const claim = await claimAccount(owner, brandId, 'https://github.com/shop')
    await owner.delete(`/v1/claims/${claim}`)
    await proveBrand(house, owner, 'bank.example', { name: 'Bank', category: 'finance', country: 'ES' })
    await proveBrand(house, owner, 'store.example', { name: 'Store', category: 'retail', country: 'PT' })
    expect(await slugs(house, 'category=retail')).toEqual(['shop.example', 'store.example'])
    expect(await slugs(house, 'country=es')).toEqual(['bank.example', 'shop.example'])
    expect(await slugs(house, 'category=retail&country=ES')).toEqual(['shop.example'])
    expect(await slugs(house, 'platform=x')).toEqual(['shop.example'])
    expect(await slugs(house, 'platform=github')).toEqual([])
    expect(await slugs(house, 'platform=x&country=PT')).toEqual([])
    expect(await slugs(house, 'search=sto&category=retail')).toEqual(['store.example'])
    expect(await slugs(house, 'category=RETAIL')).toEqual([])
  })
})

describe('pages', () => {
  test.each([1, 2, 7, 24, 25, 26, 100])('of %i lose nothing and show nothing twice', async (limit) => {
    const house = await openHouse()
    const names = Array.from({ length: 25 }, (_, index) => `acme${index}.example`)
    await enter(house, Object.fromEntries(names.map((name) => [name, { name: 'Acme' }])))
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await house.ask(`/v1/brands?search=acme&limit=${limit}${cursor}`)
      expect(body.items.length).toBeLessThanOrEqual(limit)
      seen.push(...body.items.map(({ slug }: { slug: string }) => slug))
      if (body.next_cursor === null) break
      cursor = `&cursor=${body.next_cursor}`
    }
    expect(seen).toEqual(names.toSorted())
  })

  test('go on where they were, whoever came or went meanwhile', async () => {
    const house = await openHouse()
    await enter(house, Object.fromEntries(['b', 'd', 'f', 'h'].map((name) => [`${name}.example`, { name }])))
    const { body } = await house.ask('/v1/brands?limit=2')
    const owner = await house.owner()
    await proveBrand(house, owner, 'a.example', { name: 'a' })
    await proveBrand(house, owner, 'e.example', { name: 'e' })
    await house.deps.db.client.execute("update brands set slug = null where slug = 'd.example'")
    expect(await slugs(house, `limit=9&cursor=${body.next_cursor}`)).toEqual([
      'e.example',
      'f.example',
      'h.example',
    ])
  })
})

test('every platform is named with its hosts and examples that its own reader understands', async () => {
  const house = await openHouse()
  const { body } = await house.ask('/v1/platforms')
  expect(body.next_cursor).toBeNull()
  expect(body.items.map(({ platform }: { platform: string }) => platform)).toEqual(Object.keys(platforms))
  for (const item of body.items) {
    expect(Object.keys(item)).toEqual(['platform', 'name', 'hosts', 'closed_on', 'examples'])
    const [[pasted, handle] = ['', '']] = Object.entries<string>(item.examples)
    const { query } = (await house.ask(`/v1/lookup?q=${encodeURIComponent(pasted)}`)).body
    expect(query).toMatchObject({ platform: item.platform, handle })
  }
  const closed = body.items.filter((item: { closed_on: string | null }) => item.closed_on !== null)
  expect(closed.map(({ platform }: { platform: string }) => platform)).toEqual(['blip', 'flaker', 'sledzik'])
  expect(closed[0].closed_on).toBe('2013-08-31')
})

describe('a search that is mistyped', () => {
  const entries = {
    'lumen.example': { name: 'Lumen Energía' },
    'zielen.example': { name: 'Zieleń' },
    'acme.com': { name: 'Acme' },
    'acne.com': { name: 'Acne' },
    'ab.com': { name: 'Ab' },
  }

  test.each([
    ['lumne', ['lumen.example']],
    ['lmuen energia', ['lumen.example']],
    ['ulmen', ['lumen.example']],
    ['zielenn', ['zielen.example']],
    ['lumne.example', ['lumen.example']],
    ['acmee', ['acme.com']],
    ['acce', ['acme.com', 'acne.com']],
    // What is there is never mixed with what is only near.
    ['acme', ['acme.com']],
    ['ac', ['acme.com', 'acne.com']],
    ['xy', []],
    ['qqqqqq', []],
  ])('finds what is near: %s', async (search, found) => {
    const house = await openHouse()
    await enter(house, entries)
    const { body } = await house.ask(`/v1/brands?search=${encodeURIComponent(search)}`)
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(found)
    const isExact = search === 'acme' || search === 'ac'
    expect(body.near).toBe(found.length > 0 && !isExact)
  })
})

test('the newest come first when they are asked for so, in pages that miss nothing', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  for (const name of ['one', 'two', 'three', 'four', 'five']) {
    await proveBrand(house, owner, `${name}.com`, { name })
    house.pass(1_000)
  }
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: Awaited<ReturnType<House['ask']>> = await house.ask(
      `/v1/brands?order=newest&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    seen.push(...body.items.map(({ slug }: { slug: string }) => slug))
    cursor = body.next_cursor
  }
  expect(seen).toEqual(['five.com', 'four.com', 'three.com', 'two.com', 'one.com'])
})

import { describe, expect, test } from 'vitest'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { enterBrand, proveBrand, storeAccountProof } from '#test/support/registered.ts'
import { signIn } from '#test/support/sign-in.ts'
import { leavesOf } from '#test/support/stored.ts'

type Scene = { readonly house: House; readonly owner: Owner; readonly brandId: string }

async function opened(domain = 'acme.com'): Promise<Scene> {
  const house = await openHouse()
  const owner = await house.owner()
  return { house, owner, brandId: (await proveBrand(house, owner, domain)).brandId }
}

/** A claim whose account agrees. */
async function claimed(
  { house, owner, brandId }: Scene,
  text: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { status, body, text: said } = await owner.post(`/v1/brands/${brandId}/accounts`, text)
  expect(status, said).toBe(201)
  await storeAccountProof(house, body.id, { platformId: body.id })
  return body.id
}

const support = { account: 'https://x.com/acme_es', relation: 'support' }
const actsOf = async (house: House, id: string) =>
  (await leavesOf(house)).filter(({ subject }) => subject === id).map(({ said }) => said.act)

describe('for whom an account is', () => {
  test('is said with the claim, and told to whoever looks it up', async () => {
    const scene = await opened()
    const id = await claimed(scene, { ...support, country: 'es', language: 'CA-es' })
    const { body } = await scene.owner.get(`/v1/claims/${id}`)
    expect(body).toMatchObject({ relation: 'support', country: 'ES', language: 'ca-ES' })
    const lookup = (await scene.house.ask('/v1/lookup?q=x.com/acme_es')).body
    expect(lookup.account).toMatchObject({ relation: 'support', country: 'ES', language: 'ca-ES' })
    const brand = (await scene.house.ask('/v1/brands/acme.com')).body
    expect(brand.accounts[0]).toMatchObject({ country: 'ES', language: 'ca-ES' })
  })

  test.each([
    [{ country: 'PL' }, 'claim.audience_changed', { country: 'PL', language: 'es' }],
    [{ language: 'pt-br' }, 'claim.audience_changed', { country: 'ES', language: 'pt-BR' }],
    [{ country: null, language: null }, 'claim.audience_changed', { country: null, language: null }],
    [{ relation: 'product' }, 'claim.relation_changed', { country: 'ES', relation: 'product' }],
    [
      { relation: 'official', country: 'FR' },
      'claim.relation_changed',
      { country: 'FR', relation: 'official' },
    ],
  ])('is changed by %j, which the log takes down once', async (change, act, shown) => {
    const scene = await opened()
    const id = await claimed(scene, { ...support, country: 'ES', language: 'es' })
    const { status, body } = await scene.owner.patch(`/v1/claims/${id}`, change)
    expect([status, body]).toEqual([200, expect.objectContaining(shown)])
    expect(await actsOf(scene.house, id)).toEqual(['claim.opened', act])
    expect((await scene.owner.patch(`/v1/claims/${id}`, change)).body).toEqual(body)
    expect(await actsOf(scene.house, id)).toEqual(['claim.opened', act])
    expect((await scene.house.ask('/v1/lookup?q=x.com/acme_es')).body.account).toMatchObject(shown)
  })

  test.each([
    { country: 'UK' },
    { country: '' },
    { language: 'español' },
    { language: 'x' },
    { language: '' },
    { verdict: 'verified' },
  ])('is refused as %j, when it is claimed and when it is changed', async (wrong) => {
    const scene = await opened()
    const id = await claimed(scene, support)
    const { owner, brandId } = scene
    const other = { account: 'https://x.com/acme_pl', ...wrong }
    const { status, body } = await owner.post(`/v1/brands/${brandId}/accounts`, other)
    expect([status, body.reason]).toEqual([422, 'invalid_request'])
    expect((await owner.patch(`/v1/claims/${id}`, wrong)).status).toBe(422)
    expect(await actsOf(scene.house, id)).toEqual(['claim.opened'])
  })

  test('is nobody else’s to change, and stands still while the brand is frozen', async () => {
    const scene = await opened()
    const { house, owner, brandId } = scene
    const id = await claimed(scene, support)
    const other = await house.owner('Other Ltd')
    expect((await other.patch(`/v1/claims/${id}`, { country: 'ES' })).status).toBe(404)
    await owner.post(`/v1/brands/${brandId}/freeze`)
    const { status, body } = await owner.patch(`/v1/claims/${id}`, { country: 'ES' })
    expect([status, body.reason]).toEqual([409, 'claim_frozen'])
  })

  test('of many at once, each its own', async () => {
    const { owner, brandId } = await opened()
    const accounts = [{ ...support, country: 'ES', language: 'es' }, { account: 'https://github.com/acme' }]
    await owner.post(`/v1/brands/${brandId}/accounts/bulk`, { accounts })
    const { body } = await owner.get(`/v1/brands/${brandId}/export.json`)
    const said = body.items.map(({ country, language }: Record<string, unknown>) => [country, language])
    expect(said).toEqual([
      ['ES', 'es'],
      [null, null],
    ])
  })

  test.each([
    ['ESP', 'es', 'is no country'],
    ['ES', 'spanish!', 'is no language'],
  ])('in a table as %s and %s, that row alone is refused', async (country, language, why) => {
    const { owner, brandId } = await opened()
    const text = `account,relation,country,language\nhttps://x.com/acme,,${country},${language}\nhttps://x.com/acme_pl,,PL,pl\n`
    const { body } = await owner.post(`/v1/brands/${brandId}/import`, { format: 'csv', text })
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'claimed'])
    expect(body.items[0].problem.detail).toContain(why)
  })
})

describe('“Which one is support in Spain?”', () => {
  test.each([
    ['en', ['Official', 'Support', 'Support · Poland', 'Support · Spain'], 'Catalan'],
    [
      'es',
      ['Oficial', 'Atención al cliente', 'Atención al cliente · España', 'Atención al cliente · Polonia'],
      'catalán',
    ],
    [
      'pl',
      ['Oficjalne', 'Obsługa klienta', 'Obsługa klienta · Hiszpania', 'Obsługa klienta · Polska'],
      'kataloński',
    ],
  ])('a brand’s page answers by purpose and country, in %s', async (lang, headings, tongue) => {
    const scene = await opened()
    for (const [handle, text] of [
      ['acme_es', { relation: 'support', country: 'ES', language: 'ca' }],
      ['acme_pl', { relation: 'support', country: 'PL' }],
      ['acme_help', { relation: 'support' }],
      ['acme', { relation: 'official' }],
    ] as const) {
      await claimed(scene, { account: `https://x.com/${handle}`, ...text })
    }
    const { text } = await scene.house.ask(`/b/acme.com?lang=${lang}`)
    expect([...text.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, heading]) => heading)).toEqual(headings)
    const [, spain = ''] = text.split(/<h3>[^<]*(?:Spain|España|Hiszpania)<\/h3>/)
    expect(spain.indexOf('acme_es')).toBeGreaterThan(0)
    expect(spain.indexOf(tongue)).toBeGreaterThan(0)
  })

  test('one account for nobody in particular needs no headings', async () => {
    const scene = await opened()
    await claimed(scene, { account: 'https://x.com/acme' })
    expect((await scene.house.ask('/b/acme.com')).text).not.toContain('<h3>Official')
  })

  test('the answer about the account says it too', async () => {
    const scene = await opened()
    await claimed(scene, { ...support, country: 'ES', language: 'ca' })
    const { text } = await scene.house.ask('/?q=x.com/acme_es&lang=es')
    expect(text).toContain('España · catalán')
  })
})

describe('the directory by language', () => {
  test('finds a brand by what it says of itself or of an account, the region or none', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner, 'acme.com', {
      name: 'Acme',
      languages: ['es', 'es', 'PT-br'],
    })
    const other = await proveBrand(house, owner, 'zenith.com', { name: 'Zenith' })
    const account = { account: 'https://x.com/zenith', language: 'ca' }
    await owner.post(`/v1/brands/${other.brandId}/accounts`, account)
    await enterBrand(owner, { name: 'Unproved', languages: ['ca'] })
    const found = async (language: string) =>
      (await house.ask(`/v1/brands?language=${language}`)).body.items.map(
        ({ slug }: { slug: string }) => slug,
      )
    expect((await owner.get(`/v1/brands/${brandId}`)).body.languages).toEqual(['es', 'pt-BR'])
    expect(await found('es')).toEqual(['acme.com'])
    expect(await found('pt')).toEqual(['acme.com'])
    expect(await found('pt-PT')).toEqual([])
    expect(await found('ca')).toEqual(['zenith.com'])
    await owner.patch(`/v1/brands/${brandId}`, { languages: [] })
    expect(await found('es')).toEqual([])
  })

  test('offers the languages that there are, and how many brands each leaves', async () => {
    const scene = await opened()
    await scene.owner.patch(`/v1/brands/${scene.brandId}`, { languages: ['es', 'pt-BR'] })
    await claimed(scene, { ...support, language: 'es-MX' })
    const { text } = await scene.house.ask('/brands?lang=pl')
    const [, select = ''] = /<select id="language"[^>]*>(.*?)<\/select>/s.exec(text) ?? []
    expect(select.replaceAll(/<[^>]+>/g, '|')).toContain('hiszpański (1)')
    expect(select).toContain('portugalski (1)')
    expect(select.match(/<option/g)).toHaveLength(3)
    expect((await scene.house.ask('/brands?language=pt')).text).toContain('acme.com')
    expect((await scene.house.ask('/brands?language=fr')).text).not.toContain('href="/b/acme.com"')
  })
})

test('a form says for whom an account is, and what no list holds is refused', async () => {
  const scene = await opened()
  const { house, owner, brandId } = scene
  const member = await signIn(house, owner)
  const typed = { account: 'https://x.com/acme_es', relation: 'support', country: 'ES', language: 'es' }
  const wrong = await member.post(`/dashboard/brands/${brandId}/accounts`, { ...typed, country: 'UK' })
  expect([wrong.status, wrong.text.includes('Choose a country and a language of these lists.')]).toEqual([
    422,
    true,
  ])
  expect((await member.post(`/dashboard/brands/${brandId}/accounts`, typed)).status).toBe(303)
  const [claim] = (await owner.get(`/v1/brands/${brandId}/accounts`)).body.items
  expect(claim).toMatchObject({ country: 'ES', language: 'es' })
  const page = await member.get(`/dashboard/claims/${claim.id}`)
  expect(page.text).toMatch(/<option value="ES" selected[^>]*>Spain/)
  await member.post(`/dashboard/claims/${claim.id}/relation`, {
    relation: 'support',
    country: '',
    language: 'pl',
  })
  expect((await owner.get(`/v1/claims/${claim.id}`)).body).toMatchObject({ country: null, language: 'pl' })
})

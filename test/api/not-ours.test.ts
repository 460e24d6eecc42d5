import { describe, expect, test } from 'vitest'
import { day, second } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  claimAccount,
  enterBrand,
  proveBrand,
  storeAccountProof,
  storeDisavowals,
  storeDisputeDecision,
  suspendDomain,
} from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

const impostor = 'https://x.com/acme_giveaway'

/** Acme with its domain proved. */
async function acme() {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId, id } = await proveBrand(house, owner)
  return { house, owner, brandId, domainId: id }
}

const disavow = async (owner: Owner, brandId: string, account = impostor) =>
  await owner.post(`/v1/brands/${brandId}/not-ours`, { account })
const takeBack = async (owner: Owner, brandId: string, account = impostor) =>
  await owner.delete(`/v1/brands/${brandId}/not-ours?account=${encodeURIComponent(account)}`)
const setAbsences = async (owner: Owner, brandId: string, platforms: readonly string[]) =>
  await owner.post(`/v1/brands/${brandId}/absences`, { platforms })
const look = async (house: House, text = impostor) =>
  (await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)).body
const entry = async (house: House, slug = 'acme.com') => (await house.ask(`/v1/brands/${slug}`)).body

describe('an account that a brand disavows', () => {
  test('is told of to everybody who looks it up, at once, until it is taken back', async () => {
    const { house, owner, brandId } = await acme()
    expect((await look(house)).verdict).toBe('unregistered')

    const { status, body } = await disavow(owner, brandId, 'twitter.com/@Acme_Giveaway?lang=es')
    expect(status).toBe(201)
    const item = {
      platform: 'x',
      handle: 'acme_giveaway',
      url: impostor,
      decided_by: 'brand',
      created_at: '2026-03-01T12:00:00Z',
    }
    expect(body).toEqual(item)
    const leaf = (await leavesOf(house)).at(-1)
    expect(leaf?.said).toMatchObject({ act: 'account.disavowed', subject: brandId })
    expect(await look(house)).toMatchObject({
      verdict: 'not_ours',
      brand: { id: brandId, slug: 'acme.com' },
      account: { platform: 'x', handle: 'acme_giveaway', url: impostor, relation: null, proofs: [] },
      claimed_by: [],
      log: { index: leaf?.index },
    })
    expect((await entry(house)).not_ours).toEqual([item])
    expect((await entry(house)).accounts).toEqual([])
    expect((await owner.get(`/v1/brands/${brandId}/not-ours`)).body).toEqual({
      items: [item],
      next_cursor: null,
    })

    expect((await takeBack(owner, brandId)).status).toBe(204)
    expect((await look(house)).verdict).toBe('unregistered')
    expect((await entry(house)).not_ours).toEqual([])
    expect((await owner.get(`/v1/brands/${brandId}/not-ours`)).body.items).toEqual([])
  })

  test('cites the leaf of its own disavowal, whatever else the brand decided since', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    await takeBack(owner, brandId)
    await disavow(owner, brandId)
    const index = (await leavesOf(house)).at(-1)?.index
    await disavow(owner, brandId, 'https://x.com/acme_prizes')
    await owner.patch(`/v1/brands/${brandId}`, { name: 'Acme Corporation' })
    expect((await look(house)).log).toEqual({ index })
  })

  test.each([
    'https://www.tiktok.com/@acme.giveaway',
    'https://mastodon.example/@acme_giveaway',
    'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
    'https://www.linkedin.com/company/acme-&-sons',
    'https://discord.gg/AcMe',
  ])('%s is taken back by the address that the list gives', async (account) => {
    const { house, owner, brandId } = await acme()
    const { status, body } = await disavow(owner, brandId, account)
    expect(status).toBe(201)
    expect((await look(house, body.url)).verdict).toBe('not_ours')
    expect((await takeBack(owner, brandId, body.url)).status).toBe(204)
    expect((await look(house, body.url)).verdict).toBe('unregistered')
  })

  test('is told of by nobody before a domain is proved, and by the brand from then on', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const hidden = await enterBrand(owner)
    expect((await disavow(owner, hidden)).status).toBe(201)
    expect((await look(house)).verdict).toBe('unregistered')
  })

  test('is told of while the main domain stands, and no longer', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    await setAbsences(owner, brandId, ['tiktok'])
    house.world.dns.servfail('.')
    house.pass(9 * day)
    expect((await look(house)).verdict).toBe('not_ours')
    house.pass(2 * day)
    expect((await look(house)).verdict).toBe('unregistered')
    expect(await entry(house)).toMatchObject({ verdict: 'lapsed', not_ours: [], absent_from: [] })
  })

  test('is told of by nobody whose domain is suspended', async () => {
    const { house, owner, brandId, domainId } = await acme()
    await disavow(owner, brandId)
    await suspendDomain(house, domainId)
    expect((await look(house)).verdict).toBe('unregistered')
  })

  test('changes nothing for who is found by a name', async () => {
    const { house, owner, brandId } = await acme()
    const before = await look(house, '@acme_giveaway')
    await disavow(owner, brandId)
    await setAbsences(owner, brandId, ['tiktok'])
    expect(await look(house, '@acme_giveaway')).toEqual(before)
  })

  test('of two brands the one that said so first is named; the other once that one falls silent', async () => {
    const { house, owner, brandId } = await acme()
    const other = await house.owner('Other Ltd')
    const first = await proveBrand(house, other, 'acme.shop')
    await disavow(other, first.brandId)
    house.pass(second)
    await disavow(owner, brandId)
    expect((await look(house)).brand.slug).toBe('acme.shop')
    await suspendDomain(house, first.id)
    expect((await look(house)).brand.slug).toBe('acme.com')
  })

  test('of a brand that is deleted nothing is left', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    expect((await owner.delete(`/v1/brands/${brandId}`)).status).toBe(204)
    expect((await look(house)).verdict).toBe('unregistered')
    expect((await disavow(owner, brandId)).body.reason).toBe('brand_unknown')
  })
})

describe('a disavowal overrides nobody', () => {
  test.each([
    ['verified', {}],
    ['at_risk', { accountState: 'failing', failingSince: Date.UTC(2026, 2, 1, 12) }],
    ['lapsed', { accountState: 'ended' }],
  ] as const)('a squatter’s leaves a %s account as it was', async (verdict, standing) => {
    const { house, owner, brandId } = await acme()
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'), standing)
    const before = await look(house, 'https://x.com/acme')
    expect(before.verdict).toBe(verdict)
    const squatter = await house.owner('Evil')
    const { brandId: evil } = await proveBrand(house, squatter, 'evil.example')
    expect((await disavow(squatter, evil, 'https://x.com/acme')).status).toBe(201)
    expect(await look(house, 'https://x.com/acme')).toEqual(before)
    expect((await entry(house)).accounts).toMatchObject([{ handle: 'acme', verdict }])
  })

  test('a frozen brand’s account stays suspended, and a declared one declared', async () => {
    const { house, owner, brandId } = await acme()
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    await claimAccount(owner, brandId, 'https://x.com/acme_es')
    const squatter = await house.owner('Evil')
    const { brandId: evil } = await proveBrand(house, squatter, 'evil.example')
    for (const handle of ['acme', 'acme_es']) await disavow(squatter, evil, `https://x.com/${handle}`)
    expect(await look(house, 'https://x.com/acme_es')).toMatchObject({
      verdict: 'declared',
      brand: null,
      claimed_by: [{ slug: 'acme.com' }],
    })
    await owner.post(`/v1/brands/${brandId}/freeze`)
    expect(await look(house, 'https://x.com/acme')).toMatchObject({
      verdict: 'suspended',
      brand: { slug: 'acme.com' },
    })
  })

  test('of an unregistered account is no more than that domain’s word', async () => {
    const house = await openHouse()
    const squatter = await house.owner('Evil')
    const { brandId } = await proveBrand(house, squatter, 'evil.example')
    await disavow(squatter, brandId, 'https://x.com/acme')
    expect(await look(house, 'https://x.com/acme')).toMatchObject({
      verdict: 'not_ours',
      disputed: false,
      brand: { slug: 'evil.example' },
    })
    const page = await house.ask('/?q=https://x.com/acme')
    expect(page.text).toContain('<h1><bdi>evil.example</bdi> says this is not its account.')
    expect(page.text).not.toMatch(/tone-stop|tone-proved/)
  })
})

describe('a brand contradicts itself nowhere', () => {
  test('what any brand of the organisation claims is not disavowed, until that is withdrawn', async () => {
    const { owner, brandId } = await acme()
    const sister = await enterBrand(owner, { name: 'Acme Tools' })
    const claim = await claimAccount(owner, sister, impostor)
    expect(await disavow(owner, brandId)).toMatchObject({ status: 409, body: { reason: 'account_claimed' } })
    await owner.delete(`/v1/claims/${claim}`)
    expect((await disavow(owner, brandId)).status).toBe(201)
  })

  test('an account claimed by its name is not disavowed by its id', async () => {
    const { house, owner, brandId } = await acme()
    const claim = await claimAccount(owner, brandId, 'https://www.youtube.com/@acme')
    const platformId = 'UCabcdefghijklmnopqrstuv'
    await storeAccountProof(house, claim, { platformId })
    const channel = `https://www.youtube.com/channel/${platformId}`
    expect((await disavow(owner, brandId, channel)).body.reason).toBe('account_claimed')
  })

  test('an id on one platform is no handle on another', async () => {
    const { house, owner, brandId } = await acme()
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    expect((await disavow(owner, brandId, 'https://x.com/783214')).status).toBe(201)
  })

  test('what a brand disavows it does not claim; another organisation may', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    const claims = `/v1/brands/${brandId}/accounts`
    expect(await owner.post(claims, { account: impostor })).toMatchObject({
      status: 409,
      body: { reason: 'account_disavowed' },
    })
    const other = await house.owner('Other Ltd')
    await claimAccount(other, await enterBrand(other), impostor)
    await takeBack(owner, brandId)
    expect((await owner.post(claims, { account: impostor })).status).toBe(201)
  })

  test('what a dispute decided it neither takes back nor claims', async () => {
    const { house, owner, brandId } = await acme()
    await storeDisputeDecision(house, brandId, { platform: 'x', handle: 'acme_giveaway' })
    expect(await takeBack(owner, brandId)).toMatchObject({
      status: 409,
      body: { reason: 'decided_by_dispute' },
    })
    const claimed = await owner.post(`/v1/brands/${brandId}/accounts`, { account: impostor })
    expect(claimed.body.detail).toBe(`A dispute decided that ${impostor} is not this brand's.`)
    expect((await look(house)).verdict).toBe('not_ours')
    const page = await house.ask(`/?q=${impostor}`)
    expect(page.text).toContain('A dispute decided that this is not an account of <bdi>acme.com</bdi>.')
  })

  test('an account that takes a disavowed name is listed once, as its own', async () => {
    const { house, owner, brandId } = await acme()
    const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
    await storeAccountProof(house, claim)
    await disavow(owner, brandId)
    await house.deps.db.client.execute({
      sql: `update claims set handle = 'acme_giveaway' where id = ?`,
      args: [claim],
    })
    expect((await look(house)).verdict).toBe('verified')
    expect(await entry(house)).toMatchObject({ accounts: [{ handle: 'acme_giveaway' }], not_ours: [] })
  })

  test('a frozen brand may disavow, and takes nothing back', async () => {
    const { house, owner, brandId } = await acme()
    await setAbsences(owner, brandId, ['tiktok'])
    await owner.post(`/v1/brands/${brandId}/freeze`)
    expect((await disavow(owner, brandId)).status).toBe(201)
    expect((await look(house)).verdict).toBe('not_ours')
    expect((await setAbsences(owner, brandId, ['tiktok', 'vk'])).status).toBe(200)
    const detail =
      'All accounts of this brand are frozen; until that is lifted nothing is taken off this list.'
    const frozen = { status: 409, body: { reason: 'brand_frozen', detail } }
    expect(await takeBack(owner, brandId)).toMatchObject(frozen)
    expect(await setAbsences(owner, brandId, ['vk'])).toMatchObject(frozen)
  })
})

describe('the list', () => {
  test('holds 500, and has room again when one is taken off', async () => {
    const { house, owner, brandId } = await acme()
    await storeDisavowals(house, brandId, 499)
    expect((await disavow(owner, brandId)).status).toBe(201)
    const full = await disavow(owner, brandId, 'https://x.com/acme_prizes')
    expect(full).toMatchObject({ status: 409, body: { reason: 'too_many_disavowals' } })
    await takeBack(owner, brandId, 'https://x.com/impostor7')
    expect((await disavow(owner, brandId, 'https://x.com/acme_prizes')).status).toBe(201)
    expect((await owner.get(`/v1/brands/${brandId}/not-ours`)).body.items).toHaveLength(500)
  })

  test('of another organisation is neither read nor written', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    const stranger = await house.owner('Evil')
    const unknown = { status: 404, body: { reason: 'brand_unknown' } }
    expect(await stranger.get(`/v1/brands/${brandId}/not-ours`)).toMatchObject(unknown)
    expect(await stranger.get(`/v1/brands/${brandId}/absences`)).toMatchObject(unknown)
    expect(await disavow(stranger, brandId, 'https://x.com/acme')).toMatchObject(unknown)
    expect(await takeBack(stranger, brandId)).toMatchObject(unknown)
    expect(await setAbsences(stranger, brandId, ['tiktok'])).toMatchObject(unknown)
    expect((await look(house)).verdict).toBe('not_ours')
  })

  test('takes an account once, however many ask at once, with one leaf', async () => {
    const { house, owner, brandId } = await acme()
    const before = (await leavesOf(house)).length
    const answers = await Promise.all(Array.from({ length: 8 }, () => disavow(owner, brandId)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const others = answers.filter(({ status }) => status !== 201)
    expect(others.map(({ body }) => body.reason)).toEqual(Array(7).fill('already_disavowed'))
    expect(await leavesOf(house)).toHaveLength(before + 1)
  })

  test('gives an account back once, however many ask at once, with one leaf', async () => {
    const { house, owner, brandId } = await acme()
    await disavow(owner, brandId)
    const before = (await leavesOf(house)).length
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeBack(owner, brandId)))
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
      '204',
      ...Array<string>(7).fill('404'),
    ])
    expect(await leavesOf(house)).toHaveLength(before + 1)
  })

  test('takes its last place once, however many ask for it at once', async () => {
    const { house, owner, brandId } = await acme()
    await storeDisavowals(house, brandId, 499)
    const asked = Array.from({ length: 6 }, (_, index) =>
      disavow(owner, brandId, `https://x.com/acme_${index}`),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await owner.get(`/v1/brands/${brandId}/not-ours`)).body.items).toHaveLength(500)
  })

  test('and a claim never both hold an account, whoever is first', async () => {
    const { house, owner, brandId } = await acme()
    const accounts = Array.from({ length: 12 }, (_, index) => `https://x.com/acme_${index}`)
    const claim = async (account: string) => await owner.post(`/v1/brands/${brandId}/accounts`, { account })
    const answers = await Promise.all(
      accounts.map(async (account, index) => {
        const both =
          index % 2 === 0
            ? [claim(account), disavow(owner, brandId, account)]
            : [disavow(owner, brandId, account), claim(account)]
        return (await Promise.all(both)).map(({ status }) => String(status)).toSorted()
      }),
    )
    expect(answers).toEqual(accounts.map(() => ['201', '409']))
    const { not_ours: listed, accounts: claimed } = await entry(house)
    const urls = [...listed, ...claimed].map(({ url }: { url: string }) => url)
    expect(urls.toSorted()).toEqual(accounts.toSorted())
  })
})

import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { second } from '#base/clock.ts'
import { protectBrand } from '#brands/protect-brand.ts'
import { leaves } from '#db/schema.ts'
import { allowName, forbidName } from '#lookalikes/allow-name.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  storeAccountProof,
} from '#test/support/registered.ts'

type Item = {
  readonly brand: { readonly slug: string }
  readonly domain?: string
  readonly account?: { readonly url: string }
  readonly tier: string
  readonly reason: string
}

async function looks(house: House, asked: string): Promise<string[]> {
  const { status, body, text } = await house.ask(`/v1/lookup?q=${encodeURIComponent(asked)}`)
  expect(status, text).toBe(200)
  return body.lookalikes.map(({ tier, reason, domain, account }: Item) => {
    return `${tier} ${reason} ${domain ?? account?.url}`
  })
}

/** acme.com, with x.com/acme proved. */
async function openWithAcme(): Promise<{ house: House; owner: Owner; brandId: string }> {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner, 'acme.com', { name: 'Acme Łódź' })
  await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
  return { house, owner, brandId }
}

test.each([
  ['https://x.com/acme', []],
  ['acme.com', []],
  ['https://x.com/acrne', ['medium same_look https://x.com/acme']],
  ['https://x.com/ac_me', ['high same_letters https://x.com/acme']],
  ['https://instagram.com/acme', ['low same_name acme.com']],
  ['аcme.com', ['medium same_look acme.com']],
  ['xn--cme-5cd.com', ['medium same_look acme.com']],
  ['acme.net', ['low other_suffix acme.com']],
  // What the brand calls itself, which nobody reviewed.
  ['https://x.com/acmelodz', []],
  ['https://x.com/acmee', []],
  ['https://x.com/nothing_like_it', []],
  ['@аcme', ['low same_look acme.com']],
])('%s, where only acme.com and x.com/acme are proved, is like %j', async (asked, found) => {
  const { house } = await openWithAcme()
  expect(await looks(house, asked)).toEqual(found)
})

/** Bancocastellano's own: bancocastellano.com, its X account proved, and its names watched. */
async function openWithBank() {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId, id } = await proveBrand(house, owner, 'bancocastellano.com', { name: 'Banco' })
  const claimId = await claimAccount(owner, brandId, 'https://x.com/bancastellano')
  await storeAccountProof(house, claimId, { domain: 'bancocastellano.com' })
  const watch = async (isWatched: boolean) => {
    const { status, body } = await owner.patch(`/v1/brands/${brandId}`, { watch_lookalikes: isWatched })
    expect([status, body.watch_lookalikes]).toEqual([200, isWatched])
  }
  return { house, owner, brandId, domainId: id, claimId, watch }
}

test('a brand that asks for it has slips of its names told of, until it asks no more', async () => {
  const { house, watch } = await openWithBank()
  expect(await looks(house, 'bancocastellamo.com')).toEqual([])
  await watch(true)
  expect(await looks(house, 'bancocastellamo.com')).toEqual(['high similar_letters bancocastellano.com'])
  expect(await looks(house, 'https://instagram.com/soporte_bancastellano')).toEqual([
    'high affix https://x.com/bancastellano',
  ])
  await watch(false)
  expect(await looks(house, 'bancocastellamo.com')).toEqual([])
})

test('who asked to be watched but has nothing verified any more is not', async () => {
  const { house, owner, watch, claimId } = await openWithBank()
  await watch(true)
  await owner.delete(`/v1/claims/${claimId}`)
  expect(await looks(house, 'bancocastellamo.com')).toEqual([])
})

test('a name that nobody reviewed warns of nobody, unless a moderator chose its brand', async () => {
  const { house, owner, watch, brandId } = await openWithBank()
  await owner.patch(`/v1/brands/${brandId}`, { name: 'Microsoft' })
  await watch(true)
  expect(await looks(house, 'https://x.com/mircosoft')).toEqual([])
  expect((await protectBrand(house.deps, 'operator', 'bancocastellano.com', true)).ok).toBe(true)
  expect(await looks(house, 'https://x.com/mircosoft')).toEqual(['high letters_swapped bancocastellano.com'])
  expect(
    (await owner.patch(`/v1/brands/${brandId}`, { watch_lookalikes: false })).body.watch_lookalikes,
  ).toBe(true)
  await owner.patch(`/v1/brands/${brandId}`, { name: 'Banco' })
  expect(await looks(house, 'https://x.com/mircosoft')).toEqual([])
})

test('its leaves tell who chose a brand, and that it was ended', async () => {
  const { house, brandId, watch } = await openWithBank()
  await watch(true)
  await watch(true)
  await watch(false)
  const rows = await house.deps.db.orm
    .select({ bytes: leaves.bytes })
    .from(leaves)
    .where(eq(leaves.subject, brandId))
    .orderBy(asc(leaves.seq))
  const acts = rows.map(({ bytes }) => /"act":"([^"]+)"/.exec(bytes.toString())?.[1])
  expect(acts).toEqual(['brand.created', 'brand.protected', 'brand.unprotected'])
})

test("an owner's own are never called look-alikes, proved or not, and others' words are not his", async () => {
  const { house, owner, brandId, watch } = await openWithBank()
  await watch(true)
  const stranger = await house.owner('Stranger')
  await claimAccount(owner, brandId, 'https://instagram.com/bancastellano_es')
  await addDomain(owner, brandId, 'bancocastellano.net')
  expect(await looks(house, 'https://instagram.com/bancastellano_es')).toEqual([])
  expect(await looks(house, 'bancocastellano.net')).toEqual([])
  const theirs = await enterBrand(stranger, { name: 'Other' })
  await claimAccount(stranger, theirs, 'https://instagram.com/bancastellano_pl')
  await addDomain(stranger, theirs, 'bancocastellano.org')
  expect(await looks(house, 'https://instagram.com/bancastellano_pl')).toEqual([
    'medium affix https://x.com/bancastellano',
  ])
  expect(await looks(house, 'bancocastellano.org')).toEqual(['high other_suffix bancocastellano.com'])
})

test('what is itself proved for another is called nothing, and is told of to others', async () => {
  const { house, watch } = await openWithBank()
  await watch(true)
  const other = await house.owner('Other')
  await proveBrand(house, other, 'bancocastellanos.com', { name: 'Bancos' })
  expect(await looks(house, 'bancocastellanos.com')).toEqual([])
  expect(await looks(house, 'bancocastellanos.net')).toEqual([
    'medium other_suffix bancocastellanos.com',
    'medium plural bancocastellano.com',
  ])
})

test('nothing that the public may not see is told of', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brandId = await enterBrand(owner, { name: 'Secret Plan' })
  const added = await addDomain(owner, brandId, 'secretplan.com')
  const claimId = await claimAccount(owner, brandId, 'https://x.com/secretplan')
  for (const asked of ['secretplan.net', 'https://x.com/secret_plan', 'secret-plan']) {
    expect(await looks(house, asked), asked).toEqual([])
  }
  await publishAndCheck(house, owner, added)
  expect(await looks(house, 'secretplan.net')).toEqual(['medium other_suffix secretplan.com'])
  expect(await looks(house, 'https://x.com/secret_plan')).toEqual(['medium same_letters secretplan.com'])
  await storeAccountProof(house, claimId, { domain: 'secretplan.com' })
  house.pass(30 * second)
  expect(await looks(house, 'https://x.com/secret_plan')).toEqual([
    'high same_letters https://x.com/secretplan',
  ])
  await owner.delete(`/v1/claims/${claimId}`)
  expect(await looks(house, 'https://x.com/secret_plan')).toEqual(['medium same_letters secretplan.com'])
  await owner.delete(`/v1/domains/${added.id}`)
  expect(await looks(house, 'secretplan.net')).toEqual([])
})

test('a name that is allowed is never called a look-alike, however it is written', async () => {
  const { house } = await openWithAcme()
  expect(await looks(house, 'https://x.com/acrne')).toHaveLength(1)
  expect(await allowName(house.deps, 'Acrne')).toBe(true)
  expect(await looks(house, 'https://x.com/acrne')).toEqual([])
  await forbidName(house.deps, 'acme')
  expect(await looks(house, 'https://x.com/acrne')).toHaveLength(1)
})

test('the difference is marked in both, by code points', async () => {
  const { house } = await openWithAcme()
  const { body } = await house.ask(`/v1/lookup?q=${encodeURIComponent('https://x.com/acrne')}`)
  expect(body.lookalikes[0]).toMatchObject({
    brand: { slug: 'acme.com' },
    account: { url: 'https://x.com/acme' },
    verdict: 'verified',
    difference: {
      asked: { text: 'acrne', differs: [{ start: 2, end: 4 }] },
      registered: { text: 'acme', differs: [{ start: 2, end: 3 }] },
    },
  })
})

test('a bulk answer tells of look-alikes, and follows a new brand at once', async () => {
  const { house, owner } = await openWithAcme()
  const queries = Array.from({ length: 100 }, (_each, n) =>
    n === 0 ? 'zenit.net' : `https://x.com/acrne${n}`,
  )
  const ask = async () => {
    const { body } = await house.ask('/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queries }),
    })
    return body.items[0].lookalikes.map(({ domain }: Item) => domain)
  }
  expect(await ask()).toEqual([])
  await proveBrand(house, owner, 'zenit.com', { name: 'Zenit' })
  expect(await ask()).toEqual(['zenit.com'])
})

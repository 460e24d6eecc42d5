import { globSync, readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { expireDomain } from '#brands/settle-domain.ts'
import { brands, nameMarks, registeredNames, wordPieces } from '#db/schema.ts'
import { seeToNames } from '#lookalikes/fill-names.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { indexNames } from '#test/support/index-names.ts'
import { addDomain, claimAccount, enterBrand, proveBrand, publishAndCheck } from '#test/support/registered.ts'

async function stored({ deps }: House) {
  const { orm } = deps.db
  return {
    names: await orm
      .select()
      .from(registeredNames)
      .orderBy(asc(registeredNames.subject), asc(registeredNames.key)),
    pieces: await orm.select().from(wordPieces).orderBy(asc(wordPieces.piece), asc(wordPieces.word)),
  }
}

/** What stands in the index is what one made of nothing would be. */
async function expectKept(house: House, step: string): Promise<void> {
  const kept = await stored(house)
  const { orm, write } = house.deps.db
  await write([orm.delete(registeredNames), orm.delete(wordPieces)])
  await indexNames(house.deps.db)
  expect(kept, step).toEqual(await stored(house))
}

const publicNames = async (house: House) =>
  (await stored(house)).names.filter(({ isPublic }) => isPublic).map(({ name }) => name)

/** As a moderator's review leaves it. */
async function reviewed(house: House, brandId: string): Promise<void> {
  const { orm } = house.deps.db
  await orm.update(brands).set({ nameState: 'reviewed' }).where(eq(brands.id, brandId))
}

test('each step of a brand keeps its names, and who may be told of them', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brandId = await enterBrand(owner, { name: 'Acme Łódź', aliases: ['Acme', 'ACME!'] })
  await expectKept(house, 'entered')
  const added = await addDomain(owner, brandId, 'acme.com')
  await expectKept(house, 'domain added')
  const claimId = await claimAccount(owner, brandId, 'https://github.com/acme-tools')
  await expectKept(house, 'claimed')
  expect(await publicNames(house)).toEqual([])
  await reviewed(house, brandId)
  await publishAndCheck(house, owner, added)
  await expectKept(house, 'domain proved')
  expect((await publicNames(house)).toSorted()).toEqual(['Acme Łódź', 'acme.com'])
  await owner.patch(`/v1/brands/${brandId}`, { name: 'Zenit', aliases: ['Acme'] })
  await expectKept(house, 'renamed')
  // A new name is nobody's word but its owner's.
  expect(await publicNames(house)).toEqual(['acme.com'])
  house.pass(11 * day)
  await expireDomain(house.deps, added.id)
  await expectKept(house, 'lapsed')
  expect(await publicNames(house)).toEqual([])
  await owner.delete(`/v1/claims/${claimId}`)
  await expectKept(house, 'withdrawn')
  await owner.delete(`/v1/domains/${added.id}`)
  await expectKept(house, 'released')
  await owner.delete(`/v1/brands/${brandId}`)
  await expectKept(house, 'deleted')
  expect((await stored(house)).names).toEqual([])
})

test('whoever loses a name to another is told of no more', async () => {
  const house = await openHouse()
  const first = await house.owner('First')
  const lost = await proveBrand(house, first, 'acme.com', { name: 'First' })
  await reviewed(house, lost.brandId)
  house.pass(11 * day)
  await expireDomain(house.deps, lost.id)
  expect(await publicNames(house)).toEqual(['First'])
  await proveBrand(house, await house.owner('Second'), 'acme.com', { name: 'Second' })
  await expectKept(house, 'passed on')
  expect(await publicNames(house)).toEqual(['acme.com'])
})

test('what was there before the index is brought in, part by part, and once', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner, 'acme.com', { name: 'Acme' })
  await claimAccount(owner, brandId, 'https://x.com/acme')
  const before = await stored(house)
  const { orm, write } = house.deps.db
  await write([orm.delete(registeredNames), orm.delete(wordPieces), orm.delete(nameMarks)])
  await seeToNames(house.deps)
  await seeToNames(house.deps)
  const mark = async () => (await orm.select().from(nameMarks).where(eq(nameMarks.id, 'index')))[0]?.cursor
  for (let part = 0; part < 10 && (await mark()) !== 'done'; part += 1) await house.work()
  expect(await mark()).toBe('done')
  expect(await stored(house)).toEqual(before)
  const sent = house.sent.length
  await seeToNames(house.deps)
  expect(house.sent).toHaveLength(sent)
})

test('a brand renamed while the index is filled keeps its new name', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const brandId = await enterBrand(owner, { name: 'Old' })
  const { orm, write } = house.deps.db
  const [old] = await orm.select().from(brands)
  const { keepBrandNames } = await import('#lookalikes/keep-names.ts')
  await owner.patch(`/v1/brands/${brandId}`, { name: 'New' })
  if (old !== undefined) await write(keepBrandNames(old))
  expect((await stored(house)).names.map(({ name }) => name)).toEqual(['New'])
})

/** Of each: what it writes is no name, nor whether one is public. */
const writesNoName = [
  'src/brands/store-domain.ts update(brands)',
  'src/claims/change-claim.ts update(claims)',
  'src/claims/denial.ts update(claims)',
  'src/claims/disavow-account.ts update(brands)',
  'src/claims/freeze-brand.ts update(brands)',
  'src/claims/published.ts update(claims)',
  'src/claims/set-absences.ts update(brands)',
  'src/claims/thaw-brand.ts update(brands)',
  'src/leaving/erasure.ts delete(brands)',
  'src/leaving/erasure.ts delete(claims)',
  'src/leaving/erasure.ts delete(domains)',
  'src/recoveries/completion.ts update(brands)',
  'src/recoveries/completion.ts update(domains)',
]

test('whoever writes a brand, a domain or a claim keeps the index, or writes no name', () => {
  const writers = globSync('src/**/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const writes = text.match(/\b(?:insert|update|delete)\((?:brands|domains|claims)\)/g) ?? []
    const isKeeping = /\b(?:keep(?:Brand|Account|Domain)Names?|dropNames)\(/.test(text)
    return isKeeping ? [] : [...new Set(writes)].map((write) => `${file} ${write}`)
  })
  expect(writers.filter((writer) => !writesNoName.includes(writer))).toEqual([])
})

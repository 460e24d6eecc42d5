import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { enterBrand, proveBrand } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

/** Acme with its domain proved. */
async function acme() {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  return { house, owner, brandId }
}

const setAbsences = async (owner: Owner, brandId: string, platforms: readonly string[]) =>
  await owner.post(`/v1/brands/${brandId}/absences`, { platforms })
const entry = async (house: House) => (await house.ask('/v1/brands/acme.com')).body

describe('where a brand is not', () => {
  test('is the whole list each time, told to the public with what it had from before', async () => {
    const { house, owner, brandId } = await acme()
    const first = await setAbsences(owner, brandId, ['vk', 'tiktok', 'vk'])
    expect(first).toMatchObject({ status: 200, body: { next_cursor: null } })
    expect(first.body.items).toEqual([
      { platform: 'tiktok', created_at: '2026-03-01T12:00:00Z' },
      { platform: 'vk', created_at: '2026-03-01T12:00:00Z' },
    ])
    expect((await entry(house)).absent_from).toEqual(['tiktok', 'vk'])
    house.pass(day)
    await setAbsences(owner, brandId, ['snapchat', 'tiktok'])
    const { body } = await owner.get(`/v1/brands/${brandId}/absences`)
    expect(body.items).toEqual([
      { platform: 'snapchat', created_at: '2026-03-02T12:00:00Z' },
      { platform: 'tiktok', created_at: '2026-03-01T12:00:00Z' },
    ])
    const { body: asked } = await house.ask('/v1/lookup?q=acme.com')
    expect(asked.absent_from).toEqual(['snapchat', 'tiktok'])
    const { body: named } = await house.ask('/v1/lookup?q=acme')
    expect(named.candidates).toMatchObject([{ absent_from: ['snapchat', 'tiktok'] }])
    expect((await house.ask('/?q=acme.com')).text).toContain('has no account on Snapchat or TikTok.')
    const page = await house.ask('/b/acme.com')
    expect(page.text).toContain('<bdi>acme.com</bdi> says that it has no account on Snapchat or TikTok.')
    expect((await setAbsences(owner, brandId, [])).body.items).toEqual([])
    expect((await entry(house)).absent_from).toEqual([])
  })

  test('decides nothing, and logs nothing, when it is as it was', async () => {
    const { house, owner, brandId } = await acme()
    await setAbsences(owner, brandId, ['vk', 'tiktok'])
    const before = await leavesOf(house)
    expect((await setAbsences(owner, brandId, ['tiktok', 'vk'])).body.items).toHaveLength(2)
    expect(await leavesOf(house)).toEqual(before)
  })

  test('takes only platforms that we know', async () => {
    const { owner, brandId } = await acme()
    const refused = await setAbsences(owner, brandId, ['tiktok', 'toString'])
    expect(refused).toMatchObject({ status: 422, body: { reason: 'unknown_platform' } })
    expect((await owner.get(`/v1/brands/${brandId}/absences`)).body.items).toEqual([])
  })

  test('says nothing of an account there', async () => {
    const { house, owner, brandId } = await acme()
    const look = async () => (await house.ask('/v1/lookup?q=https://www.tiktok.com/@acme')).body
    const before = await look()
    expect(before.verdict).toBe('unregistered')
    await setAbsences(owner, brandId, ['tiktok'])
    expect(await look()).toEqual(before)
  })

  test('and a claim there never both stand, whoever is first', async () => {
    const { house, owner } = await acme()
    const brands = await Promise.all(Array.from({ length: 8 }, () => enterBrand(owner)))
    const answers = await Promise.all(
      brands.map(async (brandId, index) => {
        const account = `https://www.tiktok.com/@acme${index}`
        const both = [
          setAbsences(owner, brandId, ['tiktok']),
          owner.post(`/v1/brands/${brandId}/accounts`, { account }),
        ]
        return (await Promise.all(index % 2 === 0 ? both : both.toReversed())).filter(
          ({ status }) => status === 409,
        ).length
      }),
    )
    expect(answers).toEqual(brands.map(() => 1))
    const { rows } = await house.deps.db.client.execute(
      'select 1 from claims join absences using (brand_id, platform)',
    )
    expect(rows).toHaveLength(0)
  })

  test('of two lists set at once the later one stands whole, and both are logged', async () => {
    const { house, owner, brandId } = await acme()
    const lists = [['tiktok', 'vk'], ['snapchat']]
    const before = (await leavesOf(house)).length
    await Promise.all(lists.map((platforms) => setAbsences(owner, brandId, platforms)))
    const { absent_from: standing } = await entry(house)
    expect(lists).toContainEqual(standing)
    expect(await leavesOf(house)).toHaveLength(before + 2)
  })
})

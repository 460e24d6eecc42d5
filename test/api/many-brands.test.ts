import { describe, expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'
import { enterBrand } from '#test/support/registered.ts'
import { signIn } from '#test/support/sign-in.ts'

/** An organisation with so many brands, some of one moment. */
async function opened(brands: number) {
  const house = await openHouse()
  const owner = await house.owner()
  const ids: string[] = []
  for (let each = 0; each < brands; each += 1) {
    if (each % 3 === 0) house.pass(1_000)
    ids.push(await enterBrand(owner, { name: `Brand ${each}` }))
  }
  return { house, owner, ids }
}

describe('an organisation’s brands', () => {
  test('come a page at a time, each once, though one is deleted meanwhile', async () => {
    const { house, owner, ids } = await opened(8)
    const other = await house.owner('Other Ltd')
    await enterBrand(other, { name: 'Not yours' })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const asked: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body } = await owner.get(`/v1/organisation/brands?limit=3${asked}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.next_cursor
      if (seen.length === 3) await owner.delete(`/v1/brands/${seen.at(-1)}`)
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
    const { body } = await owner.get('/v1/organisation/brands')
    expect([body.items.length, body.next_cursor]).toEqual([7, null])
  })

  test.each(['limit=0', 'limit=101', 'cursor=!'])('with %s are refused', async (query) => {
    const { owner } = await opened(1)
    expect((await owner.get(`/v1/organisation/brands?${query}`)).body.reason).toBe('invalid_request')
  })

  test('begin nowhere by another organisation’s cursor', async () => {
    const { house, owner } = await opened(3)
    const other = await house.owner('Other Ltd')
    await enterBrand(other)
    await enterBrand(other)
    const { body } = await other.get('/v1/organisation/brands?limit=1')
    expect((await owner.get(`/v1/organisation/brands?cursor=${body.next_cursor}`)).body.items).toEqual([])
  })

  test('are fifty on a page of the dashboard, with a way on and back', async () => {
    const { house, owner } = await opened(52)
    const ana = await signIn(house, owner)
    const brands = (text: string) => text.match(/class="sheet brand"/g)?.length ?? 0
    const first = (await ana.get('/dashboard')).text
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    expect([brands(first), next]).toEqual([50, expect.stringMatching(/^\/dashboard\?after=br_/)])
    const second = (await ana.get(next)).text
    expect([brands(second), second.includes('rel="next"'), second.includes('First page')]).toEqual([
      2,
      false,
      true,
    ])
  })

  test('with many accounts show twenty, and lead to all', async () => {
    const { house, owner, ids } = await opened(1)
    const accounts = Array.from({ length: 22 }, (_, each) => ({ account: `https://x.com/acme${each}` }))
    await owner.post(`/v1/brands/${ids[0]}/accounts/bulk`, { accounts })
    const { text } = await (await signIn(house, owner)).get('/dashboard')
    const [, sheet = ''] = text.split('class="sheet brand"')
    expect(sheet.match(/href="\/dashboard\/claims\//g)).toHaveLength(20)
    expect(sheet).toContain('All accounts: 22')
  })
})

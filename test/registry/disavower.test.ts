import { expect, test, vi } from 'vitest'
import { lookUp } from '#registry/lookup.ts'
import { openHouse, type House } from '#test/support/house.ts'
import { claimAccount, enterBrand, proveBrand, storeAccountProof } from '#test/support/registered.ts'
import { textIn } from '#test/support/stored.ts'

const look = async ({ deps }: House, handle: string) => {
  const found = await lookUp(deps, `https://x.com/${handle}`)
  if (!found.ok) throw new Error(found.refusal.detail.en)
  return found.value
}

async function scene() {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
  await claimAccount(owner, brandId, 'https://x.com/acme_es')
  const disavowed = await owner.post(`/v1/brands/${brandId}/not-ours`, { account: 'https://x.com/acme_fake' })
  expect(disavowed.status).toBe(201)
  return { house, owner, brandId }
}

test.each([
  ['acme', 'verified', 1],
  ['acme_es', 'declared', 2],
  ['acme_fake', 'not_ours', 3],
  ['nobody', 'unregistered', 3],
] as const)('%s, which is %s, takes round trips: %i', async (handle, verdict, trips) => {
  const { house } = await scene()
  const asked = vi.spyOn(house.deps.db.client, 'execute')
  expect((await look(house, handle)).verdict).toBe(verdict)
  expect(asked).toHaveBeenCalledTimes(trips)
})

test('no crowd of older entries whose domains have ended hides who says so now', async () => {
  const { house, owner } = await scene()
  const template = await enterBrand(owner)
  const crowd = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 2100)'
  const columns = async (table: string) => {
    const { rows } = await house.deps.db.client.execute(`select name from pragma_table_info('${table}')`)
    return rows.map((row) => `"${textIn(row, 'name')}"`)
  }
  const copy = async (table: string, changed: Readonly<Record<string, string>>, from: string) => {
    const names = await columns(table)
    const values = names.map((name) => changed[name.slice(1, -1)] ?? name)
    await house.deps.db.client.execute(
      `insert into ${table} (${names.join()}) ${crowd} select ${values.join()} from ${table}, n where ${from}`,
    )
  }
  await copy('brands', { id: `'br_' || i`, slug: `'evil' || i || '.example'` }, `id = '${template}'`)
  await copy(
    'domains',
    { id: `'dom_' || i`, brand_id: `'br_' || i`, name: `'evil' || i || '.example'`, state: `'lapsed'` },
    `name = 'acme.com'`,
  )
  await copy('disavowals', { brand_id: `'br_' || i`, created_at: 'created_at - 1' }, `handle = 'acme_fake'`)
  expect(await look(house, 'acme_fake')).toMatchObject({ verdict: 'not_ours', brand: { slug: 'acme.com' } })
})

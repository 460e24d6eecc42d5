import { expect, test } from 'vitest'
import { day, minute } from '#base/clock.ts'
import { codesFor, codeToPost, makeCode, spent, storeCode } from '#claims/post-code.ts'
import { openHouse } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { posted } from './fixture.ts'

const location = 'https://x.com/acme/status/1'

async function scene() {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  const id = await claimAccount(owner, brandId, 'https://x.com/acme')
  const code = await codeToPost(house.deps, { id, brandId })
  if (code === null) throw new Error('There is no code')
  const codes = async (at: string | null) =>
    (await codesFor(house.deps, id, at)).map(({ code: text }) => text)
  return { house, deps: house.deps, id, code, codes }
}

test('a code may be posted for 30 days', async () => {
  const { house, code, codes } = await scene()
  house.pass(30 * day - 1)
  expect(await codes(null)).toEqual([code.code])
  house.pass(1)
  expect(await codes(null)).toEqual([])
})

test('the newest code of a domain is the one that is looked for', async () => {
  const { house, deps, id, codes } = await scene()
  house.pass(minute)
  const fresh = makeCode(deps, id, 'acme.com')
  await deps.db.write([storeCode(deps, fresh)])
  expect(await codes(null)).toEqual([fresh.code])
})

test('a post speaks by the code that it was proved with, and by no later one', async () => {
  const { house, deps, id, code, codes } = await scene()
  await deps.db.write(spent(deps, { finding: posted(null, location), codes: [code] }))
  house.pass(minute)
  const fresh = makeCode(deps, id, 'acme.com')
  await deps.db.write([storeCode(deps, fresh)])
  expect(await codes(location)).toEqual([code.code])
  expect(await codes('https://x.com/acme/status/2')).toEqual([fresh.code])
  expect(await codes(null)).toEqual([fresh.code])
})

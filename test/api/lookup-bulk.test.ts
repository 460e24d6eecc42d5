import { expect, test } from 'vitest'
import { openHouse, type House } from '#test/support/house.ts'
import { claimAccount, proveBrand, storeAccountProof } from '#test/support/registered.ts'

const bulk = async (house: House, queries: unknown) =>
  await house.ask('/v1/lookup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries }),
  })

test('many questions are answered in their order, each as it is alone', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
  const queries = ['acme.com', '@acme', 'https://x.com/acme', 'nobody.example', 'x.com/nobody', 'acme.com']
  const { status, body, headers } = await bulk(house, queries)
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(Object.keys(body)).toEqual(['items'])
  const alone = await Promise.all(
    queries.map(async (text) => (await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)).body),
  )
  expect(body.items).toEqual(alone)
})

test('what cannot be answered is a problem inside, and stops nothing else', async () => {
  const house = await openHouse()
  await proveBrand(house, await house.owner())
  const long = 'a'.repeat(2_049)
  const { status, body } = await bulk(house, [
    'x.com/search?q=acme',
    'acme.com',
    '',
    '\u0007',
    long,
    '\ud800',
  ])
  expect(status).toBe(200)
  expect(body.items).toHaveLength(6)
  expect(body.items[0]).toStrictEqual({
    query: { input: 'x.com/search?q=acme' },
    verdict: null,
    problem: { reason: 'not_an_account', detail: expect.stringContaining('a page of X') },
  })
  expect(body.items[1]).toMatchObject({ verdict: 'controlled' })
  for (const item of body.items.slice(2)) {
    expect(Object.keys(item)).toEqual(['query', 'verdict', 'problem'])
    expect(item).toMatchObject({ verdict: null, problem: { reason: 'query_not_understood' } })
    expect(item.query.input.length).toBeLessThanOrEqual(2_048)
  }
})

test('a hundred questions are answered and a hundred and one are refused, as none are', async () => {
  const house = await openHouse()
  const hundred = Array.from({ length: 100 }, (_, index) => `x.com/acme${index}`)
  const { status, body } = await bulk(house, hundred)
  expect(status).toBe(200)
  expect(body.items.map(({ query }: { query: { input: string } }) => query.input)).toEqual(hundred)
  for (const queries of [[...hundred, 'one more'], [], undefined, 'acme.com', [1], [null]]) {
    const refused = await bulk(house, queries)
    expect([refused.status, refused.body.reason]).toEqual([422, 'invalid_request'])
  }
})

test('one question of 2,048 characters is answered, and of one more is not understood', async () => {
  const house = await openHouse()
  const ask = async (text: string) => await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)
  const longest = `https://nobody.example/${'a'.repeat(2_048 - 'https://nobody.example/'.length)}`
  expect((await ask(longest)).body).toMatchObject({
    verdict: 'unregistered',
    query: { domain: 'nobody.example' },
  })
  expect((await ask(`${longest}a`)).body).toMatchObject({ status: 422, reason: 'query_not_understood' })
  const missing = await house.ask('/v1/lookup')
  expect([missing.status, missing.body.reason]).toEqual([422, 'invalid_request'])
})

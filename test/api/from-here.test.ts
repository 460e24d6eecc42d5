import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '#app.ts'
import { openHouse, publicUrl, type House, type Owner } from '#test/support/house.ts'
import { signIn, type Member } from '#test/support/sign-in.ts'
import { rowsOf } from '#test/support/stored.ts'

/** Each sends a form, or fetches, in the name of whoever is signed in. */
const elsewhere: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site that hides its name', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a sibling of ours', { origin: 'http://evil.localhost:8787', 'sec-fetch-site': 'same-site' }],
  ['another port of ours', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
  ['a page in an older browser', { origin: 'https://evil.example' }],
  ['a page without a name in an older browser', { origin: 'null' }],
  ['who says that it is the visitor himself', { 'sec-fetch-site': 'none' }],
  ['who says nothing', {}],
  [
    'who says so of the request, but not of the origin',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
]

/** What anybody may send from anywhere, since it changes nothing and knows nobody. */
const harmless = new Set(['/', '/verify'])

let house: House
let owner: Owner
let member: Member
beforeEach(async () => {
  house = await openHouse()
  owner = await house.owner()
  member = await signIn(house, owner)
})

function forms(): readonly string[] {
  const { routes } = createApp(house.deps)
  const paths = routes.filter(
    ({ method, path }) => method === 'POST' && !path.startsWith('/v1/') && !path.includes('*'),
  )
  return [...new Set(paths.map(({ path }) => path))].filter((path) => !harmless.has(path))
}

describe('a form of ours', () => {
  test('is there for whatever pages change', () => {
    for (const path of ['/sign-in', '/sign-out', '/step-up', '/account/passkeys', '/organisations/new']) {
      expect(forms()).toContain(path)
    }
  })

  test.each(elsewhere)('is refused, and nothing is changed, when it comes from %s', async (_, headers) => {
    const before = await rowsOf(house)
    for (const path of forms()) {
      const sent = await house.ask(path.replaceAll(/:\w+/g, 'x'), {
        method: 'POST',
        headers: {
          cookie: member.cookie,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: 'name=Evil&email=eve%40evil.example&next=%2F',
      })
      expect([path, sent.status]).toEqual([path, 403])
      expect(sent.headers.getSetCookie()).toEqual([])
    }
    expect(await rowsOf(house)).toEqual(before)
  })

  test.each([
    ['by its origin', { origin: publicUrl, 'sec-fetch-site': 'same-origin' }],
    ['without referrers', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['in an older browser', { origin: publicUrl }],
  ])('is taken from here: %s', async (_, headers) => {
    const sent = await house.ask('/sign-out', {
      method: 'POST',
      headers: { cookie: member.cookie, ...headers },
    })
    expect(sent.status).toBe(303)
    expect((await member.get('/account')).status).toBe(303)
  })
})

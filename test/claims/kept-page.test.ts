import { expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { rememberingGet } from '#claims/kept-page.ts'
import type { GuardedGet, Page } from '#net/net.ts'
import { openHouse } from '#test/support/house.ts'

const url = 'https://api.github.com/users/acme'
const options = { bytesMax: 1_000, target: 'github.com' }

/** A server which knows validators, and writes down what it was sent. */
async function server(page: Partial<Page>) {
  const { deps, pass } = await openHouse()
  const sent: Readonly<Record<string, string>>[] = []
  const now: { page: Partial<Page> } = { page }
  const get: GuardedGet = async (asked, { headers = {} }) => {
    sent.push(headers)
    const whole: Page = {
      status: 200,
      url: asked,
      contentType: 'application/json',
      etag: null,
      lastModified: null,
      retryAfter: null,
      body: '{}',
      truncated: false,
      addresses: [],
      redirects: [],
      ...now.page,
    }
    const isSame = whole.etag !== null && headers['if-none-match'] === whole.etag
    return isSame ? { ...whole, status: 304, body: '', contentType: null } : whole
  }
  return { get: rememberingGet(deps, get), sent, now, deps, pass }
}

test('what has a validator is asked for by it the second time, and a 304 gives what was kept', async () => {
  const { get, sent } = await server({ etag: '"one"', body: '{"id":1}' })
  await get(url, options)
  expect(await get(url, options)).toMatchObject({
    status: 200,
    body: '{"id":1}',
    contentType: 'application/json',
  })
  expect(sent).toEqual([{}, { 'if-none-match': '"one"' }])
})

test('what has changed replaces what was kept', async () => {
  const { get, sent, now } = await server({ etag: '"one"', body: '{"id":1}' })
  await get(url, options)
  now.page = { etag: '"two"', body: '{"id":2}' }
  expect(await get(url, options)).toMatchObject({ status: 200, body: '{"id":2}' })
  expect(await get(url, options)).toMatchObject({ status: 200, body: '{"id":2}' })
  expect(sent.at(-1)).toEqual({ 'if-none-match': '"two"' })
})

test('a date serves where there is no tag', async () => {
  const lastModified = 'Sun, 01 Mar 2026 12:00:00 GMT'
  const { get, sent } = await server({ lastModified })
  await get(url, options)
  await get(url, options)
  expect(sent[1]).toEqual({ 'if-modified-since': lastModified })
})

test.each<[string, Partial<Page>]>([
  ['without a validator', {}],
  ['with an error', { status: 500, etag: '"one"' }],
  ['that was cut', { truncated: true, etag: '"one"' }],
  ['that was led elsewhere', { redirects: ['https://api.github.com/user/1'], etag: '"one"' }],
  ['that is long', { body: 'x'.repeat(65_537), etag: '"one"' }],
])('an answer %s is not kept', async (_, page) => {
  const { get, sent } = await server(page)
  await get(url, options)
  await get(url, options)
  expect(sent).toEqual([{}, {}])
})

test('one language or type of an answer is not given for another', async () => {
  const { get, sent } = await server({ etag: '"one"' })
  await get(url, { ...options, accept: 'text/html' })
  await get(url, { ...options, accept: 'application/activity+json' })
  expect(sent).toEqual([{}, {}])
})

test('what nobody asked for again in 30 days is forgotten', async () => {
  const { get, deps, pass } = await server({ etag: '"one"' })
  await get(url, options)
  pass(30 * day)
  await get('https://api.github.com/users/other', options)
  const { rows } = await deps.db.client.execute('select url from kept_pages')
  expect(rows.map((row) => row['url'])).toEqual(['*/* https://api.github.com/users/other'])
})

test('what credentials unlocked is not kept', async () => {
  const { get, sent, deps } = await server({ etag: '"one"' })
  const authorization = 'Bearer secret'
  await get(url, { ...options, headers: { authorization } })
  await get(`${url}?access_token=secret`, options)
  await get(`${url}?access_token=secret`, options)
  expect(sent).toEqual([{ authorization }, {}, {}])
  const { rows } = await deps.db.client.execute('select count(*) as many from kept_pages')
  expect(rows).toMatchObject([{ many: 0 }])
})

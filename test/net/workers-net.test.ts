import { get } from 'node:http'
import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { createWorkersNet } from '#net/workers-net.ts'
import type { Internet } from '#test/support/internet/internet.ts'
import { breaksOff, compressed, endlessBody, redirect, silent } from '#test/support/internet/page.ts'
import { expectReason, first, it } from './world.ts'

const options = { bytesMax: 1_000, target: 'acme.example' }
const start = 'http://acme.example/start'

/** The platform's part: it alone knows where a name leads. Here, to the plain origin. */
function platform(internet: Internet): typeof fetch {
  const port = internet.netOptions.outboundPorts.get(80)
  return (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), host: url.host }
      const signal = init?.signal ?? AbortSignal.timeout(20_000)
      get({ host: '127.0.0.1', port, path: `${url.pathname}${url.search}`, headers, signal }, (answer) => {
        const { statusCode: status = 0, rawHeaders } = answer
        const pairs = rawHeaders.flatMap((name, index): [string, string][] =>
          index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
        )
        resolve(new Response(status === 304 ? null : Readable.toWeb(answer), { status, headers: pairs }))
      }).on('error', reject)
    })
}

function createNet(internet: Internet, lookMs = 20_000) {
  const { dohUrls } = internet.netOptions
  return first(createWorkersNet({ dohUrls, limits: { lookMs }, fetchPage: platform(internet) }))
}

/** Only public addresses pass here: there is no allow list, as the platform makes the connection. */
function publish(internet: Internet, ...hosts: readonly string[]): void {
  for (const host of hosts) internet.zone.set(host, { A: ['93.184.215.14'] })
}

it('a page comes through the platform, its address unseen', async ({ internet }) => {
  publish(internet, 'acme.example', 'www.acme.example')
  internet.page.set(start, redirect('http://www.acme.example/end', 301))
  internet.page.set('http://www.acme.example/end', 'grüße')
  expect(await createNet(internet).get(start, options)).toEqual({
    status: 200,
    url: 'http://www.acme.example/end',
    contentType: 'text/html; charset=utf-8',
    etag: null,
    lastModified: null,
    retryAfter: null,
    body: 'grüße',
    truncated: false,
    addresses: [],
    redirects: ['http://www.acme.example/end'],
  })
})

it('validators go there and back, and an answer without a body is a page too', async ({ internet }) => {
  publish(internet, 'acme.example')
  internet.page.set(start, { status: 304, headers: { etag: '"a1"', 'retry-after': '5' } })
  const headers = { 'if-none-match': '"a1"' }
  expect(await createNet(internet).get(start, { ...options, headers })).toMatchObject({
    status: 304,
    body: '',
    etag: '"a1"',
    lastModified: null,
    retryAfter: 5,
  })
  expect(internet.requests.filter(({ kind }) => kind === 'page')).toMatchObject([{ headers }])
})

it('names, hops and DNS answers are checked as on Node', async ({ internet }) => {
  const look = createNet(internet).get
  publish(internet, 'acme.example')
  internet.zone.set('inside.acme.example', { A: ['127.0.0.1'] })
  for (const [to, reason] of [
    ['http://127.0.0.1/', 'address_not_public'],
    ['http://inside.acme.example/', 'address_not_public'],
    ['http://gone.acme.example/', 'no_address'],
    ['http://evil.example/', 'redirect_off_domain'],
    ['http://acme.example:8080/', 'redirect_not_allowed'],
    [start, 'redirect_loop'],
  ] as const) {
    internet.page.set(start, redirect(to))
    await expectReason(look(start, options), reason)
  }
  expect(internet.requests.flatMap((request) => (request.kind === 'page' ? [request.url] : []))).toEqual(
    Array.from({ length: 6 }, () => start),
  )
})

it('bodies are capped, broken ones and deadlines are outages', async ({ internet }) => {
  publish(internet, 'acme.example')
  internet.page.set(start, endlessBody)
  expect(await createNet(internet).get(start, options)).toMatchObject({
    truncated: true,
    body: 'x'.repeat(1_000),
  })
  internet.page.set(start, breaksOff)
  await expectReason(createNet(internet).get(start, options), 'connection_failed')
  internet.page.set(start, silent)
  await expectReason(createNet(internet, 250).get(start, options), 'timeout')
})

it('deflate, which workerd leaves packed, is unpacked here; an unknown coding is an outage', async ({
  internet,
}) => {
  publish(internet, 'acme.example')
  internet.page.set(start, compressed('deflate', 'packed text'))
  expect(await createNet(internet).get(start, options)).toMatchObject({ body: 'packed text' })
  for (const coding of ['deflate', 'zstd', 'gzip, br']) {
    internet.page.set(start, { headers: { 'content-encoding': coding }, body: 'secret' })
    await expectReason(createNet(internet).get(start, options), 'malformed_answer')
  }
})

it('a platform that cannot connect is an outage', async ({ internet }) => {
  publish(internet, 'acme.example')
  const fetchPage: typeof fetch = () => Promise.reject(new TypeError('secret of the platform'))
  const { dohUrls } = internet.netOptions
  await expect(first(createWorkersNet({ dohUrls, fetchPage })).get(start, options)).rejects.toMatchObject({
    reason: 'connection_failed',
    message: 'No connection to acme.example could be made.',
  })
})

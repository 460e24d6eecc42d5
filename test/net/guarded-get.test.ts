import { describe, expect } from 'vitest'
import type { UnreachableReason } from '#net/net.ts'
import { createNodeNet } from '#net/node-net.ts'
import {
  breaksOff,
  compressed,
  endlessBody,
  gzipBomb,
  hangsUp,
  notHttp,
  type Page,
  redirect,
  reflecting,
  silent,
  slowLoris,
} from '#test/support/internet/page.ts'
import { expectReason, first, it, unreachable } from './world.ts'

const options = { bytesMax: 1_000, target: 'acme.example' }
const start = 'https://acme.example/start'

describe('a page', () => {
  it('comes with its status, type, text and the address it came from', async ({ internet, primary }) => {
    internet.page.set(start, 'grüße')
    expect(await primary.get(start, options)).toEqual({
      status: 200,
      url: start,
      contentType: 'text/html; charset=utf-8',
      etag: null,
      lastModified: null,
      retryAfter: null,
      body: 'grüße',
      truncated: false,
      addresses: ['127.0.0.1'],
      redirects: [],
    })
  })

  it('keeps its query and is asked for by GET, with the host and the wanted type', async ({
    internet,
    primary,
  }) => {
    internet.page.set('https://acme.example/x', '{}')
    await primary.get('https://acme.example/x?a=1&b=2#c', { ...options, accept: 'application/json' })
    expect(internet.requests.filter(({ kind }) => kind === 'page')).toMatchObject([
      {
        method: 'GET',
        url: 'https://acme.example/x?a=1&b=2',
        headers: { host: 'acme.example', accept: 'application/json', 'user-agent': 'Veramarca' },
      },
    ])
  })

  it.for([201, 204, 300, 304, 400, 401, 403, 404, 410, 429, 500, 503])(
    'with status %i is returned, whatever it means',
    async (status, { internet, primary }) => {
      internet.page.set(start, { status })
      expect(await primary.get(start, options)).toMatchObject({ status, body: '' })
    },
  )

  it('of plain http is looked at too', async ({ internet, primary }) => {
    internet.page.set('http://acme.example/x', 'plain')
    expect(await primary.get('http://acme.example/x', options)).toMatchObject({ body: 'plain' })
  })

  it('of a site that reflects or catches everything is given as it is', async ({ internet, primary }) => {
    internet.page.set('https://acme.example/*', reflecting)
    expect(await primary.get('https://acme.example/any', options)).toMatchObject({
      body: 'You asked for /any',
    })
  })
})

describe('headers', () => {
  it('that let an answer be asked for again and wait are told', async ({ internet, primary }) => {
    const etag = '"a1"'
    const lastModified = 'Wed, 21 Oct 2026 07:28:00 GMT'
    const headers = { etag, 'last-modified': lastModified, 'retry-after': '30' }
    internet.page.set(start, { status: 429, headers })
    expect(await primary.get(start, options)).toMatchObject({
      status: 429,
      etag,
      lastModified,
      retryAfter: 30,
    })
  })

  it.for(['x'.repeat(301), 'gr\u00fc\u00dfe'])(
    'a validator %s is not kept',
    async (etag, { internet, primary }) => {
      internet.page.set(start, { headers: { etag } })
      expect(await primary.get(start, options)).toMatchObject({ status: 200, etag: null })
    },
  )

  it('are sent to the first origin alone, and never instead of our own', async ({ internet, primary }) => {
    const headers = { authorization: 'Bearer secret', 'if-none-match': '"a1"', 'user-agent': 'Somebody' }
    internet.page.set(start, redirect('/near'))
    internet.page.set('https://acme.example/near', redirect('https://www.acme.example/far'))
    internet.page.set('https://www.acme.example/far', redirect('http://acme.example/plain'))
    internet.page.set('http://acme.example/plain', 'here')
    await primary.get(start, { ...options, headers })
    const pages = internet.requests.filter(({ kind }) => kind === 'page')
    const own = { 'user-agent': 'Veramarca', accept: '*/*' }
    const given = { authorization: 'Bearer secret', 'if-none-match': '"a1"' }
    expect(pages).toMatchObject([
      { url: start, headers: { ...own, ...given } },
      { url: 'https://acme.example/near', headers: { ...own, ...given } },
      { url: 'https://www.acme.example/far', headers: own },
      { url: 'http://acme.example/plain', headers: own },
    ])
    for (const page of pages.slice(2)) expect(JSON.stringify(page)).not.toMatch(/secret|none-match/)
  })
})

describe('a body', () => {
  it.for(['gzip', 'deflate', 'br'] as const)(
    'in %s is decoded unasked',
    async (coding, { internet, primary }) => {
      internet.page.set(start, compressed(coding, 'packed text'))
      expect(await primary.get(start, options)).toMatchObject({ body: 'packed text', truncated: false })
    },
  )

  it('packed twice is unpacked twice, not thrice', async ({ internet, primary }) => {
    const once = compressed('gzip', 'deep').body ?? ''
    const { body = '' } = compressed('br', once)
    internet.page.set(start, { headers: { 'content-encoding': 'gzip, br' }, body })
    expect(await primary.get(start, options)).toMatchObject({ body: 'deep' })
    const thrice = compressed('gzip', body).body ?? ''
    internet.page.set(start, { headers: { 'content-encoding': 'gzip, br, gzip' }, body: thrice })
    await expectReason(primary.get(start, options), 'malformed_answer')
  })

  it.for([
    ['exactly as long as allowed', 'x'.repeat(1_000), false, 1_000],
    ['one byte longer', 'x'.repeat(1_001), true, 1_000],
    ['cut inside a character', `${'x'.repeat(999)}é`, true, 999],
  ] as const)('%s', async ([, body, truncated, length], { internet, primary }) => {
    internet.page.set(start, body)
    const page = await primary.get(start, options)
    expect({ truncated: page.truncated, length: page.body.length }).toEqual({ truncated, length })
  })

  it.for([
    ['endless', endlessBody],
    ['a gzip bomb', gzipBomb()],
  ] as const)('that is %s is cut', async ([, page], { internet, primary }) => {
    internet.page.set(start, page)
    const { body, truncated } = await primary.get(start, options)
    expect({ length: body.length, truncated }).toEqual({ length: 1_000, truncated: true })
  })

  it('of bytes that are not UTF-8 is still text', async ({ internet, primary }) => {
    internet.page.set(start, { body: Buffer.from([0xff, 0x41]) })
    expect(await primary.get(start, options)).toMatchObject({ body: '\ufffdA' })
  })
})

describe('redirects', () => {
  it.for([301, 302, 307, 308])('by %i are followed', async (status, { internet, primary }) => {
    internet.page.set(start, redirect('http://www.acme.example/end', status))
    internet.page.set('http://www.acme.example/end', 'here')
    expect(await primary.get(start, options)).toMatchObject({
      body: 'here',
      url: 'http://www.acme.example/end',
      redirects: ['http://www.acme.example/end'],
      addresses: ['127.0.0.1', '127.0.0.1'],
    })
  })

  it.for([300, 303, 305])('by %i are not', async (status, { internet, primary }) => {
    internet.page.set(start, redirect('/end', status))
    expect(await primary.get(start, options)).toMatchObject({ status, url: start, redirects: [] })
  })

  it('without a Location are the answer', async ({ internet, primary }) => {
    internet.page.set(start, { status: 302, body: 'lost' })
    expect(await primary.get(start, options)).toMatchObject({ status: 302, body: 'lost' })
  })

  it('of ten hops are followed, of eleven not', async ({ internet, primary }) => {
    for (let hop = 0; hop < 11; hop += 1)
      internet.page.set(`https://acme.example/${hop}`, redirect(`/${hop + 1}`))
    internet.page.set('https://acme.example/11', 'end')
    expect((await primary.get('https://acme.example/1', options)).redirects).toHaveLength(10)
    await expectReason(primary.get('https://acme.example/0', options), 'too_many_redirects')
  })

  it.for([
    ['itself', start, 'redirect_loop'],
    ['where it came from', '/back', 'redirect_loop'],
    ['another domain', 'https://evil.example/', 'redirect_off_domain'],
    ['a metadata service', 'http://169.254.169.254/latest', 'address_not_public'],
    ['another port', 'https://acme.example:8443/', 'redirect_not_allowed'],
    ['another scheme', 'gopher://acme.example/', 'redirect_not_allowed'],
    ['a host without an address', 'https://gone.acme.example/', 'no_address'],
    ['a private host', 'https://intern.acme.example/', 'address_not_public'],
  ] as const)('to %s are refused', async ([, to, reason], { internet, primary }) => {
    internet.page.set(start, redirect(to))
    internet.page.set('https://acme.example/back', redirect(start))
    internet.zone.set('intern.acme.example', { A: ['10.0.0.1'] })
    await expectReason(primary.get(start, options), reason)
  })
})

describe('what cannot be known is thrown', () => {
  it.for([
    ['hangs up', hangsUp, 'connection_failed'],
    ['breaks off', breaksOff, 'connection_failed'],
    ['does not speak HTTP', notHttp, 'malformed_answer'],
    [
      'lies about its coding',
      { headers: { 'content-encoding': 'gzip' }, body: 'secret' },
      'malformed_answer',
    ],
    [
      'uses an unknown coding',
      { headers: { 'content-encoding': 'zip' }, body: 'secret' },
      'malformed_answer',
    ],
    ['sends too many header bytes', { headers: { x: 'secret'.repeat(4_000) } }, 'malformed_answer'],
  ] as const satisfies readonly (readonly [string, Page, UnreachableReason])[])(
    'a server that %s',
    async ([, page, reason], { internet, primary }) => {
      internet.page.set(start, page)
      const error = await unreachable(primary.get(start, options))
      expect(error.reason).toBe(reason)
      expect(error.message).not.toMatch(/secret|beginning|SSH/)
    },
  )

  it.for([
    ['is silent', silent],
    ['drips', slowLoris],
  ] as const)('a server that %s', async ([, page], { internet }) => {
    internet.page.set(start, page)
    const { get } = first(createNodeNet({ ...internet.netOptions, limits: { lookMs: 250 } }))
    await expectReason(get(start, options), 'timeout')
  })

  it.for(['wrong', 'untrusted', 'none'] as const)(
    'a certificate that is %s',
    async (certificate, { internet, primary }) => {
      internet.page.set(start, 'secret')
      internet.certificate.set('acme.example', certificate)
      await expectReason(primary.get(start, options), 'tls_failure')
      expect(internet.requests.filter(({ kind }) => kind === 'page')).toEqual([])
    },
  )

  it.for([
    ['servfail', 'servfail'],
    ['bogus', 'dnssec_bogus'],
    ['malformed', 'malformed_answer'],
  ] as const)('a name that is in DNS trouble: %s', async ([trouble, reason], { internet, primary }) => {
    internet.page.set(start, 'x')
    internet.zone.trouble('acme.example', trouble)
    await expectReason(primary.get(start, options), reason)
  })

  it('a name without an address, and why', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { TXT: ['x'] })
    expect((await unreachable(primary.get(start, options))).message).toContain('neither an A nor an AAAA')
    const gone = await unreachable(primary.get('https://gone.acme.example/', options))
    expect(gone).toMatchObject({
      reason: 'no_address',
      message: 'gone.acme.example does not exist in the DNS.',
    })
  })
})

describe('connections', () => {
  it('fall back from IPv6 to IPv4 when nobody listens there', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { AAAA: ['::1'] })
    internet.zone.set('acme.example', { A: ['127.0.0.1'] })
    internet.page.set(start, 'by IPv4')
    expect(await primary.get(start, options)).toMatchObject({ body: 'by IPv4', addresses: ['127.0.0.1'] })
  })

  it('fail when nobody listens anywhere', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { A: ['127.0.0.2', '127.0.0.1'] })
    internet.page.set(start, 'not reached: one IPv4 address is tried')
    await expectReason(primary.get(start, options), 'connection_failed')
  })

  it('are fresh for every look', async ({ internet, primary }) => {
    const ports: (number | undefined)[] = []
    internet.page.set(start, (request, response) => {
      ports.push(request.socket.remotePort)
      response.end('x')
    })
    await primary.get(start, options)
    await primary.get(start, options)
    expect(new Set(ports).size).toBe(2)
  })

  it('use the addresses that their own resolver gave', async ({ internet, net }) => {
    internet.page.set(start, 'x')
    internet.resolvers[1]?.set('acme.example', { A: ['10.0.0.1'] })
    const looks = await Promise.allSettled(net.perspectives.map(({ get }) => get(start, options)))
    expect(looks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})

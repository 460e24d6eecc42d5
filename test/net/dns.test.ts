import { describe, expect } from 'vitest'
import { createNodeNet } from '#net/node-net.ts'
import type { Trouble } from '#test/support/internet/zone.ts'
import type { UnreachableReason } from '#net/net.ts'
import { expectReason, first, it, unreachable } from './world.ts'

describe('what is positively known is returned', () => {
  it('joins the strings of one TXT record and keeps records apart', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { TXT: ['one', ['two ', 'halves'], ['grüße', ''], 'x'.repeat(255)] })
    const answer = await primary.dns.ask('acme.example', 'TXT')
    expect(answer).toMatchObject({ kind: 'found', chain: [], authenticated: false, negativeTtl: null })
    expect(answer.values).toEqual(['one', 'two halves', 'grüße', 'x'.repeat(255)])
  })

  it('tells NXDOMAIN from NODATA, each with how long it is kept', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { A: ['127.0.0.1'], negativeTtl: 120 })
    expect(await primary.dns.ask('acme.example', 'TXT')).toMatchObject({ kind: 'nodata', negativeTtl: 120 })
    expect(await primary.dns.ask('no.acme.example', 'TXT')).toMatchObject({
      kind: 'nxdomain',
      negativeTtl: 120,
    })
    expect(await primary.dns.ask('other.example', 'TXT')).toMatchObject({ kind: 'nxdomain', negativeTtl: 60 })
  })

  it('keeps the smaller of the SOA record TTL and its minimum', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { negativeTtl: 86_400 })
    expect(await primary.dns.ask('no.acme.example', 'A')).toMatchObject({ negativeTtl: 300 })
  })

  it('passes on the AD flag', async ({ internet, primary }) => {
    internet.zone.set('acme.example', { TXT: ['x'], signed: true })
    expect(await primary.dns.ask('acme.example', 'TXT')).toMatchObject({ authenticated: true })
    expect(await primary.dns.ask('no.acme.example', 'TXT')).toMatchObject({ authenticated: true })
  })

  it('answers every type it offers', async ({ internet, primary }) => {
    const records = { A: ['192.0.2.1'], AAAA: ['2001:db8::1'], NS: ['NS1.Acme.Example'], negativeTtl: 60 }
    internet.zone.set('acme.example', records)
    internet.zone.set('www.acme.example', { CNAME: 'Edge.CDN.example' })
    expect((await primary.dns.ask('acme.example', 'A')).values).toEqual(['192.0.2.1'])
    expect((await primary.dns.ask('acme.example', 'AAAA')).values).toEqual(['2001:db8::1'])
    expect((await primary.dns.ask('acme.example', 'NS')).values).toEqual(['ns1.acme.example'])
    expect((await primary.dns.ask('acme.example', 'SOA')).values).toEqual([
      'ns1.acme.example hostmaster.acme.example 1 3600 600 86400 60',
    ])
    expect(await primary.dns.ask('WWW.acme.example.', 'CNAME')).toMatchObject({
      kind: 'found',
      values: ['edge.cdn.example'],
      chain: [],
    })
  })
})

describe('CNAME chains', () => {
  it('give the data at their end only, with the way there', async ({ internet, primary }) => {
    internet.zone.set('a.example', { CNAME: 'b.example' })
    internet.zone.set('b.example', { CNAME: 'C.example' })
    internet.zone.set('c.example', { TXT: ['end'] })
    expect(await primary.dns.ask('a.example', 'TXT')).toMatchObject({
      kind: 'found',
      values: ['end'],
      chain: ['b.example', 'c.example'],
    })
  })

  it('are asked on when the resolver stops half way', async ({ internet, primary }) => {
    for (const trouble of ['a.example', 'b.example']) internet.zone.trouble(trouble, 'stops_at_cname')
    internet.zone.set('a.example', { CNAME: 'b.example', signed: true })
    internet.zone.set('b.example', { CNAME: 'c.example' })
    internet.zone.set('c.example', { TXT: ['end'] })
    const answer = await primary.dns.ask('a.example', 'TXT')
    expect(answer).toMatchObject({ values: ['end'], chain: ['b.example', 'c.example'], authenticated: false })
    expect(internet.requests).toHaveLength(3)
  })

  it('are authenticated only when every part is', async ({ internet, primary }) => {
    internet.zone.set('a.example', { CNAME: 'b.example' })
    internet.zone.set('b.example', { TXT: ['end'], signed: true })
    internet.zone.trouble('a.example', 'stops_at_cname')
    expect(await primary.dns.ask('b.example', 'TXT')).toMatchObject({ authenticated: true })
    expect(await primary.dns.ask('a.example', 'TXT')).toMatchObject({ values: ['end'], authenticated: false })
  })

  it('that lead to nothing are NXDOMAIN or NODATA of their end', async ({ internet, primary }) => {
    internet.zone.set('a.example', { CNAME: 'gone.example' })
    internet.zone.set('b.example', { CNAME: 'empty.example' })
    internet.zone.set('empty.example', { A: ['192.0.2.1'] })
    expect(await primary.dns.ask('a.example', 'TXT')).toMatchObject({
      kind: 'nxdomain',
      chain: ['gone.example'],
    })
    expect(await primary.dns.ask('b.example', 'TXT')).toMatchObject({
      kind: 'nodata',
      chain: ['empty.example'],
    })
  })

  it('that turn in a circle are an error', async ({ internet, primary }) => {
    internet.zone.set('self.example', { CNAME: 'self.example' })
    internet.zone.set('a.example', { CNAME: 'b.example' })
    internet.zone.set('b.example', { CNAME: 'a.example' })
    await expectReason(primary.dns.ask('self.example', 'TXT'), 'cname_loop')
    await expectReason(primary.dns.ask('a.example', 'TXT'), 'cname_loop')
    for (const name of ['a.example', 'b.example']) internet.zone.trouble(name, 'stops_at_cname')
    await expectReason(primary.dns.ask('a.example', 'TXT'), 'cname_loop')
  })

  it('of eight hops are followed, of nine not', async ({ internet, primary }) => {
    for (let hop = 0; hop < 9; hop += 1)
      internet.zone.set(`h${hop}.example`, { CNAME: `h${hop + 1}.example` })
    internet.zone.set('h9.example', { TXT: ['end'] })
    expect((await primary.dns.ask('h1.example', 'TXT')).values).toEqual(['end'])
    await expectReason(primary.dns.ask('h0.example', 'TXT'), 'cname_loop')
  })

  it('do not let a TXT value through that belongs to another name', async ({ internet, primary }) => {
    internet.zone.set('a.example', { CNAME: 'token=stolen.example' })
    expect(await primary.dns.ask('a.example', 'TXT')).toMatchObject({ kind: 'nxdomain', values: [] })
  })
})

describe('what is not known is thrown', () => {
  const situations: readonly [Trouble, UnreachableReason, RegExp][] = [
    ['servfail', 'servfail', /no reachable authority/],
    ['bogus', 'dnssec_bogus', /DNSSEC of acme\.example is broken: DNSSEC bogus/],
    ['refused', 'resolver_failed', /REFUSED/],
    ['blocked', 'resolver_failed', /withholds acme\.example: blocked/],
    ['stale', 'servfail', /stale answer/],
    ['malformed', 'malformed_answer', /no DNS answer/],
    ['cut_short', 'malformed_answer', /no DNS answer/],
    ['truncated', 'malformed_answer', /truncated/],
    ['other_question', 'malformed_answer', /another question/],
    ['other_id', 'malformed_answer', /no DNS answer/],
    ['http_500', 'resolver_failed', /HTTP 500/],
    ['redirect', 'resolver_failed', /HTTP 307/],
    ['not_dns', 'resolver_failed', /HTTP 200/],
  ]
  it.for(situations)('%s', async ([trouble, reason, words], { internet, primary }) => {
    internet.zone.set('acme.example', { TXT: ['x'] })
    internet.zone.trouble('acme.example', trouble)
    const error = await unreachable(primary.dns.ask('acme.example', 'TXT'))
    expect(error.reason).toBe(reason)
    expect(error.message).toMatch(words)
    expect(error.message).not.toContain('free text')
  })

  it('a resolver that never answers is asked three times', async ({ internet }) => {
    internet.zone.trouble('*', 'timeout')
    const limits = { dnsTryMs: 20 }
    const { dns } = first(createNodeNet({ ...internet.netOptions, limits }))
    await expectReason(dns.ask('acme.example', 'TXT'), 'timeout')
    expect(internet.requests.length).toBeLessThanOrEqual(3)
  })

  it('a resolver that is not there is resolver_failed', async ({ internet }) => {
    const dohUrls = ['http://127.0.0.1:1/dns-query']
    const { dns } = first(createNodeNet({ ...internet.netOptions, dohUrls }))
    await expectReason(dns.ask('acme.example', 'TXT'), 'resolver_failed')
  })

  it('a name that DNS cannot hold is not asked', async ({ internet, primary }) => {
    for (const name of [
      '',
      'a..b',
      `${'a'.repeat(64)}.example`,
      `${'a.'.repeat(130)}example`,
      'a b.example',
      'ü.de',
    ]) {
      await expectReason(primary.dns.ask(name, 'TXT'), 'malformed_answer')
    }
    expect(internet.requests).toEqual([])
  })
})

it('each perspective asks its own resolver and is named for it', async ({ internet, net }) => {
  internet.zone.set('acme.example', { TXT: ['x'] })
  internet.resolvers[1]?.set('acme.example', { TXT: ['y'] })
  internet.resolvers[2]?.trouble('acme.example', 'servfail')
  const [one, two, three] = net.perspectives
  expect((await one?.dns.ask('acme.example', 'TXT'))?.values).toEqual(['x'])
  expect((await two?.dns.ask('acme.example', 'TXT'))?.values).toEqual(['y'])
  await expect(three?.dns.ask('acme.example', 'TXT')).rejects.toMatchObject({ reason: 'servfail' })
  expect(net.perspectives.map(({ name }) => name)).toEqual(
    internet.netOptions.dohUrls.map((url) => new URL(url).host),
  )
})

it('perspectives on the same host have names of their own', ({ internet }) => {
  const dohUrls = ['https://dns.example/a', 'https://dns.example/b', 'https://other.example:8443/dns-query']
  const net = createNodeNet({ ...internet.netOptions, dohUrls })
  expect(net.perspectives.map(({ name }) => name)).toEqual([
    'dns.example',
    'dns.example#2',
    'other.example:8443',
  ])
})

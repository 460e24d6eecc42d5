import { describe, expect, test } from 'vitest'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, detailOf, lookIn, record, said, shop, squatter } from './fixture.ts'

const url = 'https://acme.com/.well-known/veramarca-challenge/dom_acme.txt'
const file = (body: string) => (world: World) => world.web.page(url, body)
const status = (code: number) => (world: World) => world.web.status(url, code)

const situations: Record<string, [(world: World) => void, string]> = {
  'the file': [file(record), 'proved'],
  'the file with line ends after it': [file(`${record}\r\n\n`), 'proved'],
  'the file served as a web page': [
    (w) => w.web.page(url, { body: record, contentType: 'text/html' }),
    'proved',
  ],
  'the file beside noise on the site': [
    (w) => (w.web.page('https://acme.com/', 'Welcome'), file(record)(w)),
    'proved',
  ],
  'nothing there': [(w) => w.web.site('acme.com'), 'refused not_found'],
  'an empty file': [file(''), 'refused mismatch'],
  'a wrong token': [file('token=wrong org=org_acme'), 'refused mismatch'],
  'the token without its organisation': [file(`token=${acme.token}`), 'refused mismatch'],
  'another organisation’s': [file(`token=${squatter.token} org=org_squatter`), 'refused other_organisation'],
  'our token, another organisation': [
    file(`token=${acme.token} org=org_squatter`),
    'refused other_organisation',
  ],
  'an older token of ours': [
    file(`token=${acme.token.replaceAll('k', 'd')} org=org_acme`),
    'refused stale_value',
  ],
  'the file as UTF-16': [
    file([...record].map((letter) => `${letter}\0`).join('')),
    'refused invisible_character',
  ],
  'the file after a second byte order mark': [
    file(`\u{FEFF}\u{FEFF}${record}`),
    'refused invisible_character',
  ],
  'the file in capital letters': [file(record.toUpperCase()), 'refused wrong_case'],
  'the token without the organisation': [file(`token=${acme.token}`), 'refused mismatch'],
  'a domain that is not there': [(w) => w.dns.nxdomain('acme.com'), 'refused domain_nxdomain'],
  'white space before': [file(` ${record}`), 'refused mismatch'],
  'several lines, one of them ours': [file(`${record}\ntoken=x org=y`), 'refused mismatch'],
  'the record inside a page': [file(`<html>${record}</html>`), 'refused mismatch'],
  'an oversized file that begins with ours': [file(record + ' '.repeat(200)), 'refused mismatch'],
  'a page of a megabyte': [file('x'.repeat(1_000_000)), 'refused mismatch'],
  'a site that shows one page everywhere': [
    (w) => w.web.everywhere('acme.com', () => ({ body: '<html>Welcome' })),
    'refused mismatch',
  ],
  'a site that shows our record everywhere': [
    (w) => w.web.everywhere('acme.com', () => ({ body: record })),
    'refused wildcard',
  ],
  'a site that reflects the address': [
    (w) => w.web.everywhere('acme.com', (asked) => ({ body: decodeURIComponent(asked) })),
    'refused mismatch',
  ],
  'a sibling that redirects elsewhere': [
    (w) => {
      w.web.everywhere('acme.com', () => ({ status: 302, location: 'https://acme.net/' }))
      file(record)(w)
    },
    'proved',
  ],
  'a sibling that cannot be asked': [
    (w) => {
      w.web.everywhere('acme.com', () => ({ status: 302, location: 'https://down.acme.com/' }))
      w.web.fail('down.acme.com', 'connection_failed')
      file(record)(w)
    },
    'unreachable connection_failed',
  ],
  'gone for good': [status(410), 'refused not_found'],
  'a login wall': [status(401), 'unreachable login_required'],
  'a firewall': [status(403), 'unreachable forbidden'],
  'too many requests': [status(429), 'unreachable rate_limited'],
  'a fault of the server': [status(500), 'unreachable server_error'],
  maintenance: [status(503), 'unreachable server_error'],
  'no content': [status(204), 'unreachable unexpected_status'],
  'part of the content': [
    (w) => w.web.page(url, { status: 206, body: record }),
    'unreachable unexpected_status',
  ],
  'the file with status 404': [(w) => w.web.page(url, { status: 404, body: record }), 'refused not_found'],
  'a redirect to www': [
    (w) => {
      w.web.redirect(url, url.replace('acme.com', 'www.acme.com'))
      w.web.page(url.replace('acme.com', 'www.acme.com'), record)
    },
    'proved',
  ],
  'a redirect to another domain': [
    (w) => w.web.redirect(url, 'https://acme.net/token.txt'),
    'unreachable redirect_off_domain',
  ],
  'a redirect to plain http': [
    (w) => {
      w.web.redirect(url, 'http://acme.com/token.txt')
      w.web.page('http://acme.com/token.txt', record)
    },
    'unreachable redirect_not_allowed',
  ],
  'a redirect over plain http and back': [
    (w) => {
      w.web.redirect(url, 'http://acme.com/token.txt')
      w.web.redirect('http://acme.com/token.txt', 'https://acme.com/token.txt')
      w.web.page('https://acme.com/token.txt', record)
    },
    'unreachable redirect_not_allowed',
  ],
  'a redirect to another port': [
    (w) => w.web.redirect(url, 'https://acme.com:8443/'),
    'unreachable redirect_not_allowed',
  ],
  'a redirect to nowhere': [status(302), 'unreachable unexpected_status'],
  'a redirect loop': [(w) => w.web.redirect(url, url), 'unreachable redirect_loop'],
  'a host without address': [(w) => w.dns.zone('acme.com'), 'refused no_address'],
  'a certificate that does not fit': [(w) => w.web.fail(url, 'tls_failure'), 'unreachable tls_failure'],
  'a private address': [(w) => w.web.fail(url, 'address_not_public'), 'unreachable address_not_public'],
  'a connection that times out': [(w) => w.web.fail(url, 'timeout'), 'unreachable timeout'],
  'a name server that fails': [(w) => w.dns.servfail('acme.com'), 'unreachable servfail'],
  'a broken signature': [(w) => w.dns.bogus('acme.com'), 'unreachable dnssec_bogus'],
  'a host whose CNAMEs turn in a circle': [
    (w) => w.dns.fail('acme.com', 'cname_loop'),
    'unreachable cname_loop',
  ],
  'a malformed packet': [(w) => w.dns.fail('acme.com', 'malformed_answer'), 'unreachable malformed_answer'],
}

describe('http-file', () => {
  test.each(Object.entries(situations))('%s', async (_, [script, expected]) => {
    const world = createWorld()
    script(world)
    expect(await said(world, 'http-file')).toBe(expected)
  })

  test('the addresses asked tell nothing of the token', async () => {
    const world = createWorld()
    file(record)(world)
    await lookIn(world, 'http-file')
    expect(world.asked.some((line) => line.includes(acme.token))).toBe(false)
  })

  test('a refusal never holds what the site said', async () => {
    for (const answer of [
      { body: 'root:x:0:0' },
      { body: 'root:x:0:0', contentType: 'root:x' },
      { status: 500, body: 'root:x' },
    ]) {
      const world = createWorld()
      world.web.page(url, answer)
      expect(await detailOf(world, 'http-file')).not.toContain('root:x')
    }
  })

  test('the evidence holds redirects and addresses', async () => {
    const world = createWorld()
    const there = 'https://www.acme.com/token.txt'
    world.web.redirect(url, there)
    world.web.page(there, record)
    const { perspectives } = await lookIn(world, 'http-file')
    expect(perspectives[0]?.evidence?.pages).toContainEqual(
      expect.objectContaining({ url, answer: '200', addresses: ['198.51.100.7'], redirects: [there] }),
    )
  })

  test('it proves one host and no other', async () => {
    const world = createWorld()
    file(record)(world)
    world.web.site('shop.acme.com')
    expect(await said(world, 'http-file', shop)).toBe('refused not_found')
  })
})

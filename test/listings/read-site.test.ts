import { describe, expect, test } from 'vitest'
import { readSite } from '#listings/read-site.ts'
import { createWorld, type World } from '#test/support/world.ts'

const home = 'https://acme.com/'
const wellKnown = 'https://acme.com/.well-known/trust.txt'
const top = 'https://acme.com/trust.txt'
const linking = '<a rel="me" href="https://x.com/acme">X</a>'
const page = `<!doctype html><title>Acme</title>${linking}<script type="application/ld+json">{"@type": "Organization", "sameAs": ["https://x.com/acme", "https://t.me/acmenews"]}</script>`

async function read(world: World) {
  const [here] = world.net.resolvers
  if (here === undefined) throw new Error('The world has no resolver')
  const parts = await readSite(here.get, { name: 'acme.com', registrableDomain: 'acme.com' })
  return parts.map(({ accounts, silence }) => {
    const listed = accounts.map(({ source, platform, handle }) => `${source} ${platform}/${handle}`)
    return silence === null ? listed : [...listed, `silent: ${silence.reason}`]
  })
}

type Situation = readonly [name: string, publish: (world: World) => void, home: string[], trust: string[]]

const fromHome = ['rel-me x/acme', 'same-as x/acme', 'same-as telegram/acmenews']
const fromTrust = ['trust-txt x/acme']

describe('a site', () => {
  test.each<Situation>([
    [
      'that lists its accounts everywhere',
      ({ web }) => (web.page(home, page), web.page(wellKnown, 'social=https://x.com/acme')),
      fromHome,
      fromTrust,
    ],
    [
      'with trust.txt at its top only',
      ({ web }) => (web.page(home, page), web.page(top, 'social=https://x.com/acme')),
      fromHome,
      fromTrust,
    ],
    [
      'whose first trust.txt counts',
      ({ web }) => (
        web.site('acme.com'),
        web.page(wellKnown, '# none'),
        web.page(top, 'social=https://x.com/acme')
      ),
      [],
      [],
    ],
    ['with nothing at all', ({ web }) => web.site('acme.com'), [], []],
    [
      'that answers everything with one page',
      ({ web }) => web.everywhere('acme.com', () => ({ body: page })),
      fromHome,
      [],
    ],
    [
      'whose trust.txt is a page, and which has another',
      ({ web }) => (
        web.page(home, page),
        web.page(wellKnown, { body: page, contentType: 'text/html' }),
        web.page(top, 'social=https://x.com/acme')
      ),
      fromHome,
      fromTrust,
    ],
    [
      'whose home page leads to www',
      ({ web }) => (web.redirect(home, 'https://www.acme.com/'), web.page('https://www.acme.com/', page)),
      fromHome,
      [],
    ],
    [
      'whose home page is no page',
      ({ web }) => web.page(home, { body: page, contentType: 'application/pdf' }),
      [],
      [],
    ],
    [
      'that leads to another domain',
      ({ web }) => (web.redirect(home, 'https://evil.example/'), web.page('https://evil.example/', page)),
      ['silent: redirect_off_domain'],
      [],
    ],
    [
      'that leads to plain http',
      ({ web }) => (web.redirect(home, 'http://acme.com/'), web.page('http://acme.com/', page)),
      ['silent: redirect_not_allowed'],
      [],
    ],
    [
      'whose home page is too long',
      ({ web }) => web.page(home, `${linking}${' '.repeat(1_048_576)}`),
      ['rel-me x/acme', 'silent: page_too_large'],
      [],
    ],
    [
      'whose home page nests without end',
      ({ web }) => web.page(home, `${linking}${'<b>'.repeat(10_000)}`),
      ['rel-me x/acme', 'silent: page_too_large'],
      [],
    ],
    [
      'whose trust.txt is too long',
      ({ web }) => web.page(wellKnown, `social=https://x.com/acme\n${'# long\n'.repeat(10_000)}`),
      [],
      ['trust-txt x/acme', 'silent: page_too_large'],
    ],
    [
      'whose trust.txt breaks off in an account',
      ({ web }) => web.page(wellKnown, `#${'.'.repeat(65_535 - 26)}\nsocial=https://x.com/acmeandmore`),
      [],
      ['silent: page_too_large'],
    ],
    [
      'that lists one account often',
      ({ web }) => web.page(wellKnown, 'social=https://x.com/acme\n'.repeat(2_000)),
      [],
      fromTrust,
    ],
    [
      'that lists thousands',
      ({ web }) =>
        web.page(
          wellKnown,
          Array.from({ length: 2_000 }, (_, at) => `social=https://x.com/a${at}`).join('\n'),
        ),
      [],
      [...Array.from({ length: 500 }, (_, at) => `trust-txt x/a${at}`), 'silent: too_many_accounts'],
    ],
    ['without an address', ({ dns }) => dns.zone('acme.com'), ['silent: no_address'], ['silent: no_address']],
    ...(
      [
        [401, 'login_required'],
        [403, 'forbidden'],
        [429, 'rate_limited'],
        [500, 'server_error'],
        [503, 'server_error'],
        [302, 'unexpected_status'],
        [204, 'unexpected_status'],
      ] as const
    ).map(([status, reason]): Situation => [
      `that answers with ${status}`,
      ({ web }) => web.everywhere('acme.com', () => ({ status })),
      [`silent: ${reason}`],
      [`silent: ${reason}`],
    ]),
    ['that is gone', ({ web }) => web.everywhere('acme.com', () => ({ status: 410 })), [], []],
    ...(['timeout', 'servfail', 'tls_failure', 'connection_failed', 'address_not_public'] as const).map(
      (reason): Situation => [
        `that fails by ${reason}`,
        ({ web }) => (web.site('acme.com'), web.fail('acme.com', reason)),
        [`silent: ${reason}`],
        [`silent: ${reason}`],
      ],
    ),
    [
      'whose trust.txt alone fails',
      ({ web }) => (
        web.page(home, page),
        web.fail(wellKnown, 'timeout'),
        web.page(top, 'social=https://x.com/acme')
      ),
      fromHome,
      ['silent: timeout'],
    ],
  ])('%s', async (_, publish, expectedHome, expectedTrust) => {
    const world = createWorld()
    publish(world)
    expect(await read(world)).toEqual([expectedHome, expectedTrust])
  })

  test('is asked three times at most, and a fault of ours is no silence of its', async () => {
    const world = createWorld()
    world.web.site('acme.com')
    await read(world)
    expect(world.asked).toEqual([home, wellKnown, top].map((url) => `primary.test GET ${url}`))
    await expect(read(createWorld())).rejects.toThrow('Nobody scripted')
  })
})

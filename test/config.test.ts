import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '#config.ts'

const refusal = (env: Readonly<Record<string, unknown>>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('It was accepted')
}

const key = `vm_${'a'.repeat(32)}`

test('nothing set is a registry at home, on an embedded file', () => {
  expect(readConfig({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8787',
    atHome: true,
    databaseUrl: 'file:data/veramarca.db',
    databaseAuthToken: undefined,
    dohUrls: [
      'https://cloudflare-dns.com/dns-query',
      'https://dns.google/dns-query',
      'https://doh.opendns.com/dns-query',
    ],
    remotes: [],
    outboundAllow: [],
    outboundPorts: new Map(),
    clockOffsetSeconds: 0,
    signingKeys: undefined,
    credentials: {},
    mail: null,
    clientAddressHeader: undefined,
  })
})

test('everything set is taken', () => {
  const config = readConfig({
    PORT: '9000',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'http://localhost:9000/',
    DATABASE_URL: 'libsql://registry.example',
    DATABASE_AUTH_TOKEN: 'secret',
    DOH_URLS: 'http://127.0.0.1:5301/dns-query, https://dns.example/dns-query,',
    PERSPECTIVES: `https://eu.example/ ${key},  http://127.0.0.1:8788   ${key},`,
    OUTBOUND_ALLOW: '127.0.0.0/8, ::1/128',
    OUTBOUND_PORTS: '443:8443,80:8080',
    CLOCK_OFFSET: '-86400',
    SIGNING_KEYS: '{"keys": []}',
    GITHUB_TOKEN: 'g',
    X_BEARER_TOKEN: 'x',
    META_ACCESS_TOKEN: 'm',
    META_INSTAGRAM_ID: '1',
    LINKEDIN_ACCESS_TOKEN: 'l',
    MAIL_API_URL: 'https://api.mail.example/emails',
    MAIL_API_KEY: 'k',
    MAIL_FROM: 'Veramarca <no-reply@registry.example>',
    CLIENT_ADDRESS_HEADER: 'X-Forwarded-For',
    PATH: '/bin',
  })
  expect(config).toEqual({
    port: 9000,
    host: '0.0.0.0',
    publicUrl: 'http://localhost:9000',
    atHome: true,
    databaseUrl: 'libsql://registry.example',
    databaseAuthToken: 'secret',
    dohUrls: ['http://127.0.0.1:5301/dns-query', 'https://dns.example/dns-query'],
    remotes: [
      { origin: 'https://eu.example', key },
      { origin: 'http://127.0.0.1:8788', key },
    ],
    outboundAllow: ['127.0.0.0/8', '::1/128'],
    outboundPorts: new Map([
      [443, 8443],
      [80, 8080],
    ]),
    clockOffsetSeconds: -86_400,
    signingKeys: '{"keys": []}',
    credentials: {
      githubToken: 'g',
      xBearerToken: 'x',
      metaAccessToken: 'm',
      metaInstagramId: '1',
      linkedinAccessToken: 'l',
    },
    mail: {
      by: 'api',
      url: 'https://api.mail.example/emails',
      key: 'k',
      from: 'Veramarca <no-reply@registry.example>',
    },
    clientAddressHeader: 'X-Forwarded-For',
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('an empty value counts as unset, and so does what is no text, such as a binding of a Worker', () => {
  const empty = {
    PORT: '',
    HOST: '',
    PUBLIC_URL: '',
    DATABASE_URL: '',
    DOH_URLS: '',
    CLOCK_OFFSET: '',
    JOBS: {},
    SIGNING_KEYS: undefined,
  }
  expect(readConfig(empty)).toEqual(readConfig({}))
  expect(
    readConfig({ ...empty, PUBLIC_URL: 'https://registry.example', OUTBOUND_ALLOW: '', OUTBOUND_PORTS: '' })
      .atHome,
  ).toBe(false)
})

describe('the public address', () => {
  test('is made of the port unless it is given', () => {
    expect(readConfig({ PORT: '3000' }).publicUrl).toBe('http://localhost:3000')
    expect(readConfig({ PORT: '3000', PUBLIC_URL: 'https://registry.example' }).publicUrl).toBe(
      'https://registry.example',
    )
  })
  test.each([
    ['https://registry.example/', 'https://registry.example'],
    ['https://Registry.Example:443/path?q#f', 'https://registry.example'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('%s is the origin %s', (given, origin) => {
    expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(origin)
  })
  test.each([
    ['http://localhost:8787', true],
    ['http://127.0.0.1', true],
    ['http://[::1]:1', true],
    ['https://registry.example', false],
    ['http://localhost.registry.example', false],
    ['http://localhost@registry.example', false],
    ['http://127.0.0.1.registry.example', false],
    ['http://192.168.0.1', false],
    ['http://0.0.0.0:8787', false],
  ])('%s is home: %s', (given, atHome) => {
    expect(readConfig({ PUBLIC_URL: given }).atHome).toBe(atHome)
  })
})

describe('what changes the outside world or the clock', () => {
  const abroad = 'https://registry.example'
  test.each([
    ['OUTBOUND_ALLOW', '127.0.0.0/8'],
    ['OUTBOUND_PORTS', '443:8443'],
    ['CLOCK_OFFSET', '60'],
    ['CLOCK_OFFSET', '0'],
  ])('%s=%s is taken at home and nowhere else', (name, value) => {
    expect(() => readConfig({ [name]: value })).not.toThrow()
    expect(refusal({ [name]: value, PUBLIC_URL: abroad })).toBe(
      `${name} may be set only when PUBLIC_URL is on localhost; it is ${abroad}`,
    )
  })
  test('is named all together', () => {
    const all = { OUTBOUND_ALLOW: '::/0', OUTBOUND_PORTS: '443:1', CLOCK_OFFSET: '1', PUBLIC_URL: abroad }
    expect(refusal(all)).toMatch(/^OUTBOUND_ALLOW, OUTBOUND_PORTS, CLOCK_OFFSET may be set only/)
  })
})

describe('a value that cannot be used stops the start and is named:', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'registry.example'],
    ['PUBLIC_URL', 'ftp://registry.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DOH_URLS', 'https://dns.example/dns-query'],
    ['DOH_URLS', 'https://one.dns.example/dns-query,https://two.dns.example/dns-query'],
    ['DOH_URLS', 'https://dns.example/dns-query,'],
    ['DOH_URLS', 'https://dns.example/dns-query,http://dns.example/dns-query'],
    ['DOH_URLS', 'https://dns.example/dns-query,dns.google'],
    ['DOH_URLS', 'https://dns.example/dns-query,http://localhost.example/dns-query'],
    ['PERSPECTIVES', 'https://eu.example'],
    ['PERSPECTIVES', key],
    ['PERSPECTIVES', `https://eu.example ${key}x`],
    ['PERSPECTIVES', `https://eu.example ${key} ${key}`],
    ['PERSPECTIVES', `${key} https://eu.example`],
    ['PERSPECTIVES', `https://${key}@eu.example`],
    ['PERSPECTIVES', `https://${key}@eu.example ${key}`],
    ['PERSPECTIVES', `http://eu.example ${key}`],
    ['PERSPECTIVES', `https://eu.example/v1/looks ${key}`],
    ['PERSPECTIVES', `https://eu.example?a ${key}`],
    ['PERSPECTIVES', `eu.example ${key}`],
    ['PERSPECTIVES', `https://eu.example ${key},https://EU.example ${key}`],
    ['OUTBOUND_PORTS', '443'],
    ['OUTBOUND_PORTS', '443:0'],
    ['OUTBOUND_PORTS', '443:8443;80:8080'],
    ['OUTBOUND_PORTS', '443:70000'],
    ['CLOCK_OFFSET', 'tomorrow'],
    ['CLOCK_OFFSET', '1.5'],
  ])('%s=%s', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^The configuration cannot be used\\. ${name}`))
  })
  test('perspectives, by number and without their keys', () => {
    const words = refusal({ PERSPECTIVES: `https://eu.example ${key}, https://${key}@us.example` })
    expect(words).toMatch(/PERSPECTIVES: number 2 is not "URL KEY"/)
    expect(words).not.toContain(key)
  })
  test('a perspective that is this very registry', () => {
    const words = refusal({
      PUBLIC_URL: 'https://registry.example',
      PERSPECTIVES: `https://registry.example ${key}`,
    })
    expect(words).toMatch(/^PERSPECTIVES names PUBLIC_URL/)
  })
  test('all that are wrong at once', () => {
    const words = refusal({ PORT: 'x', CLOCK_OFFSET: 'x', DATABASE_AUTH_TOKEN: 'secret' })
    expect(words).toMatch(/PORT: .*; CLOCK_OFFSET: /)
    expect(words).not.toContain('secret')
  })
})

describe('mail', () => {
  const from = { MAIL_FROM: 'no-reply@registry.example' }

  test('leaves by SMTP where its address is given', () => {
    expect(readConfig({ SMTP_URL: 'smtps://user:pass@mail.example', ...from }).mail).toEqual({
      by: 'smtp',
      url: 'smtps://user:pass@mail.example',
      from: 'no-reply@registry.example',
    })
  })

  test.each([
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be set where SMTP_URL or MAIL_API_URL is'],
    [{ MAIL_API_URL: 'https://api.mail.example', ...from }, 'MAIL_API_KEY must be set where MAIL_API_URL is'],
    [
      {
        SMTP_URL: 'smtp://mail.example',
        MAIL_API_URL: 'https://api.mail.example',
        MAIL_API_KEY: 'k',
        ...from,
      },
      'both set',
    ],
    [{ SMTP_URL: 'http://mail.example', ...from }, 'SMTP_URL: '],
    [{ MAIL_API_URL: 'http://api.mail.example', MAIL_API_KEY: 'k', ...from }, 'MAIL_API_URL: must be https'],
    [{ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM: '],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM: must be an address'],
    [{ CLIENT_ADDRESS_HEADER: 'X Forwarded' }, 'CLIENT_ADDRESS_HEADER: must be the name of a header'],
  ])('%j is refused', (env, words) => {
    expect(refusal(env)).toContain(words)
  })
})

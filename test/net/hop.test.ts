import { describe, expect, it } from 'vitest'
import { nextHop } from '#net/hop.ts'
import { Unreachable } from '#net/net.ts'

const limits = { pathMax: 2_000 }
const from = new URL('https://acme.com/.well-known/veramarca?x=1')

function refusal(location: string, target = 'acme.com', start: URL | null = from): Unreachable {
  try {
    nextHop(location, start, target, limits)
  } catch (error) {
    if (error instanceof Unreachable) return error
    throw error
  }
  throw new Error(`${location} was followed`)
}

describe('a hop that may be taken', () => {
  it.each([
    ['/elsewhere', 'https://acme.com/elsewhere'],
    ['?x=2', 'https://acme.com/.well-known/veramarca?x=2'],
    ['//www.acme.com/x', 'https://www.acme.com/x'],
    ['http://acme.com/', 'http://acme.com/'],
    ['http://acme.com:443/', 'http://acme.com:443/'],
    ['https://acme.com:80/', 'https://acme.com:80/'],
    ['https://ACME.com./x#fragment', 'https://acme.com/x'],
    ['https://deep.er.acme.com/', 'https://deep.er.acme.com/'],
  ])('%s', (location, url) => expect(nextHop(location, from, 'acme.com', limits).href).toBe(url))

  it('stays inside the tenant of a private suffix', () => {
    expect(nextHop('https://acme.github.io/x', null, 'acme.github.io', limits).hostname).toBe(
      'acme.github.io',
    )
    expect(refusal('https://other.github.io/x', 'acme.github.io').reason).toBe('redirect_off_domain')
  })

  it('takes any host of the domain as its target', () => {
    expect(nextHop('https://www.acme.co.uk/', null, 'shop.acme.co.uk', limits).hostname).toBe(
      'www.acme.co.uk',
    )
    expect(refusal('https://other.co.uk/', 'shop.acme.co.uk').reason).toBe('redirect_off_domain')
  })
})

describe('a hop that is refused', () => {
  it.each([
    ['file:///etc/passwd', 'redirect_not_allowed'],
    ['ftp://acme.com/', 'redirect_not_allowed'],
    ['javascript:alert(1)', 'redirect_not_allowed'],
    ['data:text/html,x', 'redirect_not_allowed'],
    ['https://user@acme.com/', 'redirect_not_allowed'],
    ['https://:secret@acme.com/', 'redirect_not_allowed'],
    ['https://acme.com:8443/', 'redirect_not_allowed'],
    ['http://acme.com:22/', 'redirect_not_allowed'],
    ['https://', 'redirect_not_allowed'],
    ['https://acme..com/', 'redirect_not_allowed'],
    [`https://${'a'.repeat(64)}.acme.com/`, 'redirect_not_allowed'],
    [`https://acme.com/${'a'.repeat(2_000)}`, 'redirect_not_allowed'],
    [`https://acme.com/?${'a'.repeat(2_000)}`, 'redirect_not_allowed'],
    ['https://evil.com/', 'redirect_off_domain'],
    ['https://acme.com.evil.com/', 'redirect_off_domain'],
    ['https://notacme.com/', 'redirect_off_domain'],
    ['https://acme.net/', 'redirect_off_domain'],
    ['\\\\evil.com\\x', 'redirect_off_domain'],
    ['https://acme.com\t.evil.com/', 'redirect_off_domain'],
    ['http://169.254.169.254/latest/meta-data/', 'address_not_public'],
    ['http://127.1/', 'address_not_public'],
    ['http://0x7f.1/', 'address_not_public'],
    ['http://2130706433/', 'address_not_public'],
    ['http://[::1]/', 'address_not_public'],
    ['http://8.8.8.8/', 'address_not_public'],
  ])('%s', (location, reason) => expect(refusal(location).reason).toBe(reason))

  it('never has its user name, password or path repeated', () => {
    expect(refusal('https://user:hunter2@acme.com/secret').message).not.toMatch(/hunter2|secret|user:/)
    expect(refusal('https://evil.com/stolen?token=1').message).not.toMatch(/stolen|token/)
  })
})

describe('a missing slash is named', () => {
  it.each([
    ['https://acme.com.well-known/veramarca', from],
    ['https://acme.comtrust.txt', new URL('http://acme.com/trust.txt')],
    ['https://www.acme.com.well-known/x', from],
  ])('%s', (location, start) => {
    const { reason, message } = refusal(location, 'acme.com', start)
    expect(reason).toBe('redirect_off_domain')
    expect(message).toContain('A slash is missing after the host name')
  })

  it('and not where it is not the cause', () => {
    expect(refusal('https://evil.com/').message).not.toContain('slash')
  })
})

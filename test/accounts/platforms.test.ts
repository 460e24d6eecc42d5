import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAccount } from '#accounts/parse-account.ts'
import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import { readQuery } from '#accounts/read-query.ts'
import { platformRows, rowsInReadme } from './readme-platforms.ts'

const all: [string, Platform][] = Object.entries(platforms)

describe.each(all)('%s', (key, platform) => {
  const { accepts, rejects } = platform.examples

  it.each(Object.entries(accepts))('takes %s for %s', (text, handle) => {
    const account = { platform: key, handle, url: platform.profile(handle) }
    expect(parseAccount(text)).toEqual({ ok: true, value: account })
    expect(readQuery(text)).toEqual({ ok: true, value: { kind: 'account', account } })
  })

  it.each(rejects.map((text) => [text]))('never takes %s for an account', (text) => {
    expect(parseAccount(text).ok).toBe(false)
    expect(parseAccount(text, { platform: key }).ok).toBe(false)
  })

  it.each(Object.values(accepts))('keeps %s when its own address is pasted again', (handle) => {
    const again = parseAccount(platform.profile(handle))
    expect(again.ok && again.value.handle).toBe(handle)
    expect(parseAccount(handle, { platform: key })).toEqual(again)
  })

  it('has what a platform file needs', () => {
    expect(key).toMatch(/^[a-z\d]+$/)
    expect(Object.keys(accepts).length).toBeGreaterThanOrEqual(3)
    expect(rejects.length).toBeGreaterThanOrEqual(3)
    expect(platform.handle.source).toMatch(/^\^.*\$$/)
    expect(platform.closedOn ?? '2000-01-01').toMatch(/^20\d\d-\d\d-\d\d$/)
    const { id, none, ...ways } = platform.proofs
    expect(Object.keys(ways).length > 0 || none !== undefined).toBe(true)
    expect(none ?? 'cannot be checked automatically').toMatch(/^cannot be checked automatically/)
    for (const phrase of Object.values(platform.proofs)) expect(phrase).not.toMatch(/\||\.$|^$/)
    expect(id ?? 'id').not.toBe('none')
    expect(platform.hosts.length > 0 || platform.anyHost !== undefined).toBe(true)
    const words = [...platform.hosts, ...(platform.otherHosts ?? []), ...(platform.reserved ?? [])]
    expect(words).toEqual(words.map((word) => word.toLowerCase()))
    for (const word of platform.reserved ?? []) {
      expect(parseAccount(`https://${platform.hosts[0]}/${word}`), word).toMatchObject({ ok: false })
      expect(parseAccount(word, { platform: key }), word).toMatchObject({ ok: false })
    }
  })

  it('takes nothing below an account for the account', () => {
    for (const text of Object.keys(accepts).filter((pasted) => /^https?:/.test(pasted))) {
      const url = new URL(text)
      const own = url.pathname.replace(/\/$/, '')
      for (const below of ['our-new-tools-1234567', 'post/1234567', 'status/1', '1234567/2']) {
        url.pathname = `${own}/${below}`
        const parsed = parseAccount(url.href)
        const isSame = parsed.ok && parsed.value.platform === key && parsed.value.handle === accepts[text]
        // What stands behind `#!` was the whole address.
        expect(isSame && !url.hash.startsWith('#!'), url.href).toBe(false)
      }
    }
  })

  it.each(platform.hosts.flatMap((host) => disguises(host)))('is not at %s', (host) => {
    for (const [text] of Object.entries(accepts).filter(([pasted]) => pasted.startsWith('https://'))) {
      const { pathname, search } = new URL(text)
      const parsed = parseAccount(`https://${host}${pathname}${search}`)
      expect(parsed.ok && parsed.value.platform === key, text).toBe(false)
    }
  })
})

it('the README says of every platform what its file says', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(rowsInReadme(readme)).toEqual(platformRows())
})

it('no host belongs to two platforms but the one on which Apple had both apps and podcasts', () => {
  const hosts = all.flatMap(([, { hosts: own, otherHosts = [] }]) => [...own, ...otherHosts])
  expect(hosts.filter((host, at) => hosts.indexOf(host) !== at)).toEqual(['itunes.apple.com'])
})

/** Hosts that look like, or are written like, a platform's, and are not. */
function disguises(host: string): string[] {
  const [first = '', ...rest] = host.split('.')
  const tail = rest.join('.')
  return [
    `evil${host}`,
    `${host}.evil.example`,
    `${host}@evil.example`,
    `evil.example\\@${host}`,
    `user:password@${host}`,
    `acme@${host}`,
    `${host}:8443`,
    `${host}.evil.example:443`,
    `${first}-login.${tail}`,
    `${first}\u0430.${tail}`,
    `${first}%2e${tail}`,
    `${first}\u3002${tail}`,
    `${[...first].map((letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).join('')}.${tail}`,
  ]
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAccount } from '#accounts/parse-account.ts'
import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import { readQuery } from '#accounts/read-query.ts'

const entries: readonly (readonly [string, Platform])[] = Object.entries(platforms)
const all = entries.map(([, platform]) => platform)
const keys = fc.constantFrom(...entries.map(([key]) => key))
const hosts = all.flatMap((platform) => [...platform.hosts, ...(platform.otherHosts ?? [])])
const examples = all.flatMap(({ examples: { accepts, rejects } }) => [...Object.keys(accepts), ...rejects])
const words = all.flatMap(({ reserved = [], tabs = [] }) => [...reserved, ...tabs])

const tricky = fc.constantFrom(
  ...'@ . .. / // : ? # %40 %2F %00 %E2%84%AA %zz \\ \u200b \u200d \u202e \u0130 \u212a \u00df \u03a3 -1000000000'.split(
    ' ',
  ),
)
const segment = fc.oneof(
  fc.constantFrom(
    ...words,
    'channel',
    'c',
    'user',
    'company',
    'in',
    'profile',
    'orgs',
    'intent',
    'p',
    'pages',
    'people',
  ),
  fc.stringMatching(/^@?[\w.-]{1,30}$/),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  tricky,
)
const path = fc.array(segment, { maxLength: 4 }).map((parts) => parts.join('/'))
const host = fc.oneof(fc.constantFrom(...hosts, 'mastodon.social', 'acme.bsky.social'), fc.domain())
const prefix = fc.constantFrom(
  '',
  'https://',
  'http://',
  '//',
  'www.',
  'https://www.',
  'https://m.',
  '@',
  'at://',
  'acct:',
)
const address = fc.tuple(prefix, host, path).map(([start, at, rest]) => `${start}${at}/${rest}`)
const torn = fc
  .tuple(fc.constantFrom(...examples), fc.nat(60), fc.oneof(tricky, segment))
  .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at))
const pasted = fc.oneof(
  address,
  torn,
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true }),
)
/** Hosts that are no platform's, or only by whole labels in front of one that is. */
const elsewhere = fc.oneof(
  fc.domain(),
  fc.tuple(fc.constantFrom(...hosts), fc.domain()).map(([known, other]) => `${known}.${other}`),
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,8}\.?$/), fc.constantFrom(...hosts))
    .map(([start, known]) => start + known),
  fc.tuple(fc.constantFrom(...hosts), fc.domain()).map(([known, other]) => `${known}@${other}`),
)

/** The platform whose host this is or stands under; found by comparing with every one of them. */
function ownerOf(hostname: string): string | null {
  const own = entries.flatMap(([key, { hosts: its, otherHosts = [] }]) =>
    [...its, ...otherHosts]
      .filter((known) => hostname === known || hostname.endsWith(`.${known}`))
      .map((known) => ({ key, known })),
  )
  return own.toSorted((one, other) => other.known.length - one.known.length)[0]?.key ?? null
}

const runs = { numRuns: 5_000, seed: 2008 }

describe('whatever is pasted', () => {
  it('is answered with data, never thrown', () => {
    const answered = (text: string, platform: string) => {
      const [parsed, query] = [parseAccount(text), readQuery(text)]
      expect(parsed.ok || /[.:]$/.test(parsed.refusal.detail.en)).toBe(true)
      // The two readings agree on what an account is.
      expect(query.ok && query.value.kind === 'account').toBe(parsed.ok)
      const hinted = parseAccount(text, { platform })
      expect(!hinted.ok || hinted.value.platform === platform).toBe(true)
    }
    fc.assert(fc.property(pasted, keys, answered), { ...runs, numRuns: 20_000 })
  })

  it('comes to a canonical form that comes to itself', () => {
    const stable = (text: string) => {
      const parsed = parseAccount(text)
      if (!parsed.ok) return
      const { platform, handle, url } = parsed.value
      expect(parseAccount(url)).toEqual(parsed)
      expect(parseAccount(handle, { platform })).toEqual(parsed)
      expect(new URL(url).href).toBe(url)
    }
    fc.assert(fc.property(pasted, stable), { ...runs, numRuns: 20_000 })
  })

  it('comes to itself again as a handle of its platform, whatever it began as', () => {
    const handles = fc.oneof(
      fc.constantFrom(...all.flatMap(({ examples: { accepts } }) => Object.values(accepts))),
      torn,
      segment,
      fc.tuple(segment, segment).map((parts) => parts.join('/')),
    )
    const stable = (text: string, platform: string) => {
      const parsed = parseAccount(text, { platform })
      if (!parsed.ok) return
      expect(parseAccount(parsed.value.handle, { platform })).toEqual(parsed)
      expect(parseAccount(parsed.value.url)).toEqual(parsed)
    }
    fc.assert(fc.property(handles, keys, stable), { ...runs, numRuns: 20_000 })
  })

  it('is on a platform only when its host, whole, is one of the platform', () => {
    const foreign = (at: string, rest: string) => {
      const parsed = parseAccount(`https://${at}/${rest}`)
      if (!parsed.ok) return
      const { hostname } = new URL(`https://${at}`)
      expect(parsed.value.platform).toBe(ownerOf(hostname) ?? 'mastodon')
      if (ownerOf(hostname) === null) expect(parsed.value.handle.split('@')[1]).toBe(hostname)
    }
    fc.assert(fc.property(elsewhere, path, foreign), { ...runs, numRuns: 20_000 })
  })

  it.each(entries.filter(([, platform]) => platform.hosts.length > 0))(
    'is on %s only when its host is, whatever stands behind the host',
    (key, { examples: { accepts } }) => {
      const links = Object.keys(accepts).filter((text) => /^https?:/.test(text))
      expect(links.length).toBeGreaterThan(0)
      const moved = (link: string, at: string) => {
        const { pathname, search, hash } = new URL(link)
        const parsed = parseAccount(`https://${at}${pathname}${search}${hash}`)
        const owner = ownerOf(new URL(`https://${at}`).hostname)
        expect(parsed.ok && parsed.value.platform === key && owner !== key).toBe(false)
      }
      fc.assert(fc.property(fc.constantFrom(...links), elsewhere, moved), { ...runs, numRuns: 500 })
    },
  )

  it('keeps its account when a query, a fragment or invisible characters are put around it', () => {
    const accepted = all.flatMap(({ examples: { accepts } }) => Object.keys(accepts))
    const links = accepted.filter((text) => text.startsWith('https:') && !/[?#]/.test(text))
    const around = fc.constantFrom('', ' ', '\u200b', '\ufeff', '\n', '\u2060 ', '\u200e')
    const after = fc.constantFrom('', '?utm_source=a', '#top', '?a=%40b#c', '/')
    fc.assert(
      fc.property(fc.constantFrom(...links), around, after, around, (text, before, tail, end) => {
        expect(parseAccount(before + text + tail + end)).toEqual(parseAccount(text))
      }),
      runs,
    )
  })
})

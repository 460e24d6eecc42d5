import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAccount } from '#accounts/parse-account.ts'
import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import { readQuery } from '#accounts/read-query.ts'

const all: readonly Platform[] = Object.values(platforms)
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
const runs = { numRuns: 5_000, seed: 2008 }

describe('whatever is pasted', () => {
  it('is answered with data, never thrown', () => {
    const answered = (text: string) => {
      const [parsed, query] = [parseAccount(text), readQuery(text)]
      expect(parsed.ok || /[.:]$/.test(parsed.refusal.detail)).toBe(true)
      // The two readings agree on what an account is.
      expect(query.ok && query.value.kind === 'account').toBe(parsed.ok)
      for (const platform of ['x', 'youtube', 'mastodon']) parseAccount(text, { platform })
    }
    fc.assert(fc.property(pasted, answered), runs)
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

  it('is on a platform only when its host, whole, is one of the platform', () => {
    const own = new Set(hosts)
    const elsewhere = fc.oneof(
      fc.domain(),
      fc.tuple(fc.constantFrom(...hosts), fc.domain()).map(([known, other]) => `${known}.${other}`),
      fc
        .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom(...hosts))
        .map(([start, known]) => start + known),
      fc.tuple(fc.constantFrom(...hosts), fc.domain()).map(([known, other]) => `${known}@${other}`),
    )
    const isForeign = (text: string) => !own.has(new URL(`https://${text}`).hostname)
    const foreign = (at: string, rest: string) => {
      const parsed = parseAccount(`https://${at}/${rest}`)
      if (!parsed.ok) return
      expect(parsed.value.platform).toBe('mastodon')
      expect(parsed.value.handle.split('@')[1]).toBe(new URL(`https://${at}`).hostname)
    }
    fc.assert(fc.property(elsewhere.filter(isForeign), path, foreign), runs)
  })

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

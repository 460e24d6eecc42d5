import { told, type ToldValues } from '#i18n/told.ts'
import { accountWords } from './account-words.ts'
import { findPlatform, imitates, isReserved, roaming, type Place } from './find-platform.ts'
import { isDnsName, parseUrl } from './host.ts'
import { quote } from './pasted-text.ts'
import type { Account, Platform } from './platform.ts'
import type { Reading } from './reading.ts'
import { lead, pathSegments } from './segments.ts'

/**
 * Reads one web address with its scheme. The host is compared whole, after URL parsing as browsers do it; an
 * address that hides its host (user part, port, look-alike or encoded characters) is never a platform's.
 */
export function readAddress(address: string, text: string): Reading {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? ''
  const url = authority === '' || /[\s\\]/u.test(address) ? null : parseUrl(address)
  if (!url) {
    return unreadable('notWhole', { text: quote(text) })
  }
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = url.hostname
  const segments = pathSegments(url.pathname)
  const isOpen = /^[^@%]+$/.test(authority) && url.port === ''
  const place = findPlatform(host)
  if (place) {
    if (!isOpen || /[^\p{ASCII}]/u.test(authority)) {
      return unreadable('disguised', { text: quote(text), host })
    }
    const account = segments && place.hasAccounts ? readAccount(place, segments, url) : null
    if (account) return { kind: 'account', account }
    return isFront(url, place) ? { kind: 'domain', host } : { kind: 'page', platform: place.platform, text }
  }
  if (!isDnsName(host)) {
    return unreadable('noDomain', { text: quote(text) })
  }
  const roamer =
    segments && isOpen && !imitates(host)
      ? roaming.find(({ platform }) => platform.anyHost?.(segments, url))
      : undefined
  if (!roamer || !segments) return { kind: 'domain', host }
  const account = readAccount(roamer, segments, url)
  return account ? { kind: 'account', account } : { kind: 'page', platform: roamer.platform, text }
}

/** The Kelvin sign becomes a plain `k`, and no platform takes it for one; the others are not even seen. */
const disguised = /[\u212a\p{Default_Ignorable_Code_Point}]/u

/** The account whose handle was read, in canonical form; null when the platform has no such handles. */
export function accountOf(key: string, platform: Platform, read: string | null): Account | null {
  if (read === null || disguised.test(read)) return null
  const handle = (platform.canonical?.(read) ?? read.toLowerCase()).normalize('NFC')
  return platform.handle.test(handle) && !isReserved(key, handle)
    ? { platform: key, handle, url: platform.profile(handle) }
    : null
}

function readAccount({ key, platform, also }: Place, segments: readonly string[], url: URL): Account | null {
  const read =
    platform.read?.(segments, url) ?? (platform.read ? null : lead(segments, 1, platform.tabs)?.[0])
  return accountOf(key, platform, read ?? null) ?? (also ? readAccount(also, segments, url) : null)
}

/** A platform's own host, asked about as a domain. What a redirector there leads to is not that domain's. */
function isFront(url: URL, place: Place): boolean {
  return url.pathname === '/' && !url.hash.startsWith('#!') && (place.hasAccounts || url.search === '')
}

function unreadable(key: 'notWhole' | 'disguised' | 'noDomain', values: ToldValues): Reading {
  return { kind: 'unreadable', detail: told(accountWords, key, values) }
}

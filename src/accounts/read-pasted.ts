import { told } from '#i18n/told.ts'
import { accountWords } from './account-words.ts'
import { findPlatform, imitates, platformOfScheme, textual } from './find-platform.ts'
import { hostOf, isUnderKnownSuffix, parseUrl } from './host.ts'
import { cleanText, quote } from './pasted-text.ts'
import type { Account, Platform } from './platform.ts'
import { accountOf, readAddress } from './read-address.ts'
import type { Reading } from './reading.ts'

/** Tells apart everything that people paste. Never throws, and looks nothing up. */
export function readPasted(pasted: string): Reading {
  const cleaned = cleanText(pasted)
  if (!cleaned.ok) return { kind: 'unreadable', detail: cleaned.refusal.detail }
  const text = cleaned.value
  const scheme = /^([a-z][a-z\d+-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined) return readScheme(scheme, text)
  if (text.startsWith('//')) return readAddress(`https:${text}`, text)
  if (text.startsWith('@')) return readAt(text)
  const host = /^([^\s/?#@:]+?)\.?(?::\d+)?(?:[/?#]|$)/u.exec(text)?.[1]
  const name = host?.includes('.') ? hostOf(host) : null
  if (name !== null && isUnderKnownSuffix(name)) return readAddress(`https://${text}`, text)
  const account = readForms(text)
  if (account) return account
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)) {
    return { kind: 'unreadable', detail: told(accountWords, 'mailAddress', { text: quote(text) }) }
  }
  return readName(text)
}

function readScheme(scheme: string, text: string): Reading {
  if (scheme === 'http' || scheme === 'https') return readAddress(text, text)
  const platform = platformOfScheme(scheme)
  // `Spotify: our playlist` is a name, for all its scheme.
  if (platform && !/\s/u.test(text)) return readForms(text) ?? { kind: 'page', platform, text }
  if (text.startsWith('//', scheme.length + 1) || ['mailto', 'tel', 'javascript', 'data'].includes(scheme)) {
    return { kind: 'unreadable', detail: told(accountWords, 'scheme', { text: quote(text), scheme }) }
  }
  return readName(text)
}

function readAt(text: string): Reading {
  const account = readForms(text)
  if (account) return account
  if (/^@[^\s@/]+$/u.test(text))
    return { kind: 'handle', handle: text.slice(1).normalize('NFC'), text: text.normalize('NFC') }
  if (/^@(?:[^\s@]*@|$)/u.test(text)) {
    return { kind: 'unreadable', detail: told(accountWords, 'notFediverse', { text: quote(text) }) }
  }
  return readName(text)
}

function readName(text: string): Reading {
  return { kind: 'name', text: text.replaceAll(/\s+/gu, ' ').normalize('NFC') }
}

function readForms(text: string): Reading | null {
  for (const [key, platform] of textual) {
    const account = accountOf(key, platform, platform.readText?.(text) ?? null)
    if (account && !isElsewhere(platform, account)) return { kind: 'account', account }
  }
  return null
}

/** `@acme@x.com` has the fediverse's form, but no fediverse server is there. */
function isElsewhere(platform: Platform, { url }: Account): boolean {
  if (!platform.anyHost) return false
  const host = parseUrl(url)?.hostname
  return host === undefined || findPlatform(host) !== null || imitates(host)
}

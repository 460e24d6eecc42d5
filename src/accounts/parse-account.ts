import { ok, refuse, type Result } from '#base/result.ts'
import type { Told } from '#base/told.ts'
import { told } from '#i18n/told.ts'
import { accountWords } from './account-words.ts'
import { findPlatform } from './find-platform.ts'
import { cleanText, quote } from './pasted-text.ts'
import type { Account, Platform } from './platform.ts'
import { isPlatformKey, platforms } from './platforms/index.ts'
import { accountOf, readAddress } from './read-address.ts'
import { readPasted } from './read-pasted.ts'

const count = Object.keys(platforms).length

export const accountReasons = [
  'account_not_understood',
  'unknown_platform',
  'not_an_account',
  'platform_mismatch',
] as const
export type AccountReason = (typeof accountReasons)[number]

/**
 * The one canonical account behind any pasted form of it: a link, `@user@host`, `at://…`. With `platform` (a key
 * of `platforms`) a bare or canonical handle is understood too. `parseAccount(account.url)` gives the same account.
 *
 * Refuses with `account_not_understood` (no account's form), `unknown_platform` (a handle alone, or a site that
 * we do not know), `not_an_account` (a post, search or other page) and `platform_mismatch` (a link elsewhere).
 */
export function parseAccount(
  text: string,
  hint: { readonly platform?: string } = {},
): Result<Account, AccountReason> {
  if (hint.platform !== undefined) return parseOn(hint.platform, text)
  const reading = readPasted(text)
  switch (reading.kind) {
    case 'account':
      return ok(reading.account)
    case 'page':
      return refuse('not_an_account', notAnAccount(reading.platform, reading.text))
    case 'handle':
      return refuse('unknown_platform', told(accountWords, 'handleAlone', { text: quote(reading.text) }))
    case 'domain':
      return refuseHost(reading.host, text)
    case 'name':
      return refuse('account_not_understood', told(accountWords, 'nameAlone', { text: quote(reading.text) }))
    case 'unreadable':
      return refuse('account_not_understood', reading.detail)
  }
}

/** What to tell someone who pasted a platform's page that is nobody's account. */
export function notAnAccount(platform: Platform, text: string): Told {
  const [example] = Object.values(platform.examples.accepts)
  return told(accountWords, 'page', {
    text: quote(text),
    platform: platform.name,
    example: example === undefined ? 'none' : platform.profile(example),
  })
}

function parseOn(key: string, text: string): Result<Account, AccountReason> {
  if (!isPlatformKey(key)) {
    return refuse('unknown_platform', told(accountWords, 'unknownKey', { key: quote(key), count }))
  }
  const cleaned = cleanText(text)
  if (!cleaned.ok) return refuse('account_not_understood', cleaned.refusal.detail)
  const reading = readPasted(text)
  if (reading.kind === 'account' && reading.account.platform === key) return ok(reading.account)
  const platform: Platform = platforms[key]
  if (reading.kind === 'page') return refuse('not_an_account', notAnAccount(reading.platform, reading.text))
  const handle = cleaned.value.replace(/^@/, '')
  const account = /^https?:/i.test(handle) ? null : accountOf(key, platform, handle)
  // Read back from its own address, so that `login` is no more an account here than in a link.
  const back = account && readAddress(account.url, account.url)
  if (back?.kind === 'account' && back.account.handle === account?.handle) return ok(back.account)
  if (reading.kind === 'account') {
    const seen = reading.account.platform
    return refuse('platform_mismatch', told(accountWords, 'elsewhere', { text: quote(text), seen, key }))
  }
  const detail = told(accountWords, 'noAccount', { text: quote(text), platform: platform.name })
  return refuse('account_not_understood', detail)
}

function refuseHost(host: string, text: string): Result<Account, AccountReason> {
  const place = findPlatform(host)
  if (place) return refuse('not_an_account', notAnAccount(place.platform, text))
  return refuse('unknown_platform', told(accountWords, 'unknownHost', { host, count }))
}

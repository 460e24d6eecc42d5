import { ok, refuse, type Result } from '#base/result.ts'
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
      return refuse(
        'unknown_platform',
        `${quote(reading.text)} can be somebody else's on every platform. Paste the profile's link, such as https://x.com/acme.`,
      )
    case 'domain':
      return refuseHost(reading.host, text)
    case 'name':
      return refuse(
        'account_not_understood',
        `${quote(reading.text)} is a name, not an account. Paste the profile's link, such as https://x.com/acme.`,
      )
    case 'unreadable':
      return refuse('account_not_understood', reading.detail)
  }
}

/** What to tell someone who pasted a platform's page that is nobody's account. */
export function notAnAccount(platform: Platform, text: string): string {
  const [example] = Object.values(platform.examples.accepts)
  const advice = example === undefined ? '' : `, such as ${platform.profile(example)}`
  return `${quote(text)} is a page of ${platform.name} but not an account's own. Open the profile and paste its link${advice}.`
}

function parseOn(key: string, text: string): Result<Account, AccountReason> {
  if (!isPlatformKey(key)) {
    return refuse(
      'unknown_platform',
      `We know no platform ${quote(key)}. /v1/platforms lists the ${count} that we know, each with its key.`,
    )
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
    return refuse(
      'platform_mismatch',
      `${quote(text)} is an account on ${reading.account.platform}, not on ${key}. Give the platform that fits, or none.`,
    )
  }
  return refuse(
    'account_not_understood',
    `${quote(text)} is no account on ${platform.name}. Paste the profile's link.`,
  )
}

function refuseHost(host: string, text: string): Result<Account, AccountReason> {
  const place = findPlatform(host)
  if (place) return refuse('not_an_account', notAnAccount(place.platform, text))
  return refuse(
    'unknown_platform',
    `${host} is none of the platforms that we know (/v1/platforms lists all ${count}). Paste a profile's link on one of them; a website of your own is added as a domain.`,
  )
}

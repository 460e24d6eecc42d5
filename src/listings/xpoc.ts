import { parseAccount } from '#accounts/parse-account.ts'
import type { Account } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { entryOf, type Entry, type EntryReason } from './entry.ts'

/**
 * The accounts of an XPOC manifest (cross-platform origin of content): `{"name", "baseurl", "accounts": [{"account",
 * "platform", "url"}]}`. The address counts; without one the account's name on its platform. Never throws.
 */
export function readXpoc(text: string): Result<readonly Entry[], 'invalid_request'> {
  const accounts = textless(text)
  if (accounts === null) {
    return refuse(
      'invalid_request',
      'This is no XPOC manifest: a JSON object with a list named "accounts" is expected.',
    )
  }
  return ok(accounts.map(entryFrom))
}

function textless(text: string): readonly unknown[] | null {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    const accounts = fieldOf(manifest, 'accounts')
    return Array.isArray(accounts) ? accounts : null
  } catch {
    return null
  }
}

function entryFrom(listed: unknown): Entry {
  const [url, account, platform] = [
    textOf(listed, 'url'),
    textOf(listed, 'account'),
    textOf(listed, 'platform'),
  ]
  if (url !== '') return entryOf('xpoc', url)
  if (account === '') return entryOf('xpoc', '', {}, noAccount)
  return entryOf('xpoc', account, {}, onPlatform(account, platform))
}

const noAccount = refuse(
  'invalid_request',
  'An account of a manifest needs its "url", or its name as "account".',
)

/** By our own keys and names of platforms, and by the names that people still use. */
const keys = new Map<string, string>([
  ...Object.entries(platforms).flatMap(([key, { name }]) => [
    [key, key] as const,
    [name.toLowerCase(), key] as const,
  ]),
  ['twitter', 'x'],
  ['x/twitter', 'x'],
  ['x (twitter)', 'x'],
])

function onPlatform(account: string, platform: string): Result<Account, EntryReason> {
  const key = keys.get(platform.toLowerCase())
  return key === undefined ? parseAccount(account) : parseAccount(account, { platform: key })
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function textOf(value: unknown, name: string): string {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field.trim() : ''
}

import { getDomainWithoutSuffix } from 'tldts'
import { isIdForm } from '#accounts/platforms/index.ts'
import { registrable } from '#base/registrable.ts'
import { decodePunycode } from '#challenges/punycode.ts'

/** Beyond this nobody compares by eye; the whole still has its skeleton. */
const charactersMax = 200

/** The part of an account's handle that people read as its name; null when there is none, as of an id. */
export function nameOfAccount(platform: string, handle: string): string | null {
  if (isIdForm({ platform, handle })) return null
  if (platform === 'bluesky') return nameOfDomain(handle.replace(/\.bsky\.social$/, ''))
  // `company/acme`, `user@host`, `name-1234567890`.
  const name = (handle.split('/').at(-1) ?? '')
    .replace(/^[@!]/, '')
    .split('@')[0]
    ?.replace(/[-_]\d{9,}$/, '')
  return name === undefined || /^\d*$/.test(name) ? null : name.slice(0, charactersMax)
}

/** What stands before a domain's public suffix, in Unicode: `acme` of `www.acme.co.uk`. */
export function nameOfDomain(domain: string): string | null {
  const own = registrable(domain)
  const label = getDomainWithoutSuffix(own, { allowPrivateDomains: true }) ?? own.split('.')[0] ?? ''
  return label === '' ? null : inUnicode(label)
}

/** A domain as its owner's readers see it: `xn--` labels in Unicode, as far as they are valid. */
export function inUnicode(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.')
}

import { isPlatformKey, platforms } from '#accounts/platforms/index.ts'
import type { Corroboration } from '#base/evidence.ts'
import type { AccountMark, PublicBrand } from '#registry/answer.ts'
import { harmless } from '#i18n/sentence.ts'

export type Relation = NonNullable<AccountMark['relation']>

/** What an account is for, in the order in which a brand page lists them. */
export const purposes: Readonly<Record<Relation, string>> = {
  official: 'Official',
  support: 'Support',
  regional: 'Regional',
  product: 'Product',
  person: 'Person who speaks for it',
  parked: 'Held in reserve, not used',
  employee: 'Somebody who works there',
  partner: 'Partner',
  reseller: 'Reseller',
  fan: 'Fans',
}

/** What an account is for, as it may be said while the account has confirmed it or not. */
export function purposeOf(relation: Relation, isConfirmed: boolean): string {
  return isConfirmed ? purposes[relation] : `Said to be: ${purposes[relation]}`
}

/** Accounts of somebody else that a brand knows of: these must never look like the brand's own. */
export function isOthers(relation: Relation | null): boolean {
  return relation === 'employee' || relation === 'partner' || relation === 'reseller' || relation === 'fan'
}

const methods: Readonly<Record<string, string>> = {
  'dns-txt': 'TXT record in its DNS',
  'dns-cname': 'CNAME record in its DNS',
  'http-file': 'File on its website',
  'html-meta': 'Tag on its home page',
  post: 'Post with our code',
  'handle-is-domain': 'Its handle is the domain',
  'profile-link': 'Its profile links to the domain',
}

export function methodName(method: string): string {
  return methods[method] ?? method
}

/** " by 3 of 4 resolvers, from 1 network": how widely a proof was seen. Nothing where that was not kept. */
export function seenFrom(seenBy: Corroboration | null, method: string): string {
  if (seenBy === null) return ''
  const { agreeing, perspectives, networks } = seenBy
  const looks = method.startsWith('dns-') ? 'resolvers' : 'looks'
  const places = networks === 1 ? `${looks}, from 1 network` : `places, in ${networks} networks`
  return ` by ${agreeing} of ${perspectives} ${places}`
}

export function platformName(key: string): string {
  return isPlatformKey(key) ? platforms[key].name : harmless(key)
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

export function countryName(code: NonNullable<PublicBrand['country']>): string {
  // Intl throws for anything that is no region code.
  return /^[A-Za-z]{2}$/.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

export function dayOf(at: number): string {
  return days.format(at)
}

export function momentOf(at: number): string {
  return `${moments.format(at)} UTC`
}

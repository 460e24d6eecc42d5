import { parse } from 'tldts'

/** A DNS name of two labels or more whose last is not a number, as A-labels. Not a judgement on its owner. */
const dnsName = /^(?=.{1,253}$)(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/

/** Whether a URL parser's (lower case, A-label) host has the form of a DNS name, and not of an IP address. */
export function isDnsName(host: string): boolean {
  return dnsName.test(host)
}

/** The host that a written name stands for, in lower case A-labels; null when it is no DNS name. */
export function hostOf(text: string): string | null {
  const lower = text.toLowerCase()
  if (dnsName.test(lower)) return lower
  if (!/[^\p{ASCII}]/u.test(text) || /[\s/?#@:%\\[\]]/u.test(text)) return null
  const host = parseUrl(`https://${text}`)?.hostname ?? ''
  return dnsName.test(host) ? host : null
}

/** Whether domains can end so: a suffix of the Public Suffix List, or one reserved for examples and tests. */
export function isUnderKnownSuffix(host: string): boolean {
  if (/\.(?:example|test)$/.test(host)) return true
  const { isIcann, isPrivate } = parse(host, { allowPrivateDomains: true })
  return isIcann === true || isPrivate === true
}

/** `new URL`, with null where it throws. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

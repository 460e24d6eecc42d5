import { hostOf, parseUrl } from '#accounts/host.ts'
import { tidy } from '#base/dns-name.ts'
import type { ProvedName } from './method.ts'
import type { Profile } from './profile.ts'
import { isShared } from './shared-hosts.ts'

/** What a profile says of the domains; the first of these that holds. */
export type Naming =
  | { readonly kind: 'named'; readonly domain: string }
  /** A page of a host that gives pages to strangers. */
  | { readonly kind: 'not_root'; readonly domain: string }
  | { readonly kind: 'mention'; readonly domain: string }
  | { readonly kind: 'elsewhere'; readonly host: string }
  | { readonly kind: 'nothing' }

export function namingIn({ websites, bio }: Profile, domains: readonly ProvedName[]): Naming {
  const urls = websites.map(parseUrl).filter((url) => url !== null)
  for (const url of urls) {
    const linked = domains.find((domain) => leadsTo(url, domain))
    if (linked !== undefined && speaksForItsHost(url)) return { kind: 'named', domain: linked.name }
  }
  const trusted = domains.find(({ name }) => trustedIn(bio ?? '').includes(name))
  if (trusted !== undefined) return { kind: 'named', domain: trusted.name }
  const onPage = domains.find((domain) => urls.some((url) => leadsTo(url, domain)))
  if (onPage !== undefined) return { kind: 'not_root', domain: onPage.name }
  const mentioned = domains.find(({ name }) => mentions(bio ?? '', name))
  if (mentioned !== undefined) return { kind: 'mention', domain: mentioned.name }
  const [first] = urls
  return first === undefined ? { kind: 'nothing' } : { kind: 'elsewhere', host: first.hostname }
}

/** The whole host, never a part of it; `www` and the registrable domain are one. */
function leadsTo(url: URL, { name, registrableDomain }: ProvedName): boolean {
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.port !== '')
    return false
  const host = tidy(url.hostname)
  const pair = [registrableDomain, `www.${registrableDomain}`]
  return host === name || (pair.includes(name) && pair.includes(host))
}

function speaksForItsHost({ hostname, pathname, search, hash }: URL): boolean {
  return !isShared(tidy(hostname)) || (pathname === '/' && search === '' && hash === '')
}

// What may stand beside it is white space and the usual marks, never a part of a word or of an address.
const trustUri = /(?<![^\s("'“‘«[|·•,;])trust:\/\/([\p{L}\p{N}.-]{1,253})!(?![^\s)"'”’»\]|·•,;.])/giu

/** The domains, as A-labels, of the Trust URIs in a text (JournalList's trust.txt: `trust://acme.com!`). */
function trustedIn(text: string): readonly string[] {
  return [...text.matchAll(trustUri)].map(([, name]) => hostOf(name ?? '')).filter((host) => host !== null)
}

function mentions(text: string, name: string): boolean {
  const escaped = name.replaceAll('.', String.raw`\.`)
  return new RegExp(`(?<![\\p{L}\\p{N}-]|[^w]\\.)${escaped}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'iu').test(
    text,
  )
}

import type { Platform } from './platform.ts'
import { platforms } from './platforms/index.ts'

/** A host's platform, and whether accounts can be on that host or only the platform's other pages. */
export type Place = {
  readonly key: string
  readonly platform: Platform
  readonly hasAccounts: boolean
  /** Another platform on the same host: Apple's old one had apps and podcasts. */
  readonly also?: Place
}

const entries: readonly (readonly [string, Platform])[] = Object.entries(platforms)

const places = new Map<string, Place>()
for (const [key, platform] of entries) {
  for (const host of platform.hosts) addPlace(host, { key, platform, hasAccounts: true })
  for (const host of platform.otherHosts ?? []) addPlace(host, { key, platform, hasAccounts: false })
}

function addPlace(host: string, place: Place): void {
  const first = places.get(host)
  places.set(host, first ? { ...first, also: place } : place)
}

const reserved = new Map(entries.map(([key, platform]) => [key, new Set(platform.reserved)]))
const files = new Set(
  (
    '.well-known ads.txt app-ads.txt apple-app-site-association browserconfig.xml crossdomain.xml favicon.ico ' +
    'humans.txt index.html index.php llms.txt manifest.json manifest.webmanifest opensearch.xml robots.txt ' +
    'security.txt service-worker.js sitemap.xml sitemap.xml.gz sw.js'
  ).split(' '),
)
const usualSubdomains = /^(?:www|m|mobile)$/

/** The platforms whose accounts live on any host. */
export const roaming: readonly Place[] = entries.flatMap(([key, platform]) =>
  platform.anyHost ? [{ key, platform, hasAccounts: true }] : [],
)

/** The platforms that read forms which are no web address. */
export const textual = entries.filter(([, platform]) => platform.readText)

const schemes = new Map(
  entries.flatMap(([, platform]) => (platform.schemes ?? []).map((scheme) => [scheme, platform] as const)),
)

/** The platform whose scheme this is: `at`, `acct`. */
export function platformOfScheme(scheme: string): Platform | null {
  return schemes.get(scheme) ?? null
}

/** The platform that a whole host belongs to, or null. `eviltwitter.com` belongs to none. */
export function findPlatform(host: string): Place | null {
  const whole = places.get(host)
  if (whole) return whole
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const place = places.get(host.slice(dot + 1))
    if (place) {
      const allowed = place.platform.subdomains ?? usualSubdomains
      return { ...place, hasAccounts: place.hasAccounts && allowed.test(host.slice(0, dot)) }
    }
  }
  return null
}

/** Hosts whose accounts are at `/@acme`, as the fediverse's are; those with a name long enough to be known by it. */
const alike = entries.flatMap(([, { hosts, profile, examples }]) =>
  Object.values(examples.accepts).some((handle) => new URL(profile(handle)).pathname.startsWith('/@'))
    ? hosts.filter((host) => /^[^.]{5}/.test(host))
    : [],
)

/** `tiktok.com.evil.example` and `eviltiktok.com` pass for a platform; nobody's account is there, whoever asks. */
export function imitates(host: string): boolean {
  if (alike.some((known) => host.endsWith(known))) return true
  const labels = host.split('.')
  return labels.some((_, at) =>
    [2, 3].some((count) => at + count < labels.length && isOwn(labels.slice(at, at + count))),
  )
}

/** `apple.co.uk` and `line.me.uk` are names of their own. */
function isOwn(labels: readonly string[]): boolean {
  return !/^(?:co|me)$/.test(labels.at(-1) ?? '') && places.has(labels.join('.'))
}

export function isReserved(key: string, handle: string): boolean {
  const word = handle.toLowerCase()
  return files.has(word) || reserved.get(key)?.has(word) === true
}

import { Unreachable, type DnsAnswer, type GetOptions, type Page, type RecordType } from '#net/net.ts'
import { registrable } from '#base/registrable.ts'
import type { Node, Script, ScriptedPage, Zone } from './world-script.ts'

/** What the scripts say to one question; the first script that mentions a name speaks for it. */
export function answer(scripts: readonly Script[], question: string, type: RecordType): DnsAnswer {
  const chain: string[] = []
  for (let name = question; ;) {
    checkName(name)
    throwScripted(scripts, name)
    const zone = zoneOf(scripts, name)
    if (zone === null) throw new Error(`Nobody scripted the zone of ${name} (asked for ${type})`)
    const told = (kind: DnsAnswer['kind'], values: readonly string[] = []): DnsAnswer => ({
      kind,
      values,
      chain,
      authenticated: zone.signed ?? false,
      negativeTtl: kind === 'found' ? null : (zone.negativeTtl ?? null),
    })
    const node = nodeOf(scripts, name)
    if (node === 'absent') return told('nxdomain')
    const values = node.get(type)
    if (values !== undefined) return told('found', values)
    const target = node.get('CNAME')?.[0]?.toLowerCase().replace(/\.$/, '')
    if (target === undefined) return told('nodata')
    if (chain.includes(target)) throw new Unreachable('cname_loop', `${question} leads back to ${target}`)
    chain.push(target)
    name = target
  }
}

/** The name's own records, or its wildcard's (RFC 4592 §2.2.1: the closest encloser's), or an empty place above others. */
function nodeOf(scripts: readonly Script[], name: string): Node {
  const own = scripts.map(({ nodes }) => nodes.get(name)).find((node) => node !== undefined)
  if (own !== undefined) return own
  if (isThere(scripts, name)) return new Map()
  for (let parent = parentOf(name); parent !== ''; parent = parentOf(parent)) {
    const wildcard = scripts.map(({ nodes }) => nodes.get(`*.${parent}`)).find((node) => node !== undefined)
    if (wildcard !== undefined) return wildcard
    throwAt(scripts, `*.${parent}`)
    if (isThere(scripts, parent)) break
  }
  return 'absent'
}

function isThere(scripts: readonly Script[], name: string): boolean {
  return scripts.some(
    ({ zones, nodes, sites }) =>
      zones.has(name) ||
      sites.has(name) ||
      [...nodes].some(([other, node]) => node !== 'absent' && isBelow(other, name)),
  )
}

function zoneOf(scripts: readonly Script[], name: string): Zone | null {
  for (let top = name; top !== ''; top = parentOf(top)) {
    const zone = scripts.map(({ zones }) => zones.get(top)).find((found) => found !== undefined)
    if (zone !== undefined) return zone
  }
  return null
}

/** What the scripts give for one GET, redirects walked as net/ walks them. */
export function fetchPage(scripts: readonly Script[], asked: string, options: GetOptions): Page {
  const { bytesMax, target } = options
  if (!asked.startsWith('https://')) throw new Error(`No look of ours begins without TLS: ${asked}`)
  if (new URL(asked).href !== asked) throw new Error(`Not written as the URL standard writes it: ${asked}`)
  const redirects: string[] = []
  for (let url = asked; ;) {
    const page = asAsked(pageOf(scripts, url), new URL(url).origin === new URL(asked).origin ? options : {})
    const status = page.status ?? 200
    if (![301, 302, 307, 308].includes(status) || page.location === undefined) {
      return shape(page, status, url, redirects, bytesMax)
    }
    const next = new URL(page.location, url)
    if (next.port !== '') throw new Unreachable('redirect_not_allowed', `${url} leads to port ${next.port}`)
    if (registrable(next.hostname) !== registrable(target))
      throw new Unreachable('redirect_off_domain', `${url} leads out of ${target}`)
    if (next.href === asked || redirects.includes(next.href))
      throw new Unreachable('redirect_loop', `${url} loops`)
    if (redirects.length === 10) throw new Unreachable('too_many_redirects', `${asked} redirects too often`)
    redirects.push(next.href)
    url = next.href
  }
}

function pageOf(scripts: readonly Script[], url: string): ScriptedPage {
  const { hostname } = new URL(url)
  throwAt(scripts, url)
  checkName(hostname)
  throwScripted(scripts, hostname)
  const sites = scripts.flatMap(({ sites: all }) => all.get(hostname) ?? [])
  if (sites.length === 0) {
    if (zoneOf(scripts, hostname) === null) throw new Error(`Nobody scripted the host of ${url}`)
    throw new Unreachable('no_address', `${hostname} has no address`)
  }
  for (const { pages, everywhere } of sites) {
    const page = pages.get(url) ?? everywhere?.(url)
    if (page !== undefined) return page
  }
  return { status: 404, body: 'Nothing here' }
}

/** What the page's server makes of the headers sent. */
function asAsked(page: ScriptedPage, { headers = {} }: Pick<GetOptions, 'headers'>): ScriptedPage {
  if (page.authorization !== undefined && headers['authorization'] !== page.authorization)
    return { status: 401 }
  if (page.etag !== undefined && headers['if-none-match'] === page.etag)
    return { status: 304, etag: page.etag }
  return page
}

function shape(page: ScriptedPage, status: number, url: string, redirects: string[], bytesMax: number): Page {
  const bytes = new TextEncoder().encode(page.body ?? '')
  const guess = /\.(?:txt|json)$/.exec(url)?.[0] === '.json' ? 'application/json' : 'text/plain'
  return {
    status,
    url,
    contentType:
      page.contentType === undefined ? (/\.(?:txt|json)$/.test(url) ? guess : 'text/html') : page.contentType,
    etag: page.etag ?? null,
    lastModified: null,
    retryAfter: page.retryAfter ?? null,
    body: new TextDecoder().decode(bytes.slice(0, bytesMax)),
    truncated: bytes.length > bytesMax,
    addresses: ['198.51.100.7'],
    redirects,
  }
}

function throwScripted(scripts: readonly Script[], name: string): void {
  for (const { failures } of scripts) {
    for (const [place, reason] of failures) {
      if (place === '.' || isBelow(name, place)) throw new Unreachable(reason, `${name}: ${reason}`)
    }
  }
}

function throwAt(scripts: readonly Script[], place: string): void {
  const reason = scripts.map(({ failures }) => failures.get(place)).find((found) => found !== undefined)
  if (reason !== undefined) throw new Unreachable(reason, `${place}: ${reason}`)
}

function checkName(name: string): void {
  const labels = name.split('.')
  const fits = name.length <= 253 && labels.every((label) => label.length >= 1 && label.length <= 63)
  if (!fits || name !== name.toLowerCase()) throw new Error(`Not a DNS name as we ask for it: ${name}`)
}

function parentOf(name: string): string {
  return name.includes('.') ? name.slice(name.indexOf('.') + 1) : ''
}

function isBelow(name: string, parent: string): boolean {
  return name === parent || name.endsWith(`.${parent}`)
}

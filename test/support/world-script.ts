import { getDomain } from 'tldts'
import type { RecordType, UnreachableReason } from '#net/net.ts'

export type ScriptedPage = {
  readonly status?: number
  readonly body?: string
  /** `text/html` unless the URL ends in `.txt` or `.json`. */
  readonly contentType?: string | null
  /** Where a 3xx leads. */
  readonly location?: string
  /** Whoever sends it back as If-None-Match is answered 304. */
  readonly etag?: string
  /** Seconds. */
  readonly retryAfter?: number
  /** Whoever does not send this Authorization is answered 401. */
  readonly authorization?: string
}

export type Zone = { readonly negativeTtl?: number; readonly signed?: boolean }
export type Node = Map<RecordType, readonly string[]> | 'absent'
export type Site = {
  readonly pages: Map<string, ScriptedPage>
  everywhere: ((url: string) => ScriptedPage) | null
}
export type Script = {
  readonly zones: Map<string, Zone>
  readonly nodes: Map<string, Node>
  readonly sites: Map<string, Site>
  readonly failures: Map<string, UnreachableReason>
}

export type Scripting = ReturnType<typeof scripting>

export function emptyScript(): Script {
  return { zones: new Map(), nodes: new Map(), sites: new Map(), failures: new Map() }
}

/** The verbs that fill a script. Zones that a name implies go to `everyone`, so that overrides do not hide them. */
export function scripting(script: Script, everyone: Script) {
  const zone = (name: string, settings: Zone = {}) => void script.zones.set(name, settings)
  const mention = (name: string) => {
    const registrable = registrableDomain(name)
    if (!everyone.zones.has(registrable)) everyone.zones.set(registrable, {})
  }
  const nodeAt = (name: string) => {
    mention(name)
    const known = script.nodes.get(name)
    const node = known === undefined || known === 'absent' ? new Map<RecordType, readonly string[]>() : known
    script.nodes.set(name, node)
    return node
  }
  /**
   * Fails this name and all below it, DNS and web alike; `.` is the whole Internet. A URL fails alone, and
   * `*.acme.com` fails just the names that nobody scripted.
   */
  const fail = (name: string, reason: UnreachableReason) => {
    if (name !== '.') mention(URL.parse(name)?.hostname ?? name)
    script.failures.set(name, reason)
  }
  const siteAt = (host: string) => {
    mention(host)
    const site: Site = script.sites.get(host) ?? { pages: new Map(), everywhere: null }
    script.sites.set(host, site)
    return site
  }
  const page = (url: string, content: string | ScriptedPage) =>
    void siteAt(new URL(url).hostname).pages.set(
      url,
      typeof content === 'string' ? { body: content } : content,
    )
  return {
    dns: {
      /** Settings of a zone: `negativeTtl` in seconds; `signed` sets the AD flag. */
      zone,
      /** Adds records beside those that are there. */
      records: (name: string, type: RecordType, ...values: readonly string[]) => {
        const node = nodeAt(name)
        node.set(type, [...(node.get(type) ?? []), ...values])
      },
      wildcard: (parent: string, type: RecordType, ...values: readonly string[]) =>
        void nodeAt(`*.${parent}`).set(type, values),
      /** Takes away one value, or all of a type; a name with nothing left is gone. */
      remove: (name: string, type: RecordType, value?: string) => {
        const node = nodeAt(name)
        const left = value === undefined ? [] : (node.get(type) ?? []).filter((other) => other !== value)
        if (left.length > 0) node.set(type, left)
        else node.delete(type)
        if (node.size === 0) script.nodes.delete(name)
      },
      nxdomain: (name: string) => {
        mention(name)
        script.nodes.set(name, 'absent')
      },
      servfail: (name: string) => fail(name, 'servfail'),
      timeout: (name: string) => fail(name, 'timeout'),
      bogus: (name: string) => fail(name, 'dnssec_bogus'),
      fail,
      heal: (name: string) => void script.failures.delete(name),
    },
    web: {
      /** A host whose every unscripted path answers 404. */
      site: (host: string) => void siteAt(host),
      page,
      status: (url: string, status: number) => page(url, { status }),
      redirect: (from: string, to: string, status = 301) => page(from, { status, location: to }),
      /** A site that answers every unscripted path so. */
      everywhere: (host: string, content: (url: string) => ScriptedPage) =>
        void (siteAt(host).everywhere = content),
      remove: (url: string) => void siteAt(new URL(url).hostname).pages.delete(url),
      fail,
      heal: (name: string) => void script.failures.delete(name),
    },
  }
}

function registrableDomain(name: string): string {
  return (
    getDomain(name, { allowPrivateDomains: true, validateHostname: false }) ??
    name.split('.').slice(-2).join('.')
  )
}

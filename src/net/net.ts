/** The port to the outside world. Whatever is positively known is returned; whatever is not throws Unreachable. */
export type Net = {
  /** The first is the primary. Each looks with its own resolver operator. */
  readonly perspectives: readonly Perspective[]
  /** Every resolver, asked from here, the primary's first: for what is not a look at a challenge. */
  readonly resolvers: readonly Perspective[]
  /** Places elsewhere, each of which makes a whole look for us and reports it. */
  readonly remotes: readonly Remote[]
}

export type Remote = {
  /** As evidence names it. */
  readonly name: string
  /** Where it looks from; null where only its reports say so. */
  readonly network: string | null
  /**
   * JSON there and back; what it means is not known here, and what comes back is not trusted.
   * @throws Unreachable: `timeout`, `perspective_failed`
   */
  look(request: unknown): Promise<unknown>
}

export type Perspective = {
  /** As evidence names it. */
  readonly name: string
  /** Who operates its resolver, as a registrable domain. */
  readonly resolver: string
  /** Where it looks from; resolvers asked by one process share it. */
  readonly network: string
  readonly dns: Dns
  readonly get: GuardedGet
}

export type RecordType = 'TXT' | 'CNAME' | 'A' | 'AAAA' | 'NS' | 'SOA'

export type DnsAnswer = {
  /** `nxdomain`: the name is not there; `nodata`: the name is there, this type is not; both positively known. */
  readonly kind: 'found' | 'nodata' | 'nxdomain'
  /** Data of the asked type at the end of the CNAME chain only. A TXT record's strings are joined. */
  readonly values: readonly string[]
  /** CNAME targets walked, in order, lower case, without a final dot. */
  readonly chain: readonly string[]
  /** The resolver's AD flag. */
  readonly authenticated: boolean
  /** Seconds a resolver keeps a negative answer (RFC 2308 §5: min of the SOA's TTL and minimum), if it said so. */
  readonly negativeTtl: number | null
}

export type Dns = {
  /**
   * One question in RFC 8484 wire format. Names are A-labels without a final dot.
   * @throws Unreachable: `timeout`, `servfail`, `dnssec_bogus`, `cname_loop`, `resolver_failed`, `malformed_answer`
   */
  ask(name: string, type: RecordType): Promise<DnsAnswer>
}

export type GetOptions = {
  /** Decoded body bytes read at most; what is beyond is dropped and `truncated` set. */
  readonly bytesMax: number
  /** Every hop, the first too, stays inside this host's registrable domain (private suffixes count). */
  readonly target: string
  /** The Accept header; any type when absent. */
  readonly accept?: string
  /** Validators, authorization: lower-case names. Sent only to the first URL's origin, whatever the redirects say. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Page = {
  readonly status: number
  /** After redirects. */
  readonly url: string
  readonly contentType: string | null
  /** Validators (RFC 9110 §8.8), to be sent back as they are; null when absent or absurd. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Seconds that the server wants to be left alone for (RFC 9110 §10.2.3). */
  readonly retryAfter: number | null
  readonly body: string
  readonly truncated: boolean
  /** Addresses connected to, in order; empty in workerd, where they cannot be seen. */
  readonly addresses: readonly string[]
  readonly redirects: readonly string[]
}

/**
 * GET over http(s) that never reaches a special-purpose address, whatever names, answers or redirects say.
 * @throws Unreachable: `timeout`, `connection_failed`, `tls_failure`, `address_not_public`, `redirect_loop`,
 *   `too_many_redirects`, `redirect_off_domain`, `redirect_not_allowed`, `malformed_answer`, and the reasons of `Dns.ask`.
 *   A name with no address at all throws `no_address`. The first URL is held to the rules of a redirect.
 */
export type GuardedGet = (url: string, options: GetOptions) => Promise<Page>

export const unreachableReasons = [
  'timeout',
  'servfail',
  'dnssec_bogus',
  'cname_loop',
  'resolver_failed',
  'malformed_answer',
  'connection_failed',
  'tls_failure',
  'address_not_public',
  'no_address',
  'redirect_loop',
  'too_many_redirects',
  'redirect_off_domain',
  'redirect_not_allowed',
  'perspective_failed',
] as const

export type UnreachableReason = (typeof unreachableReasons)[number]

/** The one thing net/ throws: we learnt nothing. Its message is for the owner and never holds a foreign body. */
export class Unreachable extends Error {
  readonly reason: UnreachableReason

  constructor(reason: UnreachableReason, detail: string) {
    super(detail)
    this.name = 'Unreachable'
    this.reason = reason
  }
}

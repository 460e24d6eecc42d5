/** How long and how far one look goes. Times are milliseconds; Boulder's figures unless a test says otherwise. */
export type NetLimits = {
  /** One try of one DNS question. */
  readonly dnsTryMs: number
  readonly dnsTries: number
  /** Questions under way to one resolver for one registrable domain; further ones wait for a place. */
  readonly dnsAtOnce: number
  /** CNAMEs walked for one question. */
  readonly cnameHopsMax: number
  readonly dialMs: number
  readonly tlsMs: number
  /** Everything from the first DNS question to the last body byte. */
  readonly lookMs: number
  /** A whole look made elsewhere, with the way there and back. */
  readonly remoteLookMs: number
  readonly redirectsMax: number
  /** Characters of a URL's path and query. */
  readonly pathMax: number
}

export const netLimits: NetLimits = {
  dnsTryMs: 1_000,
  dnsTries: 3,
  dnsAtOnce: 16,
  cnameHopsMax: 8,
  dialMs: 10_000,
  tlsMs: 10_000,
  lookMs: 20_000,
  remoteLookMs: 25_000,
  redirectsMax: 10,
  pathMax: 2_000,
}

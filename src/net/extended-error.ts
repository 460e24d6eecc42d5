/** RFC 8914 §4 and the IANA registry after it: why a resolver could not or would not answer, in words. */
const words: Readonly<Record<number, string>> = {
  0: 'other error',
  1: 'unsupported DNSKEY algorithm',
  2: 'unsupported DS digest type',
  3: 'stale answer',
  4: 'forged answer',
  5: 'DNSSEC indeterminate',
  6: 'DNSSEC bogus',
  7: 'signature expired',
  8: 'signature not yet valid',
  9: 'DNSKEY missing',
  10: 'signatures missing',
  11: 'no zone key bit set',
  12: 'NSEC missing',
  13: 'cached error',
  14: 'resolver not ready',
  15: 'blocked',
  16: 'censored',
  17: 'filtered',
  18: 'prohibited',
  19: 'stale NXDOMAIN answer',
  20: 'not authoritative',
  21: 'not supported',
  22: "no reachable authority (the domain's own name servers do not answer)",
  23: "network error towards the domain's name servers",
  24: "invalid data from the domain's name servers",
  25: 'signature expired before valid',
  26: 'too early',
  27: 'unsupported NSEC3 iterations value',
  28: 'unable to conform to policy',
  29: 'synthesised answer',
  30: 'invalid query type',
}

const invented = new Set([4, 15, 16, 17, 18])
const stale = new Set([3, 19])

export function extendedErrorInWords(code: number): string {
  return words[code] ?? `extended error ${code}`
}

/** The resolver tells what its operator wants told: neither a "yes" nor a "no" of the domain's owner. */
export function isInvented(code: number): boolean {
  return invented.has(code)
}

/** RFC 8767: kept from before an outage, so no look of today. */
export function isStale(code: number): boolean {
  return stale.has(code)
}

/** How a zone gets its signatures: never, from named as its records change, or from dnssec-signzone on its file. */
export type Signing = 'none' | 'live' | 'file'

export type Zone = {
  readonly name: string
  readonly signing: Signing
  /** Seconds a "no" may be kept: the SOA's minimum. */
  readonly negativeTtl: number
}

/** The parent of all others. Its key is the trust anchor, so it says by DS records which children are signed. */
export const parent: Zone = { name: 'example', signing: 'file', negativeTtl: 5 }

export const children: readonly Zone[] = [
  { name: 'signed.example', signing: 'live', negativeTtl: 5 },
  { name: 'sealed.example', signing: 'live', negativeTtl: 5 },
  { name: 'unsigned.example', signing: 'none', negativeTtl: 5 },
  { name: 'patient.example', signing: 'none', negativeTtl: 47 },
  /** Somebody else's, where challenges may be delegated to. */
  { name: 'provider.example', signing: 'none', negativeTtl: 5 },
  { name: 'tampered.example', signing: 'file', negativeTtl: 5 },
  { name: 'expired.example', signing: 'file', negativeTtl: 5 },
]

/** Delegations that lead nowhere, as owners come to have them. */
export const lame = {
  /** To a server that will not speak of the zone: the account there has ended. */
  refusing: 'refusing.example',
  /** To a machine that is gone. */
  silent: 'silent.example',
  /** To a server that only repeats who is said to have the zone. */
  referring: 'referring.example',
} as const

/** What the parent holds: everybody's delegation, and the DS of who is signed. */
export function delegations(ds: readonly string[]): readonly string[] {
  return [...children.map(({ name }) => name), ...Object.values(lame)]
    .map((name) => `${name}. NS ns.example.`)
    .concat(ds)
}

/** A zone file: its SOA, its name server, and these records. */
export function zoneFile({ name, negativeTtl }: Zone, serial: number, records: readonly string[]): string {
  return [
    '$TTL 60',
    `${name}. SOA ns.example. hostmaster.example. ${serial} 3600 600 86400 ${negativeTtl}`,
    `${name}. NS ns.example.`,
    ...(name === parent.name ? ['ns.example. A 127.0.0.1'] : []),
    ...records,
    '',
  ].join('\n')
}

/** The root of this Internet: it knows the one name below it, so that no question goes anywhere else. */
export const rootFile = [
  '$TTL 60',
  '. SOA ns.example. hostmaster.example. 1 3600 600 86400 5',
  '. NS ns.example.',
  'example. NS ns.example.',
  'ns.example. A 127.0.0.1',
  '',
].join('\n')

/** A TXT record for a zone file or nsupdate: strings of at most 255 octets (RFC 1035 §3.3). Kept for one second. */
export function txt(name: string, ...strings: readonly string[]): string {
  return `${name}. 1 IN TXT ${strings.map((string) => JSON.stringify(string)).join(' ')}`
}

export function cname(name: string, target: string): string {
  return `${name}. 1 IN CNAME ${target}.`
}

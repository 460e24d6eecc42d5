/** Accepted where reserved names are (RFC 6761 §6.2, §6.5): a laboratory's whole Internet lives there. */
const laboratory = ['example', 'test']

/** IANA "Special-Use Domain Names", and the private tops of RFC 6762 Appendix G, of which ICANN keeps `internal`. */
const special = [
  'alt',
  'arpa',
  'corp',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
]

export type SpecialUse = 'laboratory' | 'special' | 'none'

/** What kind of top a name is under. `name` is lower case without a final dot. */
export function specialUse(name: string): SpecialUse {
  const under = (top: string) => name === top || name.endsWith(`.${top}`)
  if (laboratory.some(under)) return 'laboratory'
  return special.some(under) ? 'special' : 'none'
}

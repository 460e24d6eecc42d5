import type { Answer, RecordType, SoaAnswer } from 'dns-packet'
import { selfAndAbove, type ReadableZone, type Records } from './zone.ts'

export type Answered = {
  readonly rcode: 0 | 3
  readonly answers: Answer[]
  readonly authorities: Answer[]
  readonly authenticated: boolean
}

const ttl = 300

/** What an honest recursive resolver says: CNAMEs followed to their end, "no" told with the zone's SOA. */
export function answer(zone: ReadableZone, name: string, type: RecordType): Answered {
  const answers: Answer[] = []
  const seen = new Set<string>()
  let current = name.toLowerCase()
  let authenticated = true
  for (;;) {
    const records = find(zone, current)
    // RFC 4035 §3.2.3: AD only when every part of the answer is authentic.
    authenticated &&= selfAndAbove(current).some((above) => zone.recordsAt(above)?.signed === true)
    const no = { answers, authorities: [soa(zone, current)], authenticated }
    if (records === null) return { rcode: 3, ...no }
    const data = ofType(zone, current, records, type)
    if (data.length > 0) {
      return { rcode: 0, answers: [...answers, ...data], authorities: [], authenticated }
    }
    if (records.CNAME === undefined || type === 'CNAME') return { rcode: 0, ...no }
    answers.push({ type: 'CNAME', name: current, ttl, data: records.CNAME })
    // A loop is handed to the asker as it is.
    if (seen.has(current)) return { rcode: 0, answers, authorities: [], authenticated }
    seen.add(current)
    current = records.CNAME.toLowerCase()
  }
}

function ofType(zone: ReadableZone, name: string, records: Records, type: RecordType): Answer[] {
  switch (type) {
    case 'A':
    case 'AAAA':
      return (zone.next(name, type) ?? records[type] ?? []).map((data) => ({ type, name, ttl, data }))
    case 'NS':
      return (records.NS ?? []).map((data) => ({ type, name, ttl, data }))
    case 'TXT':
      return (zone.next(name, type) ?? records.TXT ?? []).map((data) => ({
        type,
        name,
        ttl,
        data: [data].flat(),
      }))
    case 'CNAME':
      return records.CNAME === undefined ? [] : [{ type, name, ttl, data: records.CNAME }]
    case 'SOA':
      return records.negativeTtl === undefined ? [] : [soa(zone, name)]
    default:
      return []
  }
}

/** RFC 4592: the name itself, else the wildcard under its closest existing ancestor. */
function find(zone: ReadableZone, name: string): Records | null {
  const own = zone.recordsAt(name)
  if (own !== null) return own
  if (zone.exists(name)) return {}
  for (const above of selfAndAbove(name).slice(1)) {
    const wildcard = zone.recordsAt(`*.${above}`)
    if (wildcard !== null) return wildcard
    if (zone.exists(above)) return null
  }
  return null
}

function soa(zone: ReadableZone, name: string): SoaAnswer {
  const told = selfAndAbove(name).find((above) => zone.recordsAt(above)?.negativeTtl !== undefined)
  const apex = told ?? selfAndAbove(name).at(-2) ?? name
  const minimum = zone.recordsAt(apex)?.negativeTtl ?? 60
  const times = { serial: 1, refresh: 3_600, retry: 600, expire: 86_400, minimum }
  return {
    type: 'SOA',
    name: apex,
    ttl,
    data: { mname: `ns1.${apex}`, rname: `hostmaster.${apex}`, ...times },
  }
}
